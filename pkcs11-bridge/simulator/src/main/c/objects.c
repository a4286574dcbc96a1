/* Attributes, visibility and searches. */
#include "objects.h"

#include <stdlib.h>
#include <string.h>

#include "object_files.h"
#include "pairs.h"

static CK_OBJECT_HANDLE last_handle = 0x100;

struct object *object_new(EVP_PKEY *key) {
  struct object *object = calloc(1, sizeof *object);
  if (!object) abort();
  object->key = key;
  return object;
}

void object_free(struct object *object) {
  for (CK_ULONG i = 0; i < object->count; i++) free(object->attributes[i].value);
  free(object->attributes);
  EVP_PKEY_free(object->key);
  free(object);
}

const struct attribute *object_get(const struct object *object, CK_ATTRIBUTE_TYPE type) {
  for (CK_ULONG i = 0; i < object->count; i++) {
    if (object->attributes[i].type == type) return &object->attributes[i];
  }
  return NULL;
}

static struct attribute *room_for(struct object *object, CK_ATTRIBUTE_TYPE type) {
  struct attribute *known = (struct attribute *)object_get(object, type);
  if (known) {
    free(known->value);
    return known;
  }
  object->attributes = realloc(object->attributes, (object->count + 1) * sizeof(struct attribute));
  if (!object->attributes) abort();
  return &object->attributes[object->count++];
}

void object_set(struct object *object, CK_ATTRIBUTE_TYPE type, const void *value, CK_ULONG length) {
  unsigned char *copy = malloc(length + 1);
  if (!copy) abort();
  if (length) memcpy(copy, value, length);
  *room_for(object, type) = (struct attribute){type, length, copy};
}

void object_set_number(struct object *object, CK_ATTRIBUTE_TYPE type, CK_ULONG value) {
  object_set(object, type, &value, sizeof value);
}

void object_set_flag(struct object *object, CK_ATTRIBUTE_TYPE type, bool value) {
  CK_BBOOL flag = value;
  object_set(object, type, &flag, sizeof flag);
}

void object_set_all(struct object *object, const CK_ATTRIBUTE *list, CK_ULONG count) {
  for (CK_ULONG i = 0; i < count; i++) {
    object_set(object, list[i].type, list[i].pValue, list[i].ulValueLen);
  }
}

bool object_flag(const struct object *object, CK_ATTRIBUTE_TYPE type) {
  const struct attribute *attribute = object_get(object, type);
  return attribute && attribute->length == 1 && *attribute->value;
}

CK_ULONG object_number(const struct object *object, CK_ATTRIBUTE_TYPE type) {
  const struct attribute *attribute = object_get(object, type);
  CK_ULONG value = CK_UNAVAILABLE_INFORMATION;
  if (attribute && attribute->length == sizeof value) memcpy(&value, attribute->value, sizeof value);
  return value;
}

static void append(struct objects *objects, struct object *object) {
  struct object **end = &objects->first;
  while (*end) end = &(*end)->next;
  *end = object;
  object->next = NULL;
  object->handle = ++last_handle;
}

void objects_make(struct token *token) {
  for (size_t i = 0; i < settings()->pair_count; i++) {
    const struct pair_settings *pair = &settings()->pairs[i];
    if (strcmp(pair->token, token->settings->name)) continue;
    struct object *made[3];
    pair_make(pair, made);
    for (int half = 0; half < 3; half++) {
      if (!made[half]) continue;
      object_file_write(token, made[half]);
      object_free(made[half]);
    }
  }
}

struct objects *objects_load(const struct token *token) {
  struct objects *objects = calloc(1, sizeof *objects);
  if (!objects) abort();
  for (unsigned long file = 1; file <= MOST_FOUND; file++) {
    struct object *object = object_file_read(token, file);
    if (object) append(objects, object);
  }
  return objects;
}

static void delete_if(struct token *token, bool all, CK_SESSION_HANDLE session, CK_OBJECT_HANDLE handle) {
  struct object **at = &token->objects->first;
  while (*at) {
    struct object *object = *at;
    bool meant = all || (session && object->session == session) || (handle && object->handle == handle);
    if (!meant) {
      at = &object->next;
      continue;
    }
    *at = object->next;
    if (!object->session) object_file_delete(token, object);
    object_free(object);
  }
}

void objects_delete_all(struct token *token) { delete_if(token, true, 0, 0); }

void objects_delete_of_session(struct token *token, CK_SESSION_HANDLE session) {
  delete_if(token, false, session, 0);
}

void objects_renew_private_handles(struct token *token) {
  for (struct object *object = token->objects->first; object; object = object->next) {
    if (object_flag(object, CKA_PRIVATE)) object->handle = ++last_handle;
  }
}

CK_OBJECT_HANDLE object_add(struct session *session, struct object *object) {
  if (object_flag(object, CKA_TOKEN)) {
    object_file_write(session->token, object);
  } else {
    object->session = session->handle;
  }
  append(session->token->objects, object);
  return object->handle;
}

static bool is_visible(const struct session *session, const struct object *object) {
  return session->token->login == USER || !object_flag(object, CKA_PRIVATE);
}

struct object *object_find(const struct session *session, CK_OBJECT_HANDLE handle) {
  for (struct object *object = session->token->objects->first; object; object = object->next) {
    if (object->handle == handle && is_visible(session, object)) return object;
  }
  return NULL;
}

CK_RV object_create(struct session *session, const CK_ATTRIBUTE *list, CK_ULONG count,
                    CK_OBJECT_HANDLE *handle) {
  struct object *object = object_new(NULL);
  object_set_all(object, list, count);
  CK_ULONG class = object_number(object, CKA_CLASS);
  bool on_token = object_flag(object, CKA_TOKEN);
  CK_RV rv = CKR_OK;
  if (class == CK_UNAVAILABLE_INFORMATION) rv = CKR_TEMPLATE_INCOMPLETE;
  if (class == CKO_PRIVATE_KEY) rv = CKR_TEMPLATE_INCONSISTENT; /* keys are made here, not brought */
  if (on_token && !(session->flags & CKF_RW_SESSION)) rv = CKR_SESSION_READ_ONLY;
  if (object_flag(object, CKA_PRIVATE) && session->token->login != USER) rv = CKR_USER_NOT_LOGGED_IN;
  if (rv) {
    object_free(object);
    return rv;
  }
  *handle = object_add(session, object);
  return CKR_OK;
}

CK_RV object_destroy(struct session *session, CK_OBJECT_HANDLE handle) {
  struct object *object = object_find(session, handle);
  if (!object) return CKR_OBJECT_HANDLE_INVALID;
  if (!object->session && !(session->flags & CKF_RW_SESSION)) return CKR_SESSION_READ_ONLY;
  for (CK_ULONG i = 0; i < session->search.count; i++) {
    if (session->search.found[i] == handle) session->search.found[i] = 0;
  }
  delete_if(session->token, false, 0, handle);
  return CKR_OK;
}

static bool is_secret(const struct object *object, CK_ATTRIBUTE_TYPE type) {
  bool private_number = type == CKA_VALUE || (type >= CKA_PRIVATE_EXPONENT && type <= CKA_COEFFICIENT);
  return object->key && private_number;
}

static CK_RV read_one(const struct object *object, CK_ATTRIBUTE *wanted) {
  const struct attribute *attribute = object_get(object, wanted->type);
  CK_RV rv = is_secret(object, wanted->type) ? CKR_ATTRIBUTE_SENSITIVE
             : !attribute                    ? CKR_ATTRIBUTE_TYPE_INVALID
             : wanted->pValue && wanted->ulValueLen < attribute->length ? CKR_BUFFER_TOO_SMALL
                                                                        : CKR_OK;
  if (rv) {
    wanted->ulValueLen = CK_UNAVAILABLE_INFORMATION;
    return rv;
  }
  if (wanted->pValue) memcpy(wanted->pValue, attribute->value, attribute->length);
  wanted->ulValueLen = attribute->length;
  return CKR_OK;
}

CK_RV object_read(const struct session *session, CK_OBJECT_HANDLE handle, CK_ATTRIBUTE *list,
                  CK_ULONG count) {
  const struct object *object = object_find(session, handle);
  if (!object) return CKR_OBJECT_HANDLE_INVALID;
  CK_RV last = CKR_OK;
  for (CK_ULONG i = 0; i < count; i++) {
    CK_RV rv = read_one(object, &list[i]);
    if (rv) last = rv;
  }
  return last;
}

static bool fits(const struct object *object, const CK_ATTRIBUTE *list, CK_ULONG count) {
  for (CK_ULONG i = 0; i < count; i++) {
    const struct attribute *attribute = object_get(object, list[i].type);
    if (!attribute || attribute->length != list[i].ulValueLen) return false;
    if (attribute->length && memcmp(attribute->value, list[i].pValue, attribute->length)) return false;
  }
  return true;
}

CK_RV search_begin(struct session *session, const CK_ATTRIBUTE *list, CK_ULONG count) {
  struct search *search = &session->search;
  if (search->active) return CKR_OPERATION_ACTIVE;
  *search = (struct search){.active = true};
  for (struct object *object = session->token->objects->first; object; object = object->next) {
    bool found = is_visible(session, object) && fits(object, list, count);
    if (found && search->count < MOST_FOUND) search->found[search->count++] = object->handle;
  }
  return CKR_OK;
}

CK_RV search_next(struct session *session, CK_OBJECT_HANDLE *list, CK_ULONG room, CK_ULONG *count) {
  struct search *search = &session->search;
  if (!search->active) return CKR_OPERATION_NOT_INITIALIZED;
  for (*count = 0; *count < room && search->next < search->count; search->next++) {
    if (search->found[search->next]) list[(*count)++] = search->found[search->next];
  }
  return CKR_OK;
}

CK_RV search_end(struct session *session) {
  if (!session->search.active) return CKR_OPERATION_NOT_INITIALIZED;
  session->search.active = false;
  return CKR_OK;
}
