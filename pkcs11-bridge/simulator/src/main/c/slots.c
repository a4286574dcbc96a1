/* The file "slots": one reader a line, its number, the token in it or "-", which insertion it is. */
#include "slots.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sessions.h"
#include "store.h"
#include "text.h"

static struct slot slots[MOST_SLOTS];
static int slot_count;
static CK_SLOT_ID changed = CK_UNAVAILABLE_INFORMATION;

static void write_slots(void) {
  char text[MOST_SLOTS * 96] = "";
  for (int i = 0; i < slot_count; i++) {
    struct token *token = slots[i].token;
    sprintf(text + strlen(text), "%lu %s %lu\n", (unsigned long)slots[i].id,
            token ? token->settings->name : "-", slots[i].insertion);
  }
  store_write("slots", text);
}

/* Before anything was pulled or plugged: every token in the reader that the configuration names. */
static void make_slots(void) {
  for (size_t i = 0; i < settings()->token_count; i++) {
    struct token *token = &tokens()[i];
    struct slot *slot = slot_find(token->settings->slot);
    if (!slot) slot = &slots[slot_count++];
    slot->id = token->settings->slot;
    slot->insertion = 1;
    if (token->settings->plugged) slot->token = token;
  }
  write_slots();
}

static void read_slots(char *text) {
  slot_count = 0;
  for (char *line; slot_count < MOST_SLOTS && (line = strsep(&text, "\n"));) {
    unsigned long id, insertion;
    char name[NAME_SIZE];
    if (sscanf(line, "%lu %31s %lu", &id, name, &insertion) != 3) continue;
    slots[slot_count++] = (struct slot){(CK_SLOT_ID)id, token_named(name), insertion};
  }
}

void slots_refresh(void) {
  struct slot before[MOST_SLOTS];
  int before_count = slot_count;
  memcpy(before, slots, sizeof slots);
  char *text = store_read("slots");
  if (text) {
    read_slots(text);
  } else {
    make_slots();
  }
  free(text);
  for (size_t i = 0; i < settings()->token_count; i++) tokens()[i].present = false;
  for (int i = 0; i < slot_count; i++) {
    struct token *token = slots[i].token;
    if (!token) continue;
    token->present = true;
    token->slot = slots[i].id;
    token->insertion = slots[i].insertion;
  }
  for (int i = 0; i < slot_count && before_count; i++) {
    bool same = i < before_count && before[i].token == slots[i].token &&
                before[i].insertion == slots[i].insertion;
    if (!same) changed = slots[i].id;
  }
  sessions_drop_lost();
}

struct slot *slot_find(CK_SLOT_ID id) {
  for (int i = 0; i < slot_count; i++) {
    if (slots[i].id == id) return &slots[i];
  }
  return NULL;
}

CK_RV slot_token(CK_SLOT_ID id, struct token **token) {
  struct slot *slot = slot_find(id);
  if (!slot) return CKR_SLOT_ID_INVALID;
  *token = slot->token;
  return *token ? CKR_OK : CKR_TOKEN_NOT_PRESENT;
}

CK_RV slot_list(bool only_with_token, CK_SLOT_ID *list, CK_ULONG *count) {
  if (!count) return CKR_ARGUMENTS_BAD;
  CK_ULONG room = *count, found = 0;
  for (int i = 0; i < slot_count; i++) {
    if (only_with_token && !slots[i].token) continue;
    if (list && found < room) list[found] = slots[i].id;
    found++;
  }
  *count = found;
  return list && found > room ? CKR_BUFFER_TOO_SMALL : CKR_OK;
}

CK_RV slot_info(CK_SLOT_ID id, CK_SLOT_INFO *info) {
  struct slot *slot = slot_find(id);
  if (!slot) return CKR_SLOT_ID_INVALID;
  memset(info, 0, sizeof *info);
  pad(info->slotDescription, 64, "TEST reader of the simulator", 28);
  pad(info->manufacturerID, 32, "certassist TEST", 15);
  info->flags = (settings()->reader_is_fixed ? 0 : CKF_REMOVABLE_DEVICE) | (slot->token ? CKF_TOKEN_PRESENT : 0);
  return CKR_OK;
}

CK_RV slot_event(CK_SLOT_ID *id) {
  if (changed == CK_UNAVAILABLE_INFORMATION) return CKR_NO_EVENT;
  *id = changed;
  changed = CK_UNAVAILABLE_INFORMATION;
  return CKR_OK;
}

void slots_pull(const char *token) {
  for (int i = 0; i < slot_count; i++) {
    bool meant = slots[i].token && (!*token || !strcmp(slots[i].token->settings->name, token));
    if (meant) slots[i].token = NULL;
  }
  write_slots();
}

void slots_plug(const char *name) {
  struct token *token = token_named(name);
  struct slot *slot = token ? slot_find(token->settings->slot) : NULL;
  if (!slot) slot = &slots[0]; /* the readers were renumbered */
  if (!token || !slot_count) {
    fprintf(stderr, "simulator: no token or reader for %s\n", name);
    abort();
  }
  for (int i = 0; i < slot_count; i++) {
    if (slots[i].token == token) slots[i].token = NULL;
  }
  slot->token = token;
  slot->insertion++;
  write_slots();
}

void slots_renumber(void) {
  for (int i = 0; i < slot_count; i++) slots[i].id += 100;
  write_slots();
}
