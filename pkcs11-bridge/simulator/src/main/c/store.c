/* Files of the state folder. */
#include "store.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "settings.h"

static void must(bool done, const char *path) {
  if (!done) {
    fprintf(stderr, "simulator: %s: %s\n", path, strerror(errno));
    abort();
  }
}

char *store_path(const char *name) {
  char *path = NULL;
  must(asprintf(&path, "%s/%s", settings()->state, name) > 0, name);
  return path;
}

char *file_read(const char *path, size_t *length) {
  FILE *file = fopen(path, "r");
  if (!file) return NULL;
  char *text = NULL;
  size_t room = 0, size = 0, got;
  do {
    room = room ? 2 * room : 4096;
    text = realloc(text, room + 1);
    must(text, path);
    got = fread(text + size, 1, room - size, file);
    size += got;
  } while (got && size == room);
  fclose(file);
  text[size] = 0;
  if (length) *length = size;
  return text;
}

char *store_read(const char *name) {
  char *path = store_path(name);
  char *text = file_read(path, NULL);
  free(path);
  return text;
}

void store_write(const char *name, const char *text) {
  char *path = store_path(name);
  char *fresh = NULL;
  must(asprintf(&fresh, "%s.%d", path, getpid()) > 0, path);
  FILE *file = fopen(fresh, "w");
  must(file && fputs(text, file) >= 0 && fclose(file) == 0, fresh);
  must(rename(fresh, path) == 0, path);
  free(fresh);
  free(path);
}

void store_delete(const char *name) {
  char *path = store_path(name);
  must(unlink(path) == 0 || errno == ENOENT, path);
  free(path);
}

void store_folder(const char *name) {
  char *path = store_path(name);
  for (char *slash = strchr(path + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
    *slash = 0;
    must(mkdir(path, 0700) == 0 || errno == EEXIST, path);
    *slash = '/';
  }
  must(mkdir(path, 0700) == 0 || errno == EEXIST, path);
  free(path);
}

static off_t append(const char *name, const char *text) {
  char *path = store_path(name);
  int file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  must(file >= 0 && write(file, text, strlen(text)) == (ssize_t)strlen(text), path);
  off_t end = lseek(file, 0, SEEK_CUR); /* behind what was written, whoever writes beside us */
  close(file);
  free(path);
  return end;
}

void store_append(const char *name, const char *line) { append(name, line); }

unsigned long store_count(const char *name) { return (unsigned long)append(name, "."); }

int store_lock(void) {
  char *path = store_path("lock");
  int lock = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  must(lock >= 0 && flock(lock, LOCK_EX) == 0, path);
  free(path);
  return lock;
}

void store_unlock(int lock) { close(lock); }
