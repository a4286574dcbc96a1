/*
 * The peer of the key bridge: a C program that signs on the same token with nothing in between.
 *
 *   rsa-loop MODULE SERIAL      PIN as the first line of standard input
 *
 * Then each line "N" makes N signatures (C_SignInit and C_Sign, CKM_RSA_PKCS over a DigestInfo for
 * SHA-256) and is answered by the nanoseconds they took. "piped N" makes them for another process
 * that asks for each through a pipe and has two requests on the way: what any second process costs
 * on this machine, whatever it is written in. Ends with its standard input.
 */
#define _POSIX_C_SOURCE 200809L

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

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

/* A session in which the key is known. */
struct signer {
  CK_ULONG session;
  CK_ULONG key;
  CK_BYTE input[51];
};

static CK_ULONG sign(struct signer *signer, CK_BYTE number, CK_BYTE *signature, CK_ULONG room) {
  CK_MECHANISM mechanism = {CKM_RSA_PKCS, NULL, 0};
  signer->input[19] = number;
  check("C_SignInit", driver->C_SignInit(signer->session, &mechanism, signer->key));
  check("C_Sign",
        driver->C_Sign(signer->session, signer->input, sizeof signer->input, signature, &room));
  return room;
}

static void must(int fine, const char *what) {
  if (fine) return;
  perror(what);
  _exit(1);
}

/* The other process: asks, and waits for each answer with a second request on the way. */
static void ask(int to, int from, long count) {
  CK_BYTE answer[512];
  long asked = 0;
  for (long answered = 0; answered < count; answered++) {
    while (asked < count && asked - answered < 2) {
      CK_BYTE number = (CK_BYTE)asked++;
      must(write(to, &number, 1) == 1, "write");
    }
    must(read(from, answer, 256) == 256, "read");
  }
  _exit(0);
}

static void sign_for_another(struct signer *signer, long count) {
  int questions[2], answers[2];
  CK_BYTE number, signature[512];
  must(pipe(questions) == 0 && pipe(answers) == 0, "pipe");
  pid_t other = fork();
  must(other >= 0, "fork");
  if (other == 0) ask(questions[1], answers[0], count);
  for (long i = 0; i < count; i++) {
    must(read(questions[0], &number, 1) == 1, "read");
    CK_ULONG length = sign(signer, number, signature, sizeof signature);
    must(write(answers[1], signature, length) == (ssize_t)length, "write");
  }
  waitpid(other, NULL, 0);
  close(questions[0]);
  close(questions[1]);
  close(answers[0]);
  close(answers[1]);
}

int main(int argc, char **argv) {
  char line[300];
  struct signer signer = {0, 0, {0x30, 0x31, 0x30, 0x0d, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01,
                                 0x65, 0x03, 0x04, 0x02, 0x01, 0x05, 0x00, 0x04, 0x20}};
  if (argc != 3 || !fgets(line, sizeof line, stdin)) return 2;
  line[strcspn(line, "\n")] = 0;
  load(argv[1]);
  check("C_Initialize", driver->C_Initialize(NULL));
  check("C_OpenSession",
        driver->C_OpenSession(slot_of(argv[2]), CKF_SERIAL_SESSION, NULL, NULL, &signer.session));
  check("C_Login", driver->C_Login(signer.session, CKU_USER, (CK_BYTE *)line, strlen(line)));
  signer.key = rsa_key(signer.session);
  while (fgets(line, sizeof line, stdin)) {
    int piped = !strncmp(line, "piped ", 6);
    long count = atol(line + (piped ? 6 : 0));
    long long start = now();
    if (piped) {
      sign_for_another(&signer, count);
    } else {
      for (long i = 0; i < count; i++) {
        CK_BYTE signature[512];
        (void)sign(&signer, (CK_BYTE)i, signature, sizeof signature);
      }
    }
    printf("%lld\n", now() - start);
    fflush(stdout);
  }
  return 0;
}
