/* X.509 through libcrypto. */
#include "certificates.h"

#include <openssl/rand.h>
#include <openssl/x509v3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "keys.h"

static const long DAY = 24 * 60 * 60;

static void must(int done, const char *what) {
  if (done <= 0) {
    fprintf(stderr, "simulator: a certificate cannot be made, %s\n", what);
    abort();
  }
}

static void set_subject(X509_NAME *name, const char *subject) {
  char *copy = strdup(*subject ? subject : "C=CN,O=certassist TEST,CN=simulated key"), *next = copy;
  for (char *part; (part = strsep(&next, ","));) {
    char *value = strchr(part, '=');
    must(value != NULL, "its subject has no =");
    *value++ = 0;
    must(X509_NAME_add_entry_by_txt(name, part, MBSTRING_UTF8, (unsigned char *)value, -1, -1, 0),
         "its subject is unknown");
  }
  free(copy);
}

static void add(X509 *certificate, int extension, const char *value) {
  X509_EXTENSION *made = X509V3_EXT_conf_nid(NULL, NULL, extension, value);
  must(made && X509_add_ext(certificate, made, -1), "an extension");
  X509_EXTENSION_free(made);
}

static void sign(X509 *certificate, EVP_PKEY *key) {
  EVP_MD_CTX *context = EVP_MD_CTX_new();
  EVP_PKEY_CTX *key_context = NULL;
  bool sm2 = key_kind(key) == SM2_KEY;
  if (sm2) {
    key_context = EVP_PKEY_CTX_new(key, NULL);
    must(EVP_PKEY_CTX_set1_id(key_context, SM2_USER, strlen(SM2_USER)), "its user");
    EVP_MD_CTX_set_pkey_ctx(context, key_context);
  }
  must(EVP_DigestSignInit(context, NULL, sm2 ? EVP_sm3() : EVP_sha256(), NULL, key), "its signature");
  must(X509_sign_ctx(certificate, context), "its signature");
  EVP_MD_CTX_free(context);
  EVP_PKEY_CTX_free(key_context);
}

X509 *certificate_make(EVP_PKEY *key, const char *subject, bool is_for_encryption) {
  X509 *certificate = X509_new();
  unsigned char serial[8];
  must(RAND_bytes(serial, sizeof serial), "no random numbers");
  serial[0] &= 0x7f;
  BIGNUM *number = BN_bin2bn(serial, sizeof serial, NULL);
  X509_set_version(certificate, X509_VERSION_3);
  BN_to_ASN1_INTEGER(number, X509_get_serialNumber(certificate));
  BN_free(number);
  set_subject(X509_get_subject_name(certificate), subject);
  X509_set_issuer_name(certificate, X509_get_subject_name(certificate));
  X509_gmtime_adj(X509_getm_notBefore(certificate), -DAY);
  X509_gmtime_adj(X509_getm_notAfter(certificate), 730 * DAY);
  must(X509_set_pubkey(certificate, key), "its key");
  add(certificate, NID_key_usage,
      is_for_encryption ? "critical,keyEncipherment,dataEncipherment"
                        : "critical,digitalSignature,nonRepudiation");
  sign(certificate, key);
  return certificate;
}
