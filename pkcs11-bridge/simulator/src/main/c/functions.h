/* The functions as numbers, in the order of CK_FUNCTION_LIST, and their names. */
#ifndef FUNCTIONS_H
#define FUNCTIONS_H

enum function {
#define FUNCTION(name) F_##name,
#define MISSING(name) F_##name,
#include "functions.def"
#undef FUNCTION
#undef MISSING
  F_COUNT
};

const char *function_name(enum function function);

#endif
