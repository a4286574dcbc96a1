/* Pairs of the configuration: a key with its certificate. */
#ifndef PAIRS_H
#define PAIRS_H

#include "objects.h"

/* Private key, certificate and, where it is shown, public key (else NULL). */
void pair_make(const struct pair_settings *pair, struct object *made[3]);

/* Attributes that every private or public key has; the caller's own may replace them. */
void pair_private_defaults(struct object *object);
void pair_public_defaults(struct object *object);

#endif
