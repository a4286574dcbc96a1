/*
 * The state folder: what outlives a process and may change while one runs.
 *
 * Names are relative to it. Files are replaced as a whole, so that a test that reads or writes one
 * at the same moment sees the old or the new. A folder that cannot be written ends the process:
 * a simulator that forgets a PIN try proves nothing.
 */
#ifndef STORE_H
#define STORE_H

#include <stdbool.h>
#include <stddef.h>

/* The file's text, to be freed; NULL when there is none. */
char *store_read(const char *name);

/* A file anywhere, such as one that the configuration names; NULL when there is none. */
char *file_read(const char *path, size_t *length);

void store_write(const char *name, const char *text);

void store_delete(const char *name);

/* The file's path, to be freed. */
char *store_path(const char *name);

/* Makes a folder and those above it. */
void store_folder(const char *name);

/* Adds a line at the end of a file. */
void store_append(const char *name, const char *line);

/* Adds one to a count, which is the size of a file; gives the new count. */
unsigned long store_count(const char *name);

/* Keeps other processes out of the state until it is unlocked. */
int store_lock(void);
void store_unlock(int lock);

#endif
