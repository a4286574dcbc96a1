/* One object a file: an attribute a line, the same for both builds. */
#ifndef OBJECT_FILES_H
#define OBJECT_FILES_H

#include "objects.h"

/* Gives the object the next free number and writes it. */
void object_file_write(const struct token *token, struct object *object);

/* NULL: there is no object of this number. */
struct object *object_file_read(const struct token *token, unsigned long file);

void object_file_delete(const struct token *token, const struct object *object);

#endif
