/* The configuration file: what the simulated driver and its tokens are like. README.md lists it. */
#ifndef SETTINGS_H
#define SETTINGS_H

#include <limits.h>
#include <stdbool.h>
#include <stddef.h>

#include "cryptoki.h"

/* The environment variable that names the file. */
#define SETTINGS_VARIABLE "CERTASSIST_SIMULATOR"

enum { MOST_TOKENS = 8, MOST_PAIRS = 32, NAME_SIZE = 32, HASH_SIZE = 65 };

/* Bytes as they are shown outside, in whatever character set. */
struct text {
  unsigned char bytes[128];
  size_t length;
};

enum must_change { CHANGE_NOT_NEEDED, CHANGE_AFTER_LOGIN, CHANGE_REFUSES_LOGIN };

struct token_settings {
  char name[NAME_SIZE];
  unsigned long slot;
  int plugged;
  int initialized;
  struct text label, manufacturer, model, serial;
  char user_pin[HASH_SIZE], so_pin[HASH_SIZE]; /* SHA-256 in hexadecimal, empty: not set */
  unsigned long tries;
  unsigned long min_pin, max_pin;
  int pin_pad;
  int tells_pin_state;
  int must_change;
  int locking_answer_is_locked;
};

struct pair_settings {
  char name[NAME_SIZE];
  char token[NAME_SIZE];
  char kind[8];
  int is_for_encryption;
  struct text id, label;
  char certificate[PATH_MAX], key[PATH_MAX];
  char subject[512];
  int always_authenticate;
  int shows_public_key;
};

struct settings {
  char state[PATH_MAX];
  unsigned long delay_ms;
  char initialize_argument[256]; /* empty: pReserved must be NULL, as the standard wants it */
  int reader_is_fixed;
  unsigned long ckk_sm2, ckm_sm2_key_pair_gen, ckm_sm2, ckm_sm3_sm2;
  int sm2_is_der;
  int z_is_outside;
  int ecdsa_is_der;
  int point_is_bare;
  char leave_out[256];
  struct token_settings tokens[MOST_TOKENS];
  size_t token_count;
  struct pair_settings pairs[MOST_PAIRS];
  size_t pair_count;
};

/* The settings, read once a process; NULL with a word on standard error when there are none. */
const struct settings *settings(void);

/* SHA-256 in hexadecimal, how PINs are kept. */
void hash_pin(const void *pin, size_t length, char hash[HASH_SIZE]);

#endif
