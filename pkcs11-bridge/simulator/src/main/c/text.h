/* Small helpers for text: hexadecimal, blanks, padded fields. */
#ifndef TEXT_H
#define TEXT_H

#include <stdbool.h>
#include <stddef.h>

/* Writes 2 * length digits and a zero. */
void to_hex(const unsigned char *bytes, size_t length, char *hex);

/* Reads digits up to the end of the string; false when they are odd, none, or too many. */
bool from_hex(const char *hex, unsigned char *bytes, size_t room, size_t *length);

/* Without blanks at both ends; changes the string. */
char *trim(char *text);

/* A fixed field filled up with blanks, as the standard wants it; what is too long is cut. */
void pad(unsigned char *field, size_t size, const void *text, size_t length);

#endif
