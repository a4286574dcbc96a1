/* Hexadecimal, blanks, padded fields. */
#include "text.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

void to_hex(const unsigned char *bytes, size_t length, char *hex) {
  for (size_t i = 0; i < length; i++) sprintf(hex + 2 * i, "%02x", bytes[i]);
  hex[2 * length] = 0;
}

bool from_hex(const char *hex, unsigned char *bytes, size_t room, size_t *length) {
  size_t digits = strlen(hex);
  *length = digits / 2;
  if (digits % 2 || *length > room) return false;
  for (size_t i = 0; i < *length; i++) {
    if (sscanf(hex + 2 * i, "%2hhx", bytes + i) != 1) return false;
  }
  return true;
}

char *trim(char *text) {
  while (isspace((unsigned char)*text)) text++;
  char *end = text + strlen(text);
  while (end > text && isspace((unsigned char)end[-1])) end--;
  *end = 0;
  return text;
}

void pad(unsigned char *field, size_t size, const void *text, size_t length) {
  memset(field, ' ', size);
  memcpy(field, text, length < size ? length : size);
}
