/*
 * Call counts and switched-on faults: what goes wrong in which call of which function.
 *
 * The counts live in the state folder, so that the third C_Sign is the third whatever host process
 * it happens in. README.md lists the actions.
 */
#ifndef FAULTS_H
#define FAULTS_H

#include <stdbool.h>
#include <time.h>

#include "cryptoki.h"
#include "functions.h"

enum { MOST_FAULTS = 8 };

enum action {
  /* before the function does its work */
  SAY, HANG, SLOW, CRASH, ABORT, EXIT, PULL, PLUG, RENUMBER, RETURN,
  /* after it has done its work */
  RETURN_AFTER, FLIP, GARBAGE, LENGTH, LONGER
};

struct fault {
  enum action action;
  unsigned long number; /* milliseconds, exit status, return code or length */
  bool for_one_attribute;
  unsigned long attribute;
  char text[64]; /* a token's name, or what is said */
};

/* One call of a function and the faults that are meant for it. */
struct call {
  enum function function;
  struct fault faults[MOST_FAULTS];
  int count;
  struct timespec began;
};

/* Counts the call and looks up its faults. */
void faults_begin(struct call *call, enum function function);

/* Writes down how many microseconds the call took. */
void faults_end(const struct call *call);

/* Does what happens before the work and touches no token; may not come back. */
void faults_strike(const struct call *call);

/* Pulls and plugs what is to be pulled and plugged in this call. */
void faults_move_tokens(const struct call *call);

/* The return code that is given without doing the work; CKR_OK: the work is done. */
CK_RV faults_instead(const struct call *call);

/* The return code that is given although the work was done. */
CK_RV faults_after(const struct call *call, CK_RV returned);

/* Spoils what a function has written. */
void faults_spoil_bytes(const struct call *call, void *bytes, CK_ULONG length);
void faults_spoil_length(const struct call *call, CK_ULONG *length);
void faults_spoil_attributes(const struct call *call, CK_ATTRIBUTE *list, CK_ULONG count);

#endif
