/* Reads the file of faults at every call, since a test may write it while a host runs. */
#include "faults.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "slots.h"
#include "store.h"

/* How the word behind an action's colon is read. */
enum operand { NONE, NUMBER, WORD, LENGTH_AND_TYPE };

static const struct {
  const char *name;
  enum action action;
  enum operand operand;
} ACTIONS[] = {
    {"say", SAY, WORD},           {"hang", HANG, NONE},
    {"slow", SLOW, NUMBER},       {"crash", CRASH, NONE},
    {"abort", ABORT, NONE},       {"exit", EXIT, NUMBER},
    {"pull", PULL, WORD},         {"plug", PLUG, WORD},
    {"renumber", RENUMBER, NONE}, {"return", RETURN, NUMBER},
    {"flip", FLIP, NONE},         {"return-after", RETURN_AFTER, NUMBER},
    {"garbage", GARBAGE, NONE},   {"length", LENGTH, LENGTH_AND_TYPE},
    {"longer", LONGER, LENGTH_AND_TYPE}};

const char *function_name(enum function function) {
  static const char *const NAMES[] = {
#define FUNCTION(name) #name,
#define MISSING(name) #name,
#include "functions.def"
#undef FUNCTION
#undef MISSING
  };
  return NAMES[function];
}

static bool read_action(char *text, struct fault *fault) {
  char *operand = strchr(text, ':');
  if (operand) *operand++ = 0;
  *fault = (struct fault){0};
  for (size_t i = 0; i < sizeof ACTIONS / sizeof *ACTIONS; i++) {
    if (strcmp(ACTIONS[i].name, text)) continue;
    fault->action = ACTIONS[i].action;
    char *end = operand;
    if (operand && ACTIONS[i].operand == WORD) {
      snprintf(fault->text, sizeof fault->text, "%s", operand);
    } else if (operand && ACTIONS[i].operand != NONE) {
      fault->number = strtoul(operand, &end, 0);
      fault->for_one_attribute = *end == ':';
      if (fault->for_one_attribute) fault->attribute = strtoul(end + 1, NULL, 0);
    }
    return true;
  }
  return false;
}

/* "3" is the third call, "3+" that and every later one, "*" every one. */
static bool is_meant(const char *calls, unsigned long call) {
  char *end;
  if (!strcmp(calls, "*")) return true;
  unsigned long first = strtoul(calls, &end, 10);
  return call == first || (*end == '+' && call > first);
}

static void read_faults(struct call *call, unsigned long number) {
  char *text = store_read("faults"), *next = text;
  for (char *line; next && (line = strsep(&next, "\n"));) {
    char function[48], calls[24], action[128];
    if (sscanf(line, "%47s %23s %127s", function, calls, action) != 3) continue;
    bool ours = !strcmp(function, "*") || !strcmp(function, function_name(call->function));
    if (!ours || !is_meant(calls, number) || call->count == MOST_FAULTS) continue;
    if (read_action(action, &call->faults[call->count])) {
      call->count++;
    } else {
      fprintf(stderr, "simulator: no fault is called %s\n", action);
      abort();
    }
  }
  free(text);
}

void faults_begin(struct call *call, enum function function) {
  static bool folder_is_made;
  char name[64];
  if (!folder_is_made) store_folder("calls");
  folder_is_made = true;
  clock_gettime(CLOCK_MONOTONIC, &call->began);
  call->function = function;
  call->count = 0;
  snprintf(name, sizeof name, "calls/%s", function_name(function));
  unsigned long number = store_count(name);
  snprintf(name, sizeof name, "%s\n", function_name(function));
  store_append("log", name);
  read_faults(call, number);
}

void faults_end(const struct call *call) {
  struct timespec now;
  char line[32];
  clock_gettime(CLOCK_MONOTONIC, &now);
  long took = (now.tv_sec - call->began.tv_sec) * 1000000 + (now.tv_nsec - call->began.tv_nsec) / 1000;
  snprintf(line, sizeof line, "%ld\n", took);
  store_append("took", line);
}

void faults_strike(const struct call *call) {
  for (int i = 0; i < call->count; i++) {
    const struct fault *fault = &call->faults[i];
    switch (fault->action) {
      case SAY:
        printf("%s\n", *fault->text ? fault->text : function_name(call->function));
        fflush(stdout);
        break;
      case HANG:
        for (;;) pause();
      case SLOW:
        usleep((useconds_t)fault->number * 1000);
        break;
      case CRASH:
        *(volatile int *)8 = 1;
        break;
      case ABORT:
        abort();
      case EXIT:
        exit((int)fault->number);
      default:
        break;
    }
  }
}

void faults_move_tokens(const struct call *call) {
  for (int i = 0; i < call->count; i++) {
    const struct fault *fault = &call->faults[i];
    if (fault->action == PULL) slots_pull(fault->text);
    if (fault->action == PLUG) slots_plug(fault->text);
    if (fault->action == RENUMBER) slots_renumber();
  }
}

CK_RV faults_instead(const struct call *call) {
  for (int i = 0; i < call->count; i++) {
    if (call->faults[i].action == RETURN) return (CK_RV)call->faults[i].number;
  }
  return CKR_OK;
}

CK_RV faults_after(const struct call *call, CK_RV returned) {
  for (int i = 0; i < call->count; i++) {
    if (call->faults[i].action == RETURN_AFTER) return (CK_RV)call->faults[i].number;
  }
  return returned;
}

void faults_spoil_bytes(const struct call *call, void *bytes, CK_ULONG length) {
  for (int i = 0; bytes && length && i < call->count; i++) {
    if (call->faults[i].action == FLIP) *(unsigned char *)bytes ^= 1;
    for (CK_ULONG at = 0; call->faults[i].action == GARBAGE && at < length; at++) {
      ((unsigned char *)bytes)[at] = (unsigned char)(0x81 + 57 * at);
    }
  }
}

static void spoil(const struct fault *fault, CK_ULONG *length) {
  if (fault->action == LENGTH) *length = (CK_ULONG)fault->number;
  if (fault->action == LONGER) *length += (CK_ULONG)fault->number;
}

void faults_spoil_length(const struct call *call, CK_ULONG *length) {
  for (int i = 0; length && i < call->count; i++) spoil(&call->faults[i], length);
}

void faults_spoil_attributes(const struct call *call, CK_ATTRIBUTE *list, CK_ULONG count) {
  for (CK_ULONG at = 0; list && at < count; at++) {
    if (list[at].ulValueLen != CK_UNAVAILABLE_INFORMATION) {
      faults_spoil_bytes(call, list[at].pValue, list[at].ulValueLen);
    }
    for (int i = 0; i < call->count; i++) {
      const struct fault *fault = &call->faults[i];
      if (!fault->for_one_attribute || fault->attribute == list[at].type) {
        spoil(fault, &list[at].ulValueLen);
      }
    }
  }
}
