/* The tokens: what they say about themselves, and their PINs with the counter of wrong tries. */
#ifndef TOKENS_H
#define TOKENS_H

#include <stdbool.h>

#include "cryptoki.h"
#include "settings.h"

enum login { NOBODY, SECURITY_OFFICER, USER };

struct objects;

/* One token as this process sees it; what must outlive the process is in the state folder. */
struct token {
  const struct token_settings *settings;
  bool present;
  CK_SLOT_ID slot;
  unsigned long insertion; /* which time it was put in */
  enum login login;
  struct objects *objects;
};

/* Every token of the configuration; makes on first use what the state folder does not hold yet. */
struct token *tokens(void);
struct token *token_named(const char *name);

void token_info(const struct token *token, CK_TOKEN_INFO *info);

/* C_InitToken: a blank token gets its SO PIN, one in use asks for it. Keeps no object. */
CK_RV token_initialize(struct token *token, const CK_BYTE *pin, CK_ULONG length,
                       const CK_BYTE label[32]);

/*
 * Compares a PIN, once, and counts. Of a NULL PIN on a token with a pad, what its user "types"
 * stands in the token's file "typed".
 */
CK_RV pin_check(struct token *token, enum login who, const CK_BYTE *pin, CK_ULONG length);

/* Sets a PIN without asking for the old one; its counter starts anew. */
CK_RV pin_set(struct token *token, enum login who, const CK_BYTE *pin, CK_ULONG length);

/* The user has logged in and may do nothing but change the PIN. */
bool pin_must_change(const struct token *token);

#endif
