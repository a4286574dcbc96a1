/*
 * The peer of the key bridge: a C program that signs on the same token with nothing in between.
 *
 *   rsa-loop MODULE SERIAL      PIN as the first line of standard input
 *
 * Then each line "N" makes N signatures (C_SignInit and C_Sign, CKM_RSA_PKCS over a DigestInfo for
 * SHA-256) and is answered by the nanoseconds they took. Ends with its standard input.
 */
#define _POSIX_C_SOURCE 200809L

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "cryptoki.h"

/* The functions used, by the names that a driver exports. */
static struct {
  CK_RV (*C_Initialize)(void *);
  CK_RV (*C_GetSlotList)(CK_BBOOL, CK_ULONG *, CK_ULONG *);
  CK_RV (*C_GetTokenInfo)(CK_ULONG, CK_TOKEN_INFO *);
  CK_RV (*C_OpenSession)(CK_ULONG, CK_ULONG, void *, void *, CK_ULONG *);
  CK_RV (*C_Login)(CK_ULONG, CK_ULONG, CK_BYTE *, CK_ULONG);
  CK_RV (*C_FindObjectsInit)(CK_ULONG, CK_ATTRIBUTE *, CK_ULONG);
  CK_RV (*C_FindObjects)(CK_ULONG, CK_ULONG *, CK_ULONG, CK_ULONG *);
  CK_RV (*C_FindObjectsFinal)(CK_ULONG);
  CK_RV (*C_SignInit)(CK_ULONG, CK_MECHANISM *, CK_ULONG);
  CK_RV (*C_Sign)(CK_ULONG, CK_BYTE *, CK_ULONG, CK_BYTE *, CK_ULONG *);
} calls, *driver = &calls;

static void load(const char *module) {
  void *library = dlopen(module, RTLD_NOW);
  if (!library) {
    fprintf(stderr, "%s\n", dlerror());
    exit(1);
  }
#define FIND(name) *(void **)&calls.name = dlsym(library, #name)
  FIND(C_Initialize);
  FIND(C_GetSlotList);
  FIND(C_GetTokenInfo);
  FIND(C_OpenSession);
  FIND(C_Login);
  FIND(C_FindObjectsInit);
  FIND(C_FindObjects);
  FIND(C_FindObjectsFinal);
  FIND(C_SignInit);
  FIND(C_Sign);
}

static void check(const char *what, CK_RV returned) {
  if (returned != CKR_OK) {
    fprintf(stderr, "%s: 0x%lx\n", what, (unsigned long)returned);
    exit(1);
  }
}

static CK_ULONG slot_of(const char *serial) {
  CK_ULONG slots[64];
  CK_ULONG count = 64;
  check("C_GetSlotList", driver->C_GetSlotList(1, slots, &count));
  for (CK_ULONG i = 0; i < count; i++) {
    CK_TOKEN_INFO info;
    check("C_GetTokenInfo", driver->C_GetTokenInfo(slots[i], &info));
    if (!strncmp((const char *)info.serialNumber, serial, strlen(serial))) return slots[i];
  }
  fprintf(stderr, "no token %s\n", serial);
  exit(1);
}

static CK_ULONG rsa_key(CK_ULONG session) {
  CK_ULONG class = CKO_PRIVATE_KEY, type = CKK_RSA;
  CK_ATTRIBUTE wanted[] = {{CKA_CLASS, &class, sizeof class}, {CKA_KEY_TYPE, &type, sizeof type}};
  CK_ULONG key = 0;
  CK_ULONG found = 0;
  check("C_FindObjectsInit", driver->C_FindObjectsInit(session, wanted, 2));
  check("C_FindObjects", driver->C_FindObjects(session, &key, 1, &found));
  check("C_FindObjectsFinal", driver->C_FindObjectsFinal(session));
  if (!found) {
    fprintf(stderr, "no RSA key\n");
    exit(1);
  }
  return key;
}

static long long now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1000000000LL + time.tv_nsec;
}

int main(int argc, char **argv) {
  char line[300];
  if (argc != 3 || !fgets(line, sizeof line, stdin)) return 2;
  line[strcspn(line, "\n")] = 0;
  load(argv[1]);
  check("C_Initialize", driver->C_Initialize(NULL));
  CK_ULONG session;
  check("C_OpenSession",
        driver->C_OpenSession(slot_of(argv[2]), CKF_SERIAL_SESSION, NULL, NULL, &session));
  check("C_Login", driver->C_Login(session, CKU_USER, (CK_BYTE *)line, strlen(line)));
  CK_ULONG key = rsa_key(session);
  CK_MECHANISM mechanism = {CKM_RSA_PKCS, NULL, 0};
  CK_BYTE input[51] = {0x30, 0x31, 0x30, 0x0d, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01,
                       0x65, 0x03, 0x04, 0x02, 0x01, 0x05, 0x00, 0x04, 0x20};
  while (fgets(line, sizeof line, stdin)) {
    long count = atol(line);
    long long start = now();
    for (long i = 0; i < count; i++) {
      CK_BYTE signature[512];
      CK_ULONG length = sizeof signature;
      input[19] = (CK_BYTE)i;
      check("C_SignInit", driver->C_SignInit(session, &mechanism, key));
      check("C_Sign", driver->C_Sign(session, input, sizeof input, signature, &length));
    }
    printf("%lld\n", now() - start);
    fflush(stdout);
  }
  return 0;
}
