/*
 * The function list: every call is counted, meets the faults that are switched on for it, sees what
 * was pulled or plugged, and only then reaches the token.
 */
#include <openssl/rand.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cryptoki.h"
#include "faults.h"
#include "objects.h"
#include "sessions.h"
#include "settings.h"
#include "signing.h"
#include "slots.h"
#include "store.h"
#include "text.h"
#include "tokens.h"

static pthread_mutex_t one_at_a_time = PTHREAD_MUTEX_INITIALIZER;
static bool initialized;

static bool needs_initialization(enum function function) {
  return function != F_C_Initialize && function != F_C_GetFunctionList;
}

/* What comes before the work of a function; the work is done when this gives CKR_OK. */
static CK_RV begin(struct call *call, enum function function) {
  pthread_mutex_lock(&one_at_a_time);
  bool usable = settings() != NULL;
  if (usable) faults_begin(call, function);
  pthread_mutex_unlock(&one_at_a_time);
  if (usable) faults_strike(call);
  pthread_mutex_lock(&one_at_a_time); /* until finish(): a card does one thing at a time */
  if (!usable) {
    *call = (struct call){.function = function};
    return CKR_GENERAL_ERROR;
  }
  if (settings()->delay_ms) usleep((useconds_t)settings()->delay_ms * 1000);
  slots_refresh();
  faults_move_tokens(call);
  slots_refresh();
  CK_RV rv = faults_instead(call);
  if (rv) return rv;
  return initialized || !needs_initialization(function) ? CKR_OK : CKR_CRYPTOKI_NOT_INITIALIZED;
}

static CK_RV finish(const struct call *call, CK_RV rv) {
  rv = faults_after(call, rv);
  if (settings() != NULL) faults_end(call);
  pthread_mutex_unlock(&one_at_a_time);
  return rv;
}

/* Opens every function below: counts it, and leaves in rv what stands before its work. */
#define BEGIN(name)  \
  struct call call; \
  CK_RV rv = begin(&call, F_##name)

/* The same for a function that works on a session. */
#define BEGIN_IN(name, handle)      \
  BEGIN(name);                      \
  struct session *session = NULL;   \
  if (!rv) rv = session_find(handle, &session)

static CK_RV check_arguments(const CK_C_INITIALIZE_ARGS *arguments) {
  const char *wanted = settings()->initialize_argument;
  const char *given = arguments ? arguments->pReserved : NULL;
  if (!*wanted) return given ? CKR_ARGUMENTS_BAD : CKR_OK;
  return given && !strcmp(given, wanted) ? CKR_OK : CKR_ARGUMENTS_BAD;
}

static CK_RV C_Initialize(void *arguments) {
  BEGIN(C_Initialize);
  if (!rv) rv = check_arguments(arguments);
  if (!rv && initialized) rv = CKR_CRYPTOKI_ALREADY_INITIALIZED;
  if (!rv) initialized = true;
  return finish(&call, rv);
}

static CK_RV C_Finalize(void *reserved) {
  BEGIN(C_Finalize);
  if (!rv && reserved) rv = CKR_ARGUMENTS_BAD;
  if (!rv) {
    sessions_end();
    initialized = false;
  }
  return finish(&call, rv);
}

static CK_RV C_GetInfo(CK_INFO *info) {
  BEGIN(C_GetInfo);
  if (!rv && !info) rv = CKR_ARGUMENTS_BAD;
  if (!rv) {
    memset(info, 0, sizeof *info);
    info->cryptokiVersion = (CK_VERSION){2, 40};
    info->libraryVersion = (CK_VERSION){1, 0};
    pad(info->manufacturerID, 32, "certassist TEST", 15);
    pad(info->libraryDescription, 32, "TEST simulator, no real key", 27);
    faults_spoil_bytes(&call, info, sizeof *info);
  }
  return finish(&call, rv);
}

static CK_RV C_GetSlotList(CK_BBOOL with_token, CK_SLOT_ID *list, CK_ULONG *count) {
  BEGIN(C_GetSlotList);
  if (!rv) rv = slot_list(with_token, list, count);
  if (!rv) faults_spoil_bytes(&call, list, *count * (CK_ULONG)sizeof *list);
  if (!rv) faults_spoil_length(&call, count);
  return finish(&call, rv);
}

static CK_RV C_GetSlotInfo(CK_SLOT_ID slot, CK_SLOT_INFO *info) {
  BEGIN(C_GetSlotInfo);
  if (!rv) rv = info ? slot_info(slot, info) : (CK_RV)CKR_ARGUMENTS_BAD;
  if (!rv) faults_spoil_bytes(&call, info, sizeof *info);
  return finish(&call, rv);
}

static CK_RV C_GetTokenInfo(CK_SLOT_ID slot, CK_TOKEN_INFO *info) {
  BEGIN(C_GetTokenInfo);
  struct token *token;
  if (!rv) rv = info ? slot_token(slot, &token) : (CK_RV)CKR_ARGUMENTS_BAD;
  if (!rv) token_info(token, info);
  if (!rv) faults_spoil_bytes(&call, info, sizeof *info);
  return finish(&call, rv);
}

static CK_RV C_GetMechanismList(CK_SLOT_ID slot, CK_MECHANISM_TYPE *list, CK_ULONG *count) {
  BEGIN(C_GetMechanismList);
  struct token *token;
  if (!rv) rv = count ? slot_token(slot, &token) : (CK_RV)CKR_ARGUMENTS_BAD;
  if (!rv) rv = mechanism_list(list, count);
  if (!rv) faults_spoil_bytes(&call, list, *count * (CK_ULONG)sizeof *list);
  if (!rv) faults_spoil_length(&call, count);
  return finish(&call, rv);
}

static CK_RV C_GetMechanismInfo(CK_SLOT_ID slot, CK_MECHANISM_TYPE type, CK_MECHANISM_INFO *info) {
  BEGIN(C_GetMechanismInfo);
  struct token *token;
  if (!rv) rv = info ? slot_token(slot, &token) : (CK_RV)CKR_ARGUMENTS_BAD;
  if (!rv) rv = mechanism_info(type, info);
  if (!rv) faults_spoil_bytes(&call, info, sizeof *info);
  return finish(&call, rv);
}

static CK_RV C_InitToken(CK_SLOT_ID slot, CK_BYTE *pin, CK_ULONG length, CK_BYTE *label) {
  BEGIN(C_InitToken);
  struct token *token;
  CK_ULONG all = 0, writing;
  if (!rv) rv = pin && label ? slot_token(slot, &token) : (CK_RV)CKR_ARGUMENTS_BAD;
  if (!rv) sessions_count(token, &all, &writing);
  if (!rv) rv = all ? (CK_RV)CKR_SESSION_EXISTS : token_initialize(token, pin, length, label);
  return finish(&call, rv);
}

static CK_RV C_InitPIN(CK_SESSION_HANDLE handle, CK_BYTE *pin, CK_ULONG length) {
  BEGIN(C_InitPIN);
  if (!rv) rv = session_init_pin(handle, pin, length);
  return finish(&call, rv);
}

static CK_RV C_SetPIN(CK_SESSION_HANDLE handle, CK_BYTE *old, CK_ULONG old_length, CK_BYTE *fresh,
                      CK_ULONG fresh_length) {
  BEGIN(C_SetPIN);
  if (!rv) rv = session_set_pin(handle, old, old_length, fresh, fresh_length);
  return finish(&call, rv);
}

static CK_RV C_OpenSession(CK_SLOT_ID slot, CK_FLAGS flags, void *application, void *notify,
                           CK_SESSION_HANDLE *handle) {
  (void)application, (void)notify;
  BEGIN(C_OpenSession);
  if (!rv) rv = handle ? session_open(slot, flags, handle) : (CK_RV)CKR_ARGUMENTS_BAD;
  if (!rv) faults_spoil_bytes(&call, handle, sizeof *handle);
  return finish(&call, rv);
}

static CK_RV C_CloseSession(CK_SESSION_HANDLE handle) {
  BEGIN(C_CloseSession);
  if (!rv) rv = session_close(handle);
  return finish(&call, rv);
}

static CK_RV C_CloseAllSessions(CK_SLOT_ID slot) {
  BEGIN(C_CloseAllSessions);
  if (!rv) rv = sessions_close_all(slot);
  return finish(&call, rv);
}

static CK_RV C_GetSessionInfo(CK_SESSION_HANDLE handle, CK_SESSION_INFO *info) {
  BEGIN(C_GetSessionInfo);
  if (!rv) rv = info ? session_info(handle, info) : (CK_RV)CKR_ARGUMENTS_BAD;
  if (!rv) faults_spoil_bytes(&call, info, sizeof *info);
  return finish(&call, rv);
}

static CK_RV C_Login(CK_SESSION_HANDLE handle, CK_USER_TYPE who, CK_BYTE *pin, CK_ULONG length) {
  BEGIN(C_Login);
  if (!rv) rv = session_login(handle, who, pin, length);
  return finish(&call, rv);
}

static CK_RV C_Logout(CK_SESSION_HANDLE handle) {
  BEGIN(C_Logout);
  if (!rv) rv = session_logout(handle);
  return finish(&call, rv);
}

static CK_RV C_CreateObject(CK_SESSION_HANDLE handle, CK_ATTRIBUTE *list, CK_ULONG count,
                            CK_OBJECT_HANDLE *object) {
  BEGIN_IN(C_CreateObject, handle);
  if (!rv) rv = list && object ? object_create(session, list, count, object) : (CK_RV)CKR_ARGUMENTS_BAD;
  return finish(&call, rv);
}

static CK_RV C_DestroyObject(CK_SESSION_HANDLE handle, CK_OBJECT_HANDLE object) {
  BEGIN_IN(C_DestroyObject, handle);
  if (!rv) rv = object_destroy(session, object);
  return finish(&call, rv);
}

static CK_RV C_GetAttributeValue(CK_SESSION_HANDLE handle, CK_OBJECT_HANDLE object,
                                 CK_ATTRIBUTE *list, CK_ULONG count) {
  BEGIN_IN(C_GetAttributeValue, handle);
  if (!rv) rv = list ? object_read(session, object, list, count) : (CK_RV)CKR_ARGUMENTS_BAD;
  if (list && session) faults_spoil_attributes(&call, list, count);
  return finish(&call, rv);
}

static CK_RV C_FindObjectsInit(CK_SESSION_HANDLE handle, CK_ATTRIBUTE *list, CK_ULONG count) {
  BEGIN_IN(C_FindObjectsInit, handle);
  if (!rv) rv = list || !count ? search_begin(session, list, count) : (CK_RV)CKR_ARGUMENTS_BAD;
  return finish(&call, rv);
}

static CK_RV C_FindObjects(CK_SESSION_HANDLE handle, CK_OBJECT_HANDLE *list, CK_ULONG room,
                           CK_ULONG *count) {
  BEGIN_IN(C_FindObjects, handle);
  if (!rv) rv = list && count ? search_next(session, list, room, count) : (CK_RV)CKR_ARGUMENTS_BAD;
  if (!rv) faults_spoil_bytes(&call, list, *count * (CK_ULONG)sizeof *list);
  if (!rv) faults_spoil_length(&call, count);
  return finish(&call, rv);
}

static CK_RV C_FindObjectsFinal(CK_SESSION_HANDLE handle) {
  BEGIN_IN(C_FindObjectsFinal, handle);
  if (!rv) rv = search_end(session);
  return finish(&call, rv);
}

static CK_RV C_SignInit(CK_SESSION_HANDLE handle, CK_MECHANISM *mechanism, CK_OBJECT_HANDLE key) {
  BEGIN_IN(C_SignInit, handle);
  if (!rv) rv = mechanism ? sign_begin(session, mechanism, key) : (CK_RV)CKR_ARGUMENTS_BAD;
  return finish(&call, rv);
}

static CK_RV C_Sign(CK_SESSION_HANDLE handle, CK_BYTE *data, CK_ULONG length, CK_BYTE *signature,
                    CK_ULONG *size) {
  BEGIN_IN(C_Sign, handle);
  if (!rv && !size) rv = CKR_ARGUMENTS_BAD;
  if (!rv) {
    session->signing.length = 0; /* the caller gives all the data again after asking for the length */
    rv = sign_more(session, data, length);
  }
  if (!rv) rv = sign_end(session, signature, size);
  if (!rv) faults_spoil_bytes(&call, signature, *size);
  if (!rv) faults_spoil_length(&call, size);
  return finish(&call, rv);
}

static CK_RV C_SignUpdate(CK_SESSION_HANDLE handle, CK_BYTE *data, CK_ULONG length) {
  BEGIN_IN(C_SignUpdate, handle);
  if (!rv) rv = sign_more(session, data, length);
  return finish(&call, rv);
}

static CK_RV C_SignFinal(CK_SESSION_HANDLE handle, CK_BYTE *signature, CK_ULONG *size) {
  BEGIN_IN(C_SignFinal, handle);
  if (!rv) rv = size ? sign_end(session, signature, size) : (CK_RV)CKR_ARGUMENTS_BAD;
  if (!rv) faults_spoil_bytes(&call, signature, *size);
  if (!rv) faults_spoil_length(&call, size);
  return finish(&call, rv);
}

static CK_RV C_GenerateKeyPair(CK_SESSION_HANDLE handle, CK_MECHANISM *mechanism,
                               CK_ATTRIBUTE *public_list, CK_ULONG public_count,
                               CK_ATTRIBUTE *private_list, CK_ULONG private_count,
                               CK_OBJECT_HANDLE *public_key, CK_OBJECT_HANDLE *private_key) {
  BEGIN_IN(C_GenerateKeyPair, handle);
  if (!rv && !(mechanism && public_key && private_key)) rv = CKR_ARGUMENTS_BAD;
  if (!rv) {
    rv = pair_generate(session, mechanism, public_list, public_count, private_list, private_count,
                       public_key, private_key);
  }
  return finish(&call, rv);
}

static CK_RV C_GenerateRandom(CK_SESSION_HANDLE handle, CK_BYTE *bytes, CK_ULONG length) {
  BEGIN_IN(C_GenerateRandom, handle);
  if (!rv && RAND_bytes(bytes, (int)length) != 1) rv = CKR_FUNCTION_FAILED;
  return finish(&call, rv);
}

static CK_RV C_WaitForSlotEvent(CK_FLAGS flags, CK_SLOT_ID *slot, void *reserved) {
  (void)reserved;
  BEGIN(C_WaitForSlotEvent);
  if (!rv) rv = flags & CKF_DONT_BLOCK ? slot_event(slot) : (CK_RV)CKR_FUNCTION_NOT_SUPPORTED;
  return finish(&call, rv);
}

/* A function that is counted and can fail, and does nothing. */
#define FUNCTION(name)
#define MISSING(name)                                             \
  static CK_RV name(void) {                                       \
    BEGIN(name);                                                  \
    return finish(&call, rv ? rv : (CK_RV)CKR_FUNCTION_NOT_SUPPORTED); \
  }
#include "functions.def"
#undef FUNCTION
#undef MISSING

__attribute__((visibility("default"))) CK_RV C_GetFunctionList(CK_FUNCTION_LIST **list) {
  static CK_FUNCTION_LIST functions = {{2, 40},
                                       {
#define FUNCTION(name) (void (*)(void))name,
#define MISSING(name) (void (*)(void))name,
#include "functions.def"
#undef FUNCTION
#undef MISSING
                                       }};
  BEGIN(C_GetFunctionList);
  if (!rv) *list = &functions;
  return finish(&call, rv);
}
