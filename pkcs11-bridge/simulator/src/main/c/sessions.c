/* The table of sessions; login belongs to the token, not to a session. */
#include "sessions.h"

#include <stdlib.h>
#include <string.h>

#include "objects.h"
#include "slots.h"

static struct session sessions[MOST_SESSIONS];
static CK_SESSION_HANDLE last_handle = 0x1000;

static bool is_open(const struct session *session) { return session->handle && !session->lost; }

void signing_end(struct signing *signing) {
  free(signing->data);
  *signing = (struct signing){0};
}

static void end(struct session *session) {
  objects_delete_of_session(session->token, session->handle);
  signing_end(&session->signing);
  *session = (struct session){0};
}

void sessions_count(const struct token *token, CK_ULONG *all, CK_ULONG *writing) {
  *all = *writing = 0;
  for (int i = 0; i < MOST_SESSIONS; i++) {
    if (!is_open(&sessions[i]) || sessions[i].token != token) continue;
    ++*all;
    if (sessions[i].flags & CKF_RW_SESSION) ++*writing;
  }
}

/* Handles of private objects die with the login. */
static void log_out(struct token *token) {
  token->login = NOBODY;
  objects_renew_private_handles(token);
}

static void log_out_after_the_last(struct token *token) {
  CK_ULONG all, writing;
  sessions_count(token, &all, &writing);
  if (!all) log_out(token);
}

CK_RV session_open(CK_SLOT_ID slot, CK_FLAGS flags, CK_SESSION_HANDLE *handle) {
  struct token *token;
  CK_RV rv = slot_token(slot, &token);
  if (rv) return rv;
  if (!(flags & CKF_SERIAL_SESSION)) return CKR_SESSION_PARALLEL_NOT_SUPPORTED;
  if (token->login == SECURITY_OFFICER && !(flags & CKF_RW_SESSION)) {
    return CKR_SESSION_READ_WRITE_SO_EXISTS;
  }
  for (int lost = 0; lost <= 1; lost++) {
    for (int i = 0; i < MOST_SESSIONS; i++) {
      if (lost ? !sessions[i].lost : sessions[i].handle != 0) continue;
      if (lost) end(&sessions[i]);
      sessions[i].handle = *handle = ++last_handle;
      sessions[i].token = token;
      sessions[i].insertion = token->insertion;
      sessions[i].flags = flags;
      return CKR_OK;
    }
  }
  return CKR_SESSION_COUNT;
}

CK_RV session_find(CK_SESSION_HANDLE handle, struct session **session) {
  for (int i = 0; i < MOST_SESSIONS; i++) {
    if (!handle || sessions[i].handle != handle) continue;
    if (sessions[i].lost) {
      return sessions[i].token->present ? CKR_SESSION_HANDLE_INVALID : CKR_DEVICE_REMOVED;
    }
    *session = &sessions[i];
    return CKR_OK;
  }
  return CKR_SESSION_HANDLE_INVALID;
}

CK_RV session_close(CK_SESSION_HANDLE handle) {
  struct session *session;
  CK_RV rv = session_find(handle, &session);
  if (rv) return rv;
  struct token *token = session->token;
  end(session);
  log_out_after_the_last(token);
  return CKR_OK;
}

CK_RV sessions_close_all(CK_SLOT_ID slot) {
  struct token *token;
  CK_RV rv = slot_token(slot, &token);
  if (rv) return rv;
  for (int i = 0; i < MOST_SESSIONS; i++) {
    if (is_open(&sessions[i]) && sessions[i].token == token) end(&sessions[i]);
  }
  log_out(token);
  return CKR_OK;
}

void sessions_end(void) {
  for (int i = 0; i < MOST_SESSIONS; i++) {
    if (sessions[i].handle) end(&sessions[i]);
  }
  for (size_t i = 0; i < settings()->token_count; i++) log_out(&tokens()[i]);
}

void sessions_drop_lost(void) {
  for (int i = 0; i < MOST_SESSIONS; i++) {
    struct session *session = &sessions[i];
    if (!is_open(session)) continue;
    if (!session->token->present || session->token->insertion != session->insertion) {
      session->lost = true;
      log_out(session->token);
    }
  }
}

static CK_ULONG state_of(const struct session *session) {
  bool writing = session->flags & CKF_RW_SESSION;
  switch (session->token->login) {
    case SECURITY_OFFICER:
      return CKS_RW_SO_FUNCTIONS;
    case USER:
      return writing ? CKS_RW_USER_FUNCTIONS : CKS_RO_USER_FUNCTIONS;
    case NOBODY:
      break;
  }
  return writing ? CKS_RW_PUBLIC_SESSION : CKS_RO_PUBLIC_SESSION;
}

CK_RV session_info(CK_SESSION_HANDLE handle, CK_SESSION_INFO *info) {
  struct session *session;
  CK_RV rv = session_find(handle, &session);
  if (rv) return rv;
  *info = (CK_SESSION_INFO){session->token->slot, state_of(session), session->flags, 0};
  return CKR_OK;
}

/* The PIN once more for one signature with an always-authenticate key. */
static CK_RV login_for_key(struct session *session, const CK_BYTE *pin, CK_ULONG length) {
  if (!session->signing.key) return CKR_OPERATION_NOT_INITIALIZED;
  CK_RV rv = pin_check(session->token, USER, pin, length);
  if (rv == CKR_OK) session->signing.wants_pin = false;
  if (rv == CKR_PIN_LOCKED) log_out(session->token);
  return rv;
}

static bool has_reading_session(const struct token *token) {
  CK_ULONG all, writing;
  sessions_count(token, &all, &writing);
  return all != writing;
}

CK_RV session_login(CK_SESSION_HANDLE handle, CK_USER_TYPE who, const CK_BYTE *pin, CK_ULONG length) {
  struct session *session;
  CK_RV rv = session_find(handle, &session);
  if (rv) return rv;
  if (who == CKU_CONTEXT_SPECIFIC) return login_for_key(session, pin, length);
  if (who != CKU_USER && who != CKU_SO) return CKR_USER_TYPE_INVALID;
  struct token *token = session->token;
  enum login wanted = who == CKU_USER ? USER : SECURITY_OFFICER;
  if (token->login == wanted) return CKR_USER_ALREADY_LOGGED_IN;
  if (token->login != NOBODY) return CKR_USER_ANOTHER_ALREADY_LOGGED_IN;
  if (who == CKU_SO && has_reading_session(token)) return CKR_SESSION_READ_ONLY_EXISTS;
  rv = pin_check(token, wanted, pin, length);
  if (rv == CKR_OK) token->login = wanted;
  return rv;
}

CK_RV session_logout(CK_SESSION_HANDLE handle) {
  struct session *session;
  CK_RV rv = session_find(handle, &session);
  if (rv) return rv;
  if (session->token->login == NOBODY) return CKR_USER_NOT_LOGGED_IN;
  log_out(session->token);
  for (int i = 0; i < MOST_SESSIONS; i++) {
    if (sessions[i].token == session->token) signing_end(&sessions[i].signing);
  }
  return CKR_OK;
}

CK_RV session_init_pin(CK_SESSION_HANDLE handle, const CK_BYTE *pin, CK_ULONG length) {
  struct session *session;
  CK_RV rv = session_find(handle, &session);
  if (rv) return rv;
  if (session->token->login != SECURITY_OFFICER) return CKR_USER_NOT_LOGGED_IN;
  return pin_set(session->token, USER, pin, length);
}

CK_RV session_set_pin(CK_SESSION_HANDLE handle, const CK_BYTE *old, CK_ULONG old_length,
                      const CK_BYTE *fresh, CK_ULONG fresh_length) {
  struct session *session;
  CK_RV rv = session_find(handle, &session);
  if (rv) return rv;
  if (!(session->flags & CKF_RW_SESSION)) return CKR_SESSION_READ_ONLY;
  struct token *token = session->token;
  const struct token_settings *settings = token->settings;
  if (fresh && (fresh_length < settings->min_pin || fresh_length > settings->max_pin)) {
    return CKR_PIN_LEN_RANGE;
  }
  enum login who = token->login == SECURITY_OFFICER ? SECURITY_OFFICER : USER;
  rv = pin_check(token, who, old, old_length);
  /* A PIN that has expired is changed nonetheless. */
  return rv && rv != CKR_PIN_EXPIRED ? rv : pin_set(token, who, fresh, fresh_length);
}

CK_RV session_may_use_keys(const struct session *session) {
  if (session->token->login != USER) return CKR_USER_NOT_LOGGED_IN;
  return pin_must_change(session->token) ? CKR_PIN_EXPIRED : CKR_OK;
}
