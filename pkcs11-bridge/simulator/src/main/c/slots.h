/* The readers and which token is in which, as the state folder says at this moment. */
#ifndef SLOTS_H
#define SLOTS_H

#include <stdbool.h>

#include "cryptoki.h"
#include "tokens.h"

enum { MOST_SLOTS = 16 };

struct slot {
  CK_SLOT_ID id;
  struct token *token; /* NULL: the reader is empty */
  unsigned long insertion;
};

/* Looks what was pulled and plugged since the last call; sessions with what is gone are lost. */
void slots_refresh(void);

struct slot *slot_find(CK_SLOT_ID id);

/* The token in a slot; CKR_SLOT_ID_INVALID or CKR_TOKEN_NOT_PRESENT when there is none. */
CK_RV slot_token(CK_SLOT_ID id, struct token **token);

CK_RV slot_list(bool only_with_token, CK_SLOT_ID *list, CK_ULONG *count);
CK_RV slot_info(CK_SLOT_ID id, CK_SLOT_INFO *info);

/* A slot where something happened since this was asked last. */
CK_RV slot_event(CK_SLOT_ID *id);

/* From inside a call: the token of this name, or every token when it is empty. */
void slots_pull(const char *token);

/* Puts a token into its own reader; what was there is gone. */
void slots_plug(const char *token);

/* Every reader gets another number; the tokens stay in. */
void slots_renumber(void);

#endif
