/*
 * A driver that misbehaves: it stands in front of a real PKCS#11 module and spoils one function.
 *
 *   SHIM_REAL      path of the real module
 *   SHIM_FUNCTION  C_Initialize, C_GetTokenInfo, C_Login, C_GetAttributeValue, or C_Sign,
 *                  which here stands for C_SignFinal too (SunPKCS11 uses that for RSA)
 *   SHIM_FAULT     hang, slow (200 ms), crash, abort, exit, flip (a wrong signature),
 *                  absurd (a length beyond all bounds), rv:HEX (this return code)
 *   SHIM_ONCE      a file; the fault happens only while it can be removed
 *   SHIM_COUNT     a file that grows by one byte with every C_Login
 *   SHIM_FLAGS     hexadecimal, added to every token's flags
 *   SHIM_LABEL     hexadecimal, every token's label
 *   SHIM_ALWAYS    keys are CKA_ALWAYS_AUTHENTICATE
 *   SHIM_NOID      CKA_ID is empty
 *   SHIM_PRINT     every spoiled function prints on standard output
 */
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef unsigned long ulong_t;

typedef struct {
  unsigned char version[2];
  void *functions[68];
} list_t;

typedef struct {
  ulong_t type;
  void *value;
  ulong_t length;
} attribute_t;

static list_t mine;
static list_t *real;

enum { INITIALIZE = 0, GET_TOKEN_INFO = 6, LOGIN = 18, GET_ATTRIBUTE_VALUE = 24, SIGN = 43, SIGN_FINAL = 45 };

static int spoiled(const char *function, const char *fault) {
  const char *once = getenv("SHIM_ONCE");
  const char *wanted = getenv("SHIM_FUNCTION");
  const char *how = getenv("SHIM_FAULT");
  if (!wanted || strcmp(wanted, function) || !how || strncmp(how, fault, strlen(fault))) {
    return 0;
  }
  return !once || unlink(once) == 0;
}

static ulong_t before(const char *function) {
  if (getenv("SHIM_PRINT")) {
    printf("%s is called\n", function);
    fflush(stdout);
  }
  if (spoiled(function, "hang")) {
    for (;;) pause();
  }
  if (spoiled(function, "slow")) usleep(200 * 1000);
  if (spoiled(function, "crash")) *(volatile int *)8 = 1;
  if (spoiled(function, "abort")) abort();
  if (spoiled(function, "exit")) exit(0);
  if (spoiled(function, "rv:")) return strtoul(getenv("SHIM_FAULT") + 3, NULL, 16);
  return 0;
}

static ulong_t initialize(void *arguments) {
  ulong_t rv = before("C_Initialize");
  return rv ? rv : ((ulong_t(*)(void *))real->functions[INITIALIZE])(arguments);
}

static ulong_t get_token_info(ulong_t slot, unsigned char *info) {
  ulong_t rv = before("C_GetTokenInfo");
  if (!rv) rv = ((ulong_t(*)(ulong_t, void *))real->functions[GET_TOKEN_INFO])(slot, info);
  if (!rv && getenv("SHIM_FLAGS")) *(ulong_t *)(info + 96) |= strtoul(getenv("SHIM_FLAGS"), NULL, 16);
  if (!rv && getenv("SHIM_LABEL")) {
    const char *hex = getenv("SHIM_LABEL");
    memset(info, ' ', 32);
    for (int i = 0; hex[2 * i] && i < 32; i++) sscanf(hex + 2 * i, "%2hhx", info + i);
  }
  return rv;
}

static ulong_t login(ulong_t session, ulong_t user, void *pin, ulong_t length) {
  const char *count = getenv("SHIM_COUNT");
  if (count) {
    FILE *file = fopen(count, "a");
    fputc('.', file);
    fclose(file);
  }
  ulong_t rv = before("C_Login");
  if (!rv && user == 2 && getenv("SHIM_ALWAYS")) return 0; /* the module itself has no such keys */
  return rv ? rv : ((ulong_t(*)(ulong_t, ulong_t, void *, ulong_t))real->functions[LOGIN])(session, user, pin, length);
}

static ulong_t get_attribute_value(ulong_t session, ulong_t object, attribute_t *list, ulong_t count) {
  ulong_t rv = before("C_GetAttributeValue");
  if (!rv) {
    rv = ((ulong_t(*)(ulong_t, ulong_t, void *, ulong_t))real->functions[GET_ATTRIBUTE_VALUE])(
        session, object, list, count);
  }
  for (ulong_t i = 0; i < count; i++) {
    if (list[i].type == 0x202 && list[i].value && getenv("SHIM_ALWAYS")) *(char *)list[i].value = 1;
    if (list[i].type == 0x102 && getenv("SHIM_NOID")) list[i].length = 0;
    if (list[i].type == 0x3 && spoiled("C_GetAttributeValue", "absurd")) list[i].length = 1UL << 40;
  }
  return rv;
}

static ulong_t sign(ulong_t session, void *data, ulong_t length, unsigned char *signature, ulong_t *size) {
  ulong_t rv = before("C_Sign");
  if (!rv) {
    rv = ((ulong_t(*)(ulong_t, void *, ulong_t, void *, void *))real->functions[SIGN])(
        session, data, length, signature, size);
  }
  if (signature && spoiled("C_Sign", "flip")) signature[0] ^= 1;
  if (signature && spoiled("C_Sign", "absurd")) *size = 1UL << 31;
  return rv;
}

static ulong_t sign_final(ulong_t session, unsigned char *signature, ulong_t *size) {
  ulong_t rv = before("C_Sign");
  if (!rv) {
    rv = ((ulong_t(*)(ulong_t, void *, void *))real->functions[SIGN_FINAL])(session, signature, size);
  }
  if (signature && spoiled("C_Sign", "flip")) signature[0] ^= 1;
  return rv;
}

ulong_t C_GetFunctionList(list_t **list) {
  void *library = dlopen(getenv("SHIM_REAL"), RTLD_NOW);
  if (!library) return 5;
  ((ulong_t(*)(list_t **))dlsym(library, "C_GetFunctionList"))(&real);
  mine = *real;
  mine.functions[INITIALIZE] = initialize;
  mine.functions[GET_TOKEN_INFO] = get_token_info;
  mine.functions[LOGIN] = login;
  mine.functions[GET_ATTRIBUTE_VALUE] = get_attribute_value;
  mine.functions[SIGN] = sign;
  mine.functions[SIGN_FINAL] = sign_final;
  *list = &mine;
  return 0;
}
