/* The objects on a token: certificates and keys as lists of attributes, kept in the state folder. */
#ifndef OBJECTS_H
#define OBJECTS_H

#include <openssl/evp.h>
#include <stdbool.h>

#include "cryptoki.h"
#include "sessions.h"
#include "tokens.h"

struct attribute {
  CK_ATTRIBUTE_TYPE type;
  CK_ULONG length;
  unsigned char *value;
};

struct object {
  CK_OBJECT_HANDLE handle;
  CK_SESSION_HANDLE session; /* that it ends with; 0: it lives on the token */
  unsigned long file;        /* its number in the state folder */
  EVP_PKEY *key;             /* of a private key */
  struct attribute *attributes;
  CK_ULONG count;
  struct object *next;
};

struct objects {
  struct object *first;
};

/* Makes the pairs of the configuration, once in a token's life. */
void objects_make(struct token *token);

/* The token's objects from the state folder. */
struct objects *objects_load(const struct token *token);

void objects_delete_all(struct token *token);
void objects_delete_of_session(struct token *token, CK_SESSION_HANDLE session);
void objects_renew_private_handles(struct token *token);

/* A fresh object that nobody sees yet; takes over the key. */
struct object *object_new(EVP_PKEY *key);
void object_free(struct object *object);

/* Sets an attribute; one that is there already is replaced. */
void object_set(struct object *object, CK_ATTRIBUTE_TYPE type, const void *value, CK_ULONG length);
void object_set_number(struct object *object, CK_ATTRIBUTE_TYPE type, CK_ULONG value);
void object_set_flag(struct object *object, CK_ATTRIBUTE_TYPE type, bool value);
void object_set_all(struct object *object, const CK_ATTRIBUTE *list, CK_ULONG count);

const struct attribute *object_get(const struct object *object, CK_ATTRIBUTE_TYPE type);
bool object_flag(const struct object *object, CK_ATTRIBUTE_TYPE type);
CK_ULONG object_number(const struct object *object, CK_ATTRIBUTE_TYPE type);

/* Puts an object on the token, or into the session when it has no CKA_TOKEN. */
CK_OBJECT_HANDLE object_add(struct session *session, struct object *object);

/* What a session sees: everything public, and everything when the user is logged in. */
struct object *object_find(const struct session *session, CK_OBJECT_HANDLE handle);

CK_RV object_create(struct session *session, const CK_ATTRIBUTE *list, CK_ULONG count,
                    CK_OBJECT_HANDLE *handle);
CK_RV object_destroy(struct session *session, CK_OBJECT_HANDLE handle);
CK_RV object_read(const struct session *session, CK_OBJECT_HANDLE handle, CK_ATTRIBUTE *list,
                  CK_ULONG count);
CK_RV search_begin(struct session *session, const CK_ATTRIBUTE *list, CK_ULONG count);
CK_RV search_next(struct session *session, CK_OBJECT_HANDLE *list, CK_ULONG room, CK_ULONG *count);
CK_RV search_end(struct session *session);

#endif
