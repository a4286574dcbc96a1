/*
 * Lines "0x3 hex" for bytes, "0x0 =2" for a number, whose width differs between the builds, and
 * "key hex" for a private key as PKCS#8.
 */
#include "object_files.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "keys.h"
#include "store.h"
#include "text.h"

static bool is_number(CK_ATTRIBUTE_TYPE type) {
  switch (type) {
    case CKA_CLASS:
    case CKA_CERTIFICATE_TYPE:
    case CKA_CERTIFICATE_CATEGORY:
    case CKA_KEY_TYPE:
    case CKA_MODULUS_BITS:
    case CKA_KEY_GEN_MECHANISM:
      return true;
    default:
      return false;
  }
}

static void name_file(const struct token *token, unsigned long file, char name[96]) {
  snprintf(name, 96, "tokens/%s/objects/%lu", token->settings->name, file);
}

static void write_hex(FILE *out, const char *name, const unsigned char *bytes, size_t length) {
  char *hex = malloc(2 * length + 1);
  if (!hex) abort();
  to_hex(bytes, length, hex);
  fprintf(out, "%s %s\n", name, hex);
  free(hex);
}

static void write_attribute(FILE *out, const struct object *object, const struct attribute *attribute) {
  char name[24];
  snprintf(name, sizeof name, "0x%lx", (unsigned long)attribute->type);
  if (is_number(attribute->type)) {
    fprintf(out, "%s =%lu\n", name, (unsigned long)object_number(object, attribute->type));
  } else {
    write_hex(out, name, attribute->value, attribute->length);
  }
}

void object_file_write(const struct token *token, struct object *object) {
  char name[96], *text = NULL, *there;
  size_t size;
  do {
    object->file++;
    name_file(token, object->file, name);
    there = store_read(name);
    free(there);
  } while (there);
  FILE *out = open_memstream(&text, &size);
  if (!out) abort();
  for (CK_ULONG i = 0; i < object->count; i++) write_attribute(out, object, &object->attributes[i]);
  if (object->key) {
    unsigned char *der = NULL;
    size_t length = key_encode(object->key, &der);
    write_hex(out, "key", der, length);
    OPENSSL_free(der);
  }
  fclose(out);
  store_write(name, text);
  free(text);
}

static void read_line(struct object *object, char *line) {
  char *value = strchr(line, ' ');
  if (!value) return;
  *value++ = 0;
  CK_ATTRIBUTE_TYPE type = (CK_ATTRIBUTE_TYPE)strtoul(line, NULL, 0);
  if (*value == '=') {
    object_set_number(object, type, (CK_ULONG)strtoul(value + 1, NULL, 10));
    return;
  }
  size_t length, room = strlen(value) / 2;
  unsigned char *bytes = malloc(room + 1);
  if (!bytes || !from_hex(value, bytes, room, &length)) abort();
  if (!strcmp(line, "key")) {
    object->key = key_decode(bytes, length);
  } else {
    object_set(object, type, bytes, (CK_ULONG)length);
  }
  free(bytes);
}

struct object *object_file_read(const struct token *token, unsigned long file) {
  char name[96];
  name_file(token, file, name);
  char *text = store_read(name), *next = text;
  if (!text) return NULL;
  struct object *object = object_new(NULL);
  object->file = file;
  for (char *line; (line = strsep(&next, "\n"));) read_line(object, line);
  free(text);
  return object;
}

void object_file_delete(const struct token *token, const struct object *object) {
  char name[96];
  name_file(token, object->file, name);
  store_delete(name);
}
