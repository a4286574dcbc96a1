/* Keys through libcrypto: making, keeping, and their public numbers as attributes. */
#ifndef KEYS_H
#define KEYS_H

#include <openssl/evp.h>
#include <stdbool.h>
#include <stddef.h>

#include "cryptoki.h"

struct object;

enum kind { RSA_KEY, P256_KEY, SM2_KEY, OTHER_KEY };

/* The word of the configuration: rsa, p256 or sm2. */
enum kind kind_named(const char *word);

enum kind key_kind(const EVP_PKEY *key);

/* A fresh key; of RSA with as many bits as are asked for. */
EVP_PKEY *key_make(enum kind kind, unsigned bits);

/* PKCS#8; the caller frees with OPENSSL_free. */
size_t key_encode(const EVP_PKEY *key, unsigned char **der);
EVP_PKEY *key_decode(const unsigned char *der, size_t length);

/* CKA_KEY_TYPE and the public numbers of the key. */
void key_describe(const EVP_PKEY *key, struct object *object);

/* What SM2 hashes about its user where nobody says otherwise (GM/T 0009). */
#define SM2_USER "1234567812345678"

#endif
