/* RSA, P-256 and SM2 keys. */
#include "keys.h"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/x509.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "objects.h"
#include "settings.h"

/* DER of the curves' object identifiers, which is what CKA_EC_PARAMS holds. */
static const unsigned char P256_OID[] = {0x06, 0x08, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07};
static const unsigned char SM2_OID[] = {0x06, 0x08, 0x2a, 0x81, 0x1c, 0xcf, 0x55, 0x01, 0x82, 0x2d};

enum kind kind_named(const char *word) {
  return !strcmp(word, "rsa") ? RSA_KEY : !strcmp(word, "p256") ? P256_KEY : !strcmp(word, "sm2") ? SM2_KEY : OTHER_KEY;
}

enum kind key_kind(const EVP_PKEY *key) {
  if (EVP_PKEY_is_a(key, "RSA")) return RSA_KEY;
  if (EVP_PKEY_is_a(key, "EC")) return P256_KEY;
  return EVP_PKEY_is_a(key, "SM2") ? SM2_KEY : OTHER_KEY;
}

EVP_PKEY *key_make(enum kind kind, unsigned bits) {
  switch (kind) {
    case RSA_KEY:
      return EVP_PKEY_Q_keygen(NULL, NULL, "RSA", (size_t)bits);
    case P256_KEY:
      return EVP_PKEY_Q_keygen(NULL, NULL, "EC", "P-256");
    case SM2_KEY:
      return EVP_PKEY_Q_keygen(NULL, NULL, "SM2");
    case OTHER_KEY:
      break;
  }
  return NULL;
}

size_t key_encode(const EVP_PKEY *key, unsigned char **der) {
  PKCS8_PRIV_KEY_INFO *info = EVP_PKEY2PKCS8(key);
  int length = i2d_PKCS8_PRIV_KEY_INFO(info, der);
  PKCS8_PRIV_KEY_INFO_free(info);
  if (length <= 0) abort();
  return (size_t)length;
}

EVP_PKEY *key_decode(const unsigned char *der, size_t length) {
  return d2i_AutoPrivateKey(NULL, &der, (long)length);
}

static void set_number(const EVP_PKEY *key, const char *name, struct object *object, CK_ATTRIBUTE_TYPE type) {
  BIGNUM *number = NULL;
  unsigned char bytes[1024];
  if (!EVP_PKEY_get_bn_param(key, name, &number)) abort();
  object_set(object, type, bytes, (CK_ULONG)BN_bn2bin(number, bytes));
  BN_free(number);
}

/* The standard wraps the point in an OCTET STRING; some drivers do not. */
static void set_point(const EVP_PKEY *key, struct object *object) {
  unsigned char point[2 + 65] = {0x04, 65};
  size_t length = 0;
  if (!EVP_PKEY_get_octet_string_param(key, OSSL_PKEY_PARAM_PUB_KEY, point + 2, 65, &length) || length != 65) {
    abort();
  }
  bool bare = settings()->point_is_bare;
  object_set(object, CKA_EC_POINT, bare ? point + 2 : point, bare ? 65 : sizeof point);
}

void key_describe(const EVP_PKEY *key, struct object *object) {
  switch (key_kind(key)) {
    case RSA_KEY:
      object_set_number(object, CKA_KEY_TYPE, CKK_RSA);
      object_set_number(object, CKA_MODULUS_BITS, (CK_ULONG)EVP_PKEY_get_bits(key));
      set_number(key, OSSL_PKEY_PARAM_RSA_N, object, CKA_MODULUS);
      set_number(key, OSSL_PKEY_PARAM_RSA_E, object, CKA_PUBLIC_EXPONENT);
      break;
    case P256_KEY:
      object_set_number(object, CKA_KEY_TYPE, CKK_EC);
      object_set(object, CKA_EC_PARAMS, P256_OID, sizeof P256_OID);
      set_point(key, object);
      break;
    case SM2_KEY:
      object_set_number(object, CKA_KEY_TYPE, (CK_ULONG)settings()->ckk_sm2);
      object_set(object, CKA_EC_PARAMS, SM2_OID, sizeof SM2_OID);
      set_point(key, object);
      break;
    case OTHER_KEY:
      break;
  }
}
