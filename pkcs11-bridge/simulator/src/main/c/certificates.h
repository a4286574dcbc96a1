/* Certificates that the simulator makes for itself. */
#ifndef CERTIFICATES_H
#define CERTIFICATES_H

#include <openssl/x509.h>
#include <stdbool.h>

/*
 * A certificate over the key's public half, signed by the key itself, valid for two years.
 *
 * subject: "C=CN,O=...,CN=..."; empty: a name that says what this is.
 */
X509 *certificate_make(EVP_PKEY *key, const char *subject, bool is_for_encryption);

#endif
