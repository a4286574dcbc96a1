/* A PKCS#11 library that loads and never answers: for the measurement of a look at a broken PC. */

#include <unistd.h>

long C_GetFunctionList(void **list) {
  (void)list;
  for (;;) {
    pause();
  }
}
