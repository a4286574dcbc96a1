/* Reads the configuration file by tables of names. */
#include "settings.h"

#include <dlfcn.h>
#include <openssl/evp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "text.h"

/* How a value is written in the file. */
enum form {
  WORD,   /* text up to the end of the line, kept as a string */
  TEXT,   /* the same kept as bytes; "hex:" and digits stand for any bytes */
  NUMBER, /* decimal, or hexadecimal after 0x */
  CHOICE, /* one of the words in `words`, kept as its place among them */
  PIN     /* a PIN in clear, kept as its hash */
};

struct setting {
  const char *name;
  enum form form;
  size_t offset, size;
  const char *words;
};

#define SETTING(name, form, structure, field, words) \
  { name, form, offsetof(struct structure, field), sizeof(((struct structure *)0)->field), words }

static const struct setting GENERAL[] = {
    SETTING("state", WORD, settings, state, NULL),
    SETTING("delay-ms", NUMBER, settings, delay_ms, NULL),
    SETTING("initialize-argument", WORD, settings, initialize_argument, NULL),
    SETTING("reader", CHOICE, settings, reader_is_fixed, "removable fixed"),
    SETTING("ckk-sm2", NUMBER, settings, ckk_sm2, NULL),
    SETTING("ckm-sm2-key-pair-gen", NUMBER, settings, ckm_sm2_key_pair_gen, NULL),
    SETTING("ckm-sm2", NUMBER, settings, ckm_sm2, NULL),
    SETTING("ckm-sm3-sm2", NUMBER, settings, ckm_sm3_sm2, NULL),
    SETTING("sm2-signature", CHOICE, settings, sm2_is_der, "raw der"),
    SETTING("sm2-z", CHOICE, settings, z_is_outside, "inside outside"),
    SETTING("ecdsa-signature", CHOICE, settings, ecdsa_is_der, "raw der"),
    SETTING("ec-point", CHOICE, settings, point_is_bare, "wrapped bare"),
    SETTING("leave-out", WORD, settings, leave_out, NULL),
    {0}};

static const struct setting TOKEN[] = {
    SETTING("slot", NUMBER, token_settings, slot, NULL),
    SETTING("plugged", CHOICE, token_settings, plugged, "no yes"),
    SETTING("initialized", CHOICE, token_settings, initialized, "no yes"),
    SETTING("label", TEXT, token_settings, label, NULL),
    SETTING("manufacturer", TEXT, token_settings, manufacturer, NULL),
    SETTING("model", TEXT, token_settings, model, NULL),
    SETTING("serial", TEXT, token_settings, serial, NULL),
    SETTING("pin", PIN, token_settings, user_pin, NULL),
    SETTING("pin-sha256", WORD, token_settings, user_pin, NULL),
    SETTING("so-pin", PIN, token_settings, so_pin, NULL),
    SETTING("so-pin-sha256", WORD, token_settings, so_pin, NULL),
    SETTING("tries", NUMBER, token_settings, tries, NULL),
    SETTING("min-pin", NUMBER, token_settings, min_pin, NULL),
    SETTING("max-pin", NUMBER, token_settings, max_pin, NULL),
    SETTING("pin-pad", CHOICE, token_settings, pin_pad, "no yes"),
    SETTING("pin-state", CHOICE, token_settings, tells_pin_state, "silent told"),
    SETTING("must-change", CHOICE, token_settings, must_change, "no after-login refuses-login"),
    SETTING("locking-answer", CHOICE, token_settings, locking_answer_is_locked, "incorrect locked"),
    {0}};

static const struct setting PAIR[] = {
    SETTING("token", WORD, pair_settings, token, NULL),
    SETTING("kind", WORD, pair_settings, kind, NULL),
    SETTING("usage", CHOICE, pair_settings, is_for_encryption, "signing encryption"),
    SETTING("id", TEXT, pair_settings, id, NULL),
    SETTING("label", TEXT, pair_settings, label, NULL),
    SETTING("certificate", WORD, pair_settings, certificate, NULL),
    SETTING("key", WORD, pair_settings, key, NULL),
    SETTING("subject", WORD, pair_settings, subject, NULL),
    SETTING("always-authenticate", CHOICE, pair_settings, always_authenticate, "no yes"),
    SETTING("public-key", CHOICE, pair_settings, shows_public_key, "hidden shown"),
    {0}};

/* Vendor numbers as Sansec's and most other drivers have them. */
static const struct settings USUAL = {.ckk_sm2 = 0x80000004,
                                      .ckm_sm2_key_pair_gen = 0x80008001,
                                      .ckm_sm2 = 0x80008105,
                                      .ckm_sm3_sm2 = 0x80008100};

static const struct token_settings USUAL_TOKEN = {.plugged = 1,
                                                  .initialized = 1,
                                                  .manufacturer = {"certassist TEST", 15},
                                                  .model = {"simulator", 9},
                                                  .tries = 3,
                                                  .min_pin = 4,
                                                  .max_pin = 16,
                                                  .tells_pin_state = 1};

static const struct pair_settings USUAL_PAIR = {.kind = "rsa", .shows_public_key = 1};

void hash_pin(const void *pin, size_t length, char hash[HASH_SIZE]) {
  unsigned char digest[32];
  if (!EVP_Digest(pin, length, digest, NULL, EVP_sha256(), NULL)) abort();
  to_hex(digest, sizeof digest, hash);
}

static bool choose(const char *value, const char *words, int *place) {
  size_t length = strlen(value);
  for (int i = 0; *words; i++) {
    size_t word = strcspn(words, " ");
    if (word == length && !strncmp(words, value, word)) {
      *place = i;
      return true;
    }
    words += word + (words[word] == ' ');
  }
  return false;
}

static bool take(const struct setting *setting, void *into, const char *value) {
  char *field = (char *)into + setting->offset;
  char *end;
  struct text *text = (struct text *)field;
  switch (setting->form) {
    case WORD:
      return (size_t)snprintf(field, setting->size, "%s", value) < setting->size;
    case TEXT:
      if (!strncmp(value, "hex:", 4)) {
        return from_hex(value + 4, text->bytes, sizeof text->bytes, &text->length);
      }
      text->length = strlen(value);
      if (text->length > sizeof text->bytes) return false;
      memcpy(text->bytes, value, text->length);
      return true;
    case NUMBER:
      *(unsigned long *)field = strtoul(value, &end, 0);
      return *value && !*end;
    case CHOICE:
      return choose(value, setting->words, (int *)field);
    case PIN:
      hash_pin(value, strlen(value), field);
      return true;
  }
  return false;
}

/* The section that is being read: its table, and where its values go. */
struct section {
  const struct setting *table;
  void *into;
};

static bool open_section(struct settings *all, char *line, struct section *section) {
  char kind[8], name[NAME_SIZE];
  if (sscanf(line, "[%7s %31[^]]]", kind, name) != 2) return false;
  if (!strcmp(kind, "token") && all->token_count < MOST_TOKENS) {
    struct token_settings *token = &all->tokens[all->token_count++];
    *token = USUAL_TOKEN;
    strcpy(token->name, name);
    token->slot = all->token_count;
    *section = (struct section){TOKEN, token};
    return true;
  }
  if (!strcmp(kind, "pair") && all->pair_count < MOST_PAIRS) {
    struct pair_settings *pair = &all->pairs[all->pair_count++];
    *pair = USUAL_PAIR;
    strcpy(pair->name, name);
    *section = (struct section){PAIR, pair};
    return true;
  }
  return false;
}

static bool read_line(struct settings *all, char *line, struct section *section) {
  line = trim(line);
  if (!*line || *line == '#') return true;
  if (*line == '[') return open_section(all, line, section);
  char *equals = strchr(line, '=');
  if (!equals) return false;
  *equals = 0;
  const char *name = trim(line), *value = trim(equals + 1);
  for (const struct setting *setting = section->table; setting->name; setting++) {
    if (!strcmp(setting->name, name)) return take(setting, section->into, value);
  }
  return false;
}

static bool read_all(struct settings *all, FILE *file) {
  char line[2 * PATH_MAX];
  struct section section = {GENERAL, all};
  for (int number = 1; fgets(line, sizeof line, file); number++) {
    if (!read_line(all, line, &section)) {
      fprintf(stderr, "simulator: line %d of the configuration is not understood\n", number);
      return false;
    }
  }
  if (!*all->state) fprintf(stderr, "simulator: the configuration names no state folder\n");
  return *all->state;
}

/* What the variable names, else simulator.conf beside the driver: some clients give no variables. */
static FILE *configuration(void) {
  const char *named = getenv(SETTINGS_VARIABLE);
  if (named) return fopen(named, "r");
  Dl_info own;
  char path[PATH_MAX];
  const char *end = dladdr(GENERAL, &own) ? strrchr(own.dli_fname, '/') : NULL;
  if (!end) return NULL;
  int length = snprintf(path, sizeof path, "%.*s/simulator.conf", (int)(end - own.dli_fname), own.dli_fname);
  return length < (int)sizeof path ? fopen(path, "r") : NULL;
}

const struct settings *settings(void) {
  static struct settings all;
  static bool read;
  if (read) return &all;
  FILE *file = configuration();
  if (!file) {
    fprintf(stderr, "simulator: neither %s nor a simulator.conf beside the driver can be read\n", SETTINGS_VARIABLE);
    return NULL;
  }
  all = USUAL;
  read = read_all(&all, file);
  fclose(file);
  return read ? &all : NULL;
}
