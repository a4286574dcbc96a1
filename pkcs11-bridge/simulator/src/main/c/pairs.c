/* Makes the objects of a pair from files that the configuration names, or from nothing. */
#include "pairs.h"

#include <openssl/x509.h>
#include <stdio.h>
#include <stdlib.h>

#include "certificates.h"
#include "keys.h"
#include "store.h"

enum { RSA_BITS = 2048 };

static void fail(const struct pair_settings *pair, const char *what) {
  fprintf(stderr, "simulator: the %s of pair %s cannot be used\n", what, pair->name);
  abort();
}

static EVP_PKEY *key_of(const struct pair_settings *pair) {
  if (!*pair->key) {
    EVP_PKEY *made = key_make(kind_named(pair->kind), RSA_BITS);
    if (!made) fail(pair, "kind");
    return made;
  }
  size_t length;
  unsigned char *der = (unsigned char *)file_read(pair->key, &length);
  EVP_PKEY *key = der ? key_decode(der, length) : NULL;
  free(der);
  if (!key) fail(pair, "key");
  return key;
}

static X509 *certificate_of(const struct pair_settings *pair, EVP_PKEY *key) {
  if (!*pair->certificate) return certificate_make(key, pair->subject, pair->is_for_encryption);
  size_t length;
  unsigned char *der = (unsigned char *)file_read(pair->certificate, &length);
  const unsigned char *at = der;
  X509 *certificate = der ? d2i_X509(NULL, &at, (long)length) : NULL;
  free(der);
  if (!certificate) fail(pair, "certificate");
  return certificate;
}

static void set_name(struct object *object, CK_ATTRIBUTE_TYPE type, const X509_NAME *name) {
  unsigned char *der = NULL;
  int length = i2d_X509_NAME(name, &der);
  object_set(object, type, der, (CK_ULONG)length);
  OPENSSL_free(der);
}

static struct object *certificate_object(X509 *certificate) {
  struct object *object = object_new(NULL);
  unsigned char *der = NULL;
  int length = i2d_X509(certificate, &der);
  object_set_number(object, CKA_CLASS, CKO_CERTIFICATE);
  object_set_number(object, CKA_CERTIFICATE_TYPE, CKC_X_509);
  object_set_flag(object, CKA_PRIVATE, false);
  object_set(object, CKA_VALUE, der, (CK_ULONG)length);
  OPENSSL_free(der);
  set_name(object, CKA_SUBJECT, X509_get_subject_name(certificate));
  set_name(object, CKA_ISSUER, X509_get_issuer_name(certificate));
  der = NULL;
  length = i2d_ASN1_INTEGER(X509_get0_serialNumber(certificate), &der);
  object_set(object, CKA_SERIAL_NUMBER, der, (CK_ULONG)length);
  OPENSSL_free(der);
  return object;
}

static void set_flags_off(struct object *object, const CK_ATTRIBUTE_TYPE *types, size_t count) {
  for (size_t i = 0; i < count; i++) object_set_flag(object, types[i], false);
}

void pair_private_defaults(struct object *object) {
  static const CK_ATTRIBUTE_TYPE OFF[] = {CKA_EXTRACTABLE, CKA_DECRYPT,      CKA_SIGN_RECOVER,
                                          CKA_UNWRAP,      CKA_DERIVE,       CKA_ALWAYS_AUTHENTICATE};
  set_flags_off(object, OFF, sizeof OFF / sizeof *OFF);
  object_set_number(object, CKA_CLASS, CKO_PRIVATE_KEY);
  object_set_flag(object, CKA_PRIVATE, true);
  object_set_flag(object, CKA_SENSITIVE, true);
  object_set_flag(object, CKA_ALWAYS_SENSITIVE, true);
  object_set_flag(object, CKA_NEVER_EXTRACTABLE, true);
  object_set_flag(object, CKA_LOCAL, true);
  object_set_flag(object, CKA_SIGN, true);
}

void pair_public_defaults(struct object *object) {
  static const CK_ATTRIBUTE_TYPE OFF[] = {CKA_PRIVATE, CKA_ENCRYPT, CKA_VERIFY_RECOVER, CKA_WRAP, CKA_DERIVE};
  set_flags_off(object, OFF, sizeof OFF / sizeof *OFF);
  object_set_number(object, CKA_CLASS, CKO_PUBLIC_KEY);
  object_set_flag(object, CKA_LOCAL, true);
  object_set_flag(object, CKA_VERIFY, true);
}

static struct object *private_object(const struct pair_settings *pair, EVP_PKEY *key) {
  struct object *object = object_new(key);
  pair_private_defaults(object);
  object_set_flag(object, CKA_SIGN, !pair->is_for_encryption);
  object_set_flag(object, CKA_DECRYPT, pair->is_for_encryption);
  object_set_flag(object, CKA_ALWAYS_AUTHENTICATE, pair->always_authenticate);
  key_describe(key, object);
  return object;
}

static struct object *public_object(const struct pair_settings *pair, const EVP_PKEY *key) {
  struct object *object = object_new(NULL);
  pair_public_defaults(object);
  object_set_flag(object, CKA_VERIFY, !pair->is_for_encryption);
  object_set_flag(object, CKA_ENCRYPT, pair->is_for_encryption);
  key_describe(key, object);
  return object;
}

void pair_make(const struct pair_settings *pair, struct object *made[3]) {
  EVP_PKEY *key = key_of(pair);
  X509 *certificate = certificate_of(pair, key);
  made[0] = private_object(pair, key);
  made[1] = certificate_object(certificate);
  made[2] = pair->shows_public_key ? public_object(pair, key) : NULL;
  for (int i = 0; i < 3; i++) {
    if (!made[i]) continue;
    object_set_flag(made[i], CKA_TOKEN, true);
    object_set_flag(made[i], CKA_MODIFIABLE, false);
    object_set(made[i], CKA_ID, pair->id.bytes, (CK_ULONG)pair->id.length);
    object_set(made[i], CKA_LABEL, pair->label.bytes, (CK_ULONG)pair->label.length);
    if (i != 1) set_name(made[i], CKA_SUBJECT, X509_get_subject_name(certificate));
  }
  X509_free(certificate);
}
