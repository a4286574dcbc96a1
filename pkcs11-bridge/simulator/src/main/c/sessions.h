/* Sessions, and who is logged in to the token behind them. */
#ifndef SESSIONS_H
#define SESSIONS_H

#include <stdbool.h>

#include "cryptoki.h"
#include "tokens.h"

enum { MOST_SESSIONS = 64, MOST_FOUND = 256 };

struct object;

/* A search: the handles still to be given. */
struct search {
  bool active;
  CK_OBJECT_HANDLE found[MOST_FOUND];
  CK_ULONG count, next;
};

/* A signature in the making. */
struct signing {
  struct object *key; /* NULL: none */
  CK_MECHANISM_TYPE mechanism;
  bool wants_pin; /* CKA_ALWAYS_AUTHENTICATE, and the PIN has not come yet */
  unsigned char *data;
  CK_ULONG length;
};

struct session {
  CK_SESSION_HANDLE handle; /* 0: free */
  struct token *token;
  unsigned long insertion;
  CK_FLAGS flags;
  bool lost; /* its token was pulled out */
  struct search search;
  struct signing signing;
};

CK_RV session_open(CK_SLOT_ID slot, CK_FLAGS flags, CK_SESSION_HANDLE *handle);
CK_RV session_close(CK_SESSION_HANDLE handle);
CK_RV sessions_close_all(CK_SLOT_ID slot);

/* CKR_DEVICE_REMOVED while the session's token is out, CKR_SESSION_HANDLE_INVALID afterwards. */
CK_RV session_find(CK_SESSION_HANDLE handle, struct session **session);

CK_RV session_info(CK_SESSION_HANDLE handle, CK_SESSION_INFO *info);

CK_RV session_login(CK_SESSION_HANDLE handle, CK_USER_TYPE who, const CK_BYTE *pin, CK_ULONG length);
CK_RV session_logout(CK_SESSION_HANDLE handle);
CK_RV session_init_pin(CK_SESSION_HANDLE handle, const CK_BYTE *pin, CK_ULONG length);
CK_RV session_set_pin(CK_SESSION_HANDLE handle, const CK_BYTE *old, CK_ULONG old_length,
                      const CK_BYTE *fresh, CK_ULONG fresh_length);

/* CKR_OK when the session's user may use private keys. */
CK_RV session_may_use_keys(const struct session *session);

/* Marks the sessions whose token is not the same insertion any more; nobody is logged in to it. */
void sessions_drop_lost(void);

void sessions_count(const struct token *token, CK_ULONG *all, CK_ULONG *writing);

/* C_Finalize: everything is closed, everybody logged out. */
void sessions_end(void);

void signing_end(struct signing *signing);

#endif
