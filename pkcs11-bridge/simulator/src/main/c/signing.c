/* A table of mechanisms says what is offered; data are gathered and signed in one go at the end. */
#include "signing.h"

#include <openssl/ec.h>
#include <openssl/rsa.h>
#include <stdlib.h>
#include <string.h>

#include "keys.h"
#include "objects.h"
#include "pairs.h"
#include "settings.h"

/* What is done to the data before the key's own operation. */
enum preparation { NO_SIGNATURE, GIVEN, SHA256_FIRST, SM3_FIRST };

struct mechanism {
  const char *name; /* as "leave-out" in the configuration has it */
  CK_MECHANISM_TYPE type;
  enum kind kind;
  enum preparation preparation;
  CK_ULONG min_bits, max_bits;
};

enum { MECHANISM_COUNT = 9 };

static const struct mechanism *mechanisms(void) {
  static struct mechanism all[MECHANISM_COUNT];
  const struct mechanism table[MECHANISM_COUNT] = {
      {"rsa-key-pair-gen", CKM_RSA_PKCS_KEY_PAIR_GEN, RSA_KEY, NO_SIGNATURE, 1024, 4096},
      {"rsa", CKM_RSA_PKCS, RSA_KEY, GIVEN, 1024, 4096},
      {"sha256-rsa", CKM_SHA256_RSA_PKCS, RSA_KEY, SHA256_FIRST, 1024, 4096},
      {"ec-key-pair-gen", CKM_EC_KEY_PAIR_GEN, P256_KEY, NO_SIGNATURE, 256, 256},
      {"ecdsa", CKM_ECDSA, P256_KEY, GIVEN, 256, 256},
      {"ecdsa-sha256", CKM_ECDSA_SHA256, P256_KEY, SHA256_FIRST, 256, 256},
      {"sm2-key-pair-gen", (CK_ULONG)settings()->ckm_sm2_key_pair_gen, SM2_KEY, NO_SIGNATURE, 256, 256},
      {"sm2", (CK_ULONG)settings()->ckm_sm2, SM2_KEY, GIVEN, 256, 256},
      {"sm3-sm2", (CK_ULONG)settings()->ckm_sm3_sm2, SM2_KEY, SM3_FIRST, 256, 256}};
  memcpy(all, table, sizeof all);
  return all;
}

static bool is_left_out(const struct mechanism *mechanism) {
  const char *words = settings()->leave_out;
  size_t length = strlen(mechanism->name);
  for (const char *at = words; (at = strstr(at, mechanism->name)); at += length) {
    bool starts = at == words || at[-1] == ' ', ends = !at[length] || at[length] == ' ';
    if (starts && ends) return true;
  }
  return false;
}

static const struct mechanism *find(CK_MECHANISM_TYPE type) {
  for (int i = 0; i < MECHANISM_COUNT; i++) {
    const struct mechanism *mechanism = &mechanisms()[i];
    if (mechanism->type == type && !is_left_out(mechanism)) return mechanism;
  }
  return NULL;
}

CK_RV mechanism_list(CK_MECHANISM_TYPE *list, CK_ULONG *count) {
  CK_ULONG room = *count;
  *count = 0;
  for (int i = 0; i < MECHANISM_COUNT; i++) {
    if (is_left_out(&mechanisms()[i])) continue;
    if (list && *count < room) list[*count] = mechanisms()[i].type;
    ++*count;
  }
  return list && *count > room ? CKR_BUFFER_TOO_SMALL : CKR_OK;
}

CK_RV mechanism_info(CK_MECHANISM_TYPE type, CK_MECHANISM_INFO *info) {
  const struct mechanism *mechanism = find(type);
  if (!mechanism) return CKR_MECHANISM_INVALID;
  bool signs = mechanism->preparation != NO_SIGNATURE;
  *info = (CK_MECHANISM_INFO){mechanism->min_bits, mechanism->max_bits,
                              signs ? CKF_SIGN : CKF_GENERATE_KEY_PAIR};
  return CKR_OK;
}

CK_RV sign_begin(struct session *session, const CK_MECHANISM *mechanism, CK_OBJECT_HANDLE key) {
  if (session->signing.key) return CKR_OPERATION_ACTIVE;
  const struct mechanism *known = find(mechanism->mechanism);
  if (!known || known->preparation == NO_SIGNATURE) return CKR_MECHANISM_INVALID;
  CK_RV rv = session_may_use_keys(session);
  if (rv) return rv;
  struct object *object = object_find(session, key);
  if (!object || !object->key) return CKR_KEY_HANDLE_INVALID;
  if (known->kind != key_kind(object->key)) return CKR_KEY_TYPE_INCONSISTENT;
  if (!object_flag(object, CKA_SIGN)) return CKR_KEY_FUNCTION_NOT_PERMITTED;
  session->signing = (struct signing){.key = object,
                                      .mechanism = mechanism->mechanism,
                                      .wants_pin = object_flag(object, CKA_ALWAYS_AUTHENTICATE)};
  return CKR_OK;
}

CK_RV sign_more(struct session *session, const CK_BYTE *data, CK_ULONG length) {
  struct signing *signing = &session->signing;
  if (!signing->key) return CKR_OPERATION_NOT_INITIALIZED;
  unsigned char *grown = realloc(signing->data, signing->length + length + 1);
  if (!grown) return CKR_DEVICE_MEMORY;
  if (length) memcpy(grown + signing->length, data, length);
  signing->data = grown;
  signing->length += length;
  return CKR_OK;
}

/* r and s side by side, as PKCS#11 has them, from the DER that libcrypto gives. */
static size_t to_raw(const unsigned char *der, size_t length, unsigned char raw[64]) {
  ECDSA_SIG *signature = d2i_ECDSA_SIG(NULL, &der, (long)length);
  if (!signature) return 0;
  BN_bn2binpad(ECDSA_SIG_get0_r(signature), raw, 32);
  BN_bn2binpad(ECDSA_SIG_get0_s(signature), raw + 32, 32);
  ECDSA_SIG_free(signature);
  return 64;
}

static bool sign_given(EVP_PKEY *key, const unsigned char *data, size_t length, unsigned char *out, size_t *size) {
  EVP_PKEY_CTX *context = EVP_PKEY_CTX_new(key, NULL);
  bool done = EVP_PKEY_sign_init(context) > 0;
  if (done && key_kind(key) == RSA_KEY) done = EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PADDING) > 0;
  done = done && EVP_PKEY_sign(context, out, size, data, length) > 0;
  EVP_PKEY_CTX_free(context);
  return done;
}

/* Hashes and signs; SM2 puts its Z in front of the data. */
static bool sign_hashed(EVP_PKEY *key, const EVP_MD *hash, const struct signing *signing, unsigned char *out, size_t *size) {
  EVP_MD_CTX *context = EVP_MD_CTX_new();
  EVP_PKEY_CTX *key_context = EVP_PKEY_CTX_new(key, NULL);
  bool done = key_kind(key) != SM2_KEY || EVP_PKEY_CTX_set1_id(key_context, SM2_USER, strlen(SM2_USER)) > 0;
  EVP_MD_CTX_set_pkey_ctx(context, key_context);
  done = done && EVP_DigestSignInit(context, NULL, hash, NULL, key) > 0 &&
         EVP_DigestSign(context, out, size, signing->data, signing->length) > 0;
  EVP_MD_CTX_free(context);
  EVP_PKEY_CTX_free(key_context);
  return done;
}

static bool make_signature(const struct signing *signing, unsigned char *out, size_t *size) {
  EVP_PKEY *key = signing->key->key;
  unsigned char digest[32];
  switch (find(signing->mechanism)->preparation) {
    case SHA256_FIRST:
      return sign_hashed(key, EVP_sha256(), signing, out, size);
    case SM3_FIRST:
      if (!settings()->z_is_outside) return sign_hashed(key, EVP_sm3(), signing, out, size);
      return EVP_Digest(signing->data, signing->length, digest, NULL, EVP_sm3(), NULL) &&
             sign_given(key, digest, sizeof digest, out, size);
    case GIVEN:
    case NO_SIGNATURE:
      break;
  }
  return sign_given(key, signing->data, signing->length, out, size);
}

static bool is_der(const EVP_PKEY *key) {
  return key_kind(key) == SM2_KEY ? settings()->sm2_is_der : settings()->ecdsa_is_der;
}

/* The data of a mechanism that does not hash: a digest, or for RSA what fits its padding. */
static bool fits(const struct signing *signing) {
  EVP_PKEY *key = signing->key->key;
  if (find(signing->mechanism)->preparation != GIVEN) return true;
  if (key_kind(key) == RSA_KEY) return signing->length + 11 <= (CK_ULONG)EVP_PKEY_get_size(key);
  return key_kind(key) == SM2_KEY ? signing->length == 32 : signing->length <= 64;
}

CK_RV sign_end(struct session *session, CK_BYTE *signature, CK_ULONG *length) {
  struct signing *signing = &session->signing;
  if (!signing->key) return CKR_OPERATION_NOT_INITIALIZED;
  EVP_PKEY *key = signing->key->key;
  bool halves = key_kind(key) != RSA_KEY && !is_der(key);
  CK_ULONG most = halves ? 64 : (CK_ULONG)EVP_PKEY_get_size(key);
  if (!signature || *length < most) {
    *length = most;
    return signature ? CKR_BUFFER_TOO_SMALL : CKR_OK;
  }
  CK_RV rv = CKR_OK;
  unsigned char made[1024], raw[64];
  size_t size = sizeof made;
  if (signing->wants_pin) {
    rv = CKR_USER_NOT_LOGGED_IN;
  } else if (!fits(signing)) {
    rv = CKR_DATA_LEN_RANGE;
  } else if (!make_signature(signing, made, &size)) {
    rv = CKR_FUNCTION_FAILED;
  } else {
    if (halves) size = to_raw(made, size, raw);
    memcpy(signature, halves ? raw : made, size);
    *length = (CK_ULONG)size;
  }
  signing_end(signing);
  return rv;
}

static CK_ULONG number_in(const CK_ATTRIBUTE *list, CK_ULONG count, CK_ATTRIBUTE_TYPE type, CK_ULONG otherwise) {
  for (CK_ULONG i = 0; i < count; i++) {
    if (list[i].type == type && list[i].ulValueLen == sizeof otherwise) {
      memcpy(&otherwise, list[i].pValue, sizeof otherwise);
    }
  }
  return otherwise;
}

CK_RV pair_generate(struct session *session, const CK_MECHANISM *mechanism,
                    const CK_ATTRIBUTE *public_list, CK_ULONG public_count,
                    const CK_ATTRIBUTE *private_list, CK_ULONG private_count,
                    CK_OBJECT_HANDLE *public_key, CK_OBJECT_HANDLE *private_key) {
  const struct mechanism *known = find(mechanism->mechanism);
  if (!known || known->preparation != NO_SIGNATURE) return CKR_MECHANISM_INVALID;
  if (!(session->flags & CKF_RW_SESSION)) return CKR_SESSION_READ_ONLY;
  CK_RV rv = session_may_use_keys(session);
  if (rv) return rv;
  EVP_PKEY *key = key_make(known->kind, (unsigned)number_in(public_list, public_count, CKA_MODULUS_BITS, 2048));
  if (!key) return CKR_FUNCTION_FAILED;
  struct object *private_half = object_new(key), *public_half = object_new(NULL);
  pair_private_defaults(private_half);
  object_set_all(private_half, private_list, private_count);
  key_describe(key, private_half);
  pair_public_defaults(public_half);
  object_set_all(public_half, public_list, public_count);
  key_describe(key, public_half);
  *private_key = object_add(session, private_half);
  *public_key = object_add(session, public_half);
  return CKR_OK;
}
