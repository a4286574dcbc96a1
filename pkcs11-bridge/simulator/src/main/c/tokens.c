/* Token information and PIN counters, read from the state folder at each use. */
#include "tokens.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "objects.h"
#include "sessions.h"
#include "store.h"
#include "text.h"

struct pin {
  char hash[HASH_SIZE]; /* "-": not set */
  unsigned long wrong;
};

/* A token's file "token". */
struct state {
  int initialized;
  int must_change;
  char label[2 * 32 + 1];
  struct pin user, so;
};

static void name_file(const struct token *token, const char *file, char name[96]) {
  snprintf(name, 96, "tokens/%s/%s", token->settings->name, file);
}

static bool read_state(const struct token *token, struct state *state) {
  char name[96];
  name_file(token, "token", name);
  char *text = store_read(name);
  int got = text ? sscanf(text, "initialized %d\nmust-change %d\nlabel %64s\nuser %64s %lu\nso %64s %lu",
                          &state->initialized, &state->must_change, state->label, state->user.hash,
                          &state->user.wrong, state->so.hash, &state->so.wrong)
                 : 0;
  free(text);
  return got == 7;
}

static void write_state(const struct token *token, const struct state *state) {
  char name[96], text[512];
  name_file(token, "token", name);
  snprintf(text, sizeof text, "initialized %d\nmust-change %d\nlabel %s\nuser %s %lu\nso %s %lu\n",
           state->initialized, state->must_change, state->label, state->user.hash,
           state->user.wrong, state->so.hash, state->so.wrong);
  store_write(name, text);
}

static void must_read(const struct token *token, struct state *state) {
  if (!read_state(token, state)) {
    fprintf(stderr, "simulator: the state of token %s cannot be read\n", token->settings->name);
    abort();
  }
}

static void first_pin(struct pin *pin, const char *hash) {
  snprintf(pin->hash, sizeof pin->hash, "%s", *hash ? hash : "-");
  pin->wrong = 0;
}

static void make(struct token *token) {
  const struct token_settings *settings = token->settings;
  char name[96];
  unsigned char label[32];
  struct state state = {.initialized = settings->initialized,
                        .must_change = settings->must_change != CHANGE_NOT_NEEDED};
  name_file(token, "objects", name);
  store_folder(name);
  if (read_state(token, &state)) return;
  pad(label, sizeof label, settings->label.bytes, settings->label.length);
  to_hex(label, sizeof label, state.label);
  first_pin(&state.user, settings->user_pin);
  first_pin(&state.so, settings->so_pin);
  if (settings->initialized) objects_make(token);
  write_state(token, &state);
}

struct token *tokens(void) {
  static struct token all[MOST_TOKENS];
  static bool made;
  if (made) return all;
  made = true;
  int lock = store_lock();
  for (size_t i = 0; i < settings()->token_count; i++) {
    all[i].settings = &settings()->tokens[i];
    make(&all[i]);
    all[i].objects = objects_load(&all[i]);
  }
  store_unlock(lock);
  return all;
}

struct token *token_named(const char *name) {
  for (size_t i = 0; i < settings()->token_count; i++) {
    if (!strcmp(tokens()[i].settings->name, name)) return &tokens()[i];
  }
  return NULL;
}

static CK_FLAGS counter_flags(const struct token_settings *settings, unsigned long wrong) {
  if (!settings->tells_pin_state || wrong == 0) return 0;
  CK_FLAGS flags = CKF_USER_PIN_COUNT_LOW;
  if (wrong + 1 == settings->tries) flags |= CKF_USER_PIN_FINAL_TRY;
  if (wrong >= settings->tries) flags |= CKF_USER_PIN_LOCKED;
  return flags;
}

static CK_FLAGS flags_of(const struct token_settings *settings, const struct state *state) {
  CK_FLAGS flags = CKF_RNG | CKF_LOGIN_REQUIRED;
  if (state->initialized) flags |= CKF_TOKEN_INITIALIZED;
  if (strcmp(state->user.hash, "-")) flags |= CKF_USER_PIN_INITIALIZED;
  if (settings->pin_pad) flags |= CKF_PROTECTED_AUTHENTICATION_PATH;
  if (state->must_change && settings->tells_pin_state) flags |= CKF_USER_PIN_TO_BE_CHANGED;
  flags |= counter_flags(settings, state->user.wrong);
  /* The SO's flags lie four bits above the user's. */
  flags |= counter_flags(settings, state->so.wrong) << 4;
  return flags;
}

void token_info(const struct token *token, CK_TOKEN_INFO *info) {
  const struct token_settings *settings = token->settings;
  struct state state;
  size_t length;
  must_read(token, &state);
  memset(info, 0, sizeof *info);
  from_hex(state.label, info->label, sizeof info->label, &length);
  pad(info->manufacturerID, 32, settings->manufacturer.bytes, settings->manufacturer.length);
  pad(info->model, 16, settings->model.bytes, settings->model.length);
  pad(info->serialNumber, 16, settings->serial.bytes, settings->serial.length);
  pad(info->utcTime, 16, "", 0);
  info->flags = flags_of(settings, &state);
  info->ulMaxPinLen = settings->max_pin;
  info->ulMinPinLen = settings->min_pin;
  info->ulMaxSessionCount = info->ulMaxRwSessionCount = MOST_SESSIONS;
  sessions_count(token, &info->ulSessionCount, &info->ulRwSessionCount);
  info->ulTotalPublicMemory = info->ulFreePublicMemory = CK_UNAVAILABLE_INFORMATION;
  info->ulTotalPrivateMemory = info->ulFreePrivateMemory = CK_UNAVAILABLE_INFORMATION;
  info->hardwareVersion.major = info->firmwareVersion.major = 1;
}

CK_RV token_initialize(struct token *token, const CK_BYTE *pin, CK_ULONG length,
                       const CK_BYTE label[32]) {
  struct state state;
  must_read(token, &state);
  CK_RV rv = strcmp(state.so.hash, "-") ? pin_check(token, SECURITY_OFFICER, pin, length)
                                        : pin_set(token, SECURITY_OFFICER, pin, length);
  if (rv) return rv;
  objects_delete_all(token);
  must_read(token, &state);
  state.initialized = 1;
  to_hex(label, 32, state.label);
  first_pin(&state.user, "");
  write_state(token, &state);
  return CKR_OK;
}

/* What the user types on the pad: "right" (also without a file), "wrong" or "cancel". */
static CK_RV typed_on_pad(const struct token *token, bool *right) {
  char name[96];
  name_file(token, "typed", name);
  char *typed = store_read(name);
  *right = !typed || !strncmp(typed, "right", 5);
  CK_RV rv = typed && !strncmp(typed, "cancel", 6) ? CKR_FUNCTION_CANCELED : CKR_OK;
  free(typed);
  return rv;
}

static CK_RV check(struct token *token, struct pin *pin, const CK_BYTE *given, CK_ULONG length) {
  const struct token_settings *settings = token->settings;
  char hash[HASH_SIZE];
  bool right = false;
  if (!strcmp(pin->hash, "-")) return CKR_USER_PIN_NOT_INITIALIZED;
  if (pin->wrong >= settings->tries) return CKR_PIN_LOCKED;
  if (given) {
    if (length < settings->min_pin || length > settings->max_pin) return CKR_PIN_LEN_RANGE;
    hash_pin(given, length, hash);
    right = !strcmp(hash, pin->hash);
  } else {
    CK_RV rv = settings->pin_pad ? typed_on_pad(token, &right) : (CK_RV)CKR_ARGUMENTS_BAD;
    if (rv) return rv;
  }
  pin->wrong = right ? 0 : pin->wrong + 1;
  if (right) return CKR_OK;
  bool locked_now = pin->wrong >= settings->tries && settings->locking_answer_is_locked;
  return locked_now ? CKR_PIN_LOCKED : CKR_PIN_INCORRECT;
}

CK_RV pin_check(struct token *token, enum login who, const CK_BYTE *pin, CK_ULONG length) {
  char name[96];
  name_file(token, who == USER ? "user-tries" : "so-tries", name);
  store_count(name);
  int lock = store_lock();
  struct state state;
  must_read(token, &state);
  CK_RV rv = check(token, who == USER ? &state.user : &state.so, pin, length);
  write_state(token, &state);
  store_unlock(lock);
  bool expired = who == USER && state.must_change && token->settings->must_change == CHANGE_REFUSES_LOGIN;
  return !rv && expired ? CKR_PIN_EXPIRED : rv;
}

CK_RV pin_set(struct token *token, enum login who, const CK_BYTE *pin, CK_ULONG length) {
  const struct token_settings *settings = token->settings;
  struct state state;
  must_read(token, &state);
  struct pin *changed = who == USER ? &state.user : &state.so;
  if (pin) {
    if (length < settings->min_pin || length > settings->max_pin) return CKR_PIN_LEN_RANGE;
    hash_pin(pin, length, changed->hash);
  } else if (!settings->pin_pad) {
    return CKR_ARGUMENTS_BAD;
  }
  changed->wrong = 0;
  if (who == USER) state.must_change = 0;
  write_state(token, &state);
  return CKR_OK;
}

bool pin_must_change(const struct token *token) {
  struct state state;
  must_read(token, &state);
  return state.must_change;
}
