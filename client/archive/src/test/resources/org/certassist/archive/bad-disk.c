/* A disk that fails on command, for LD_PRELOAD: while the file $BAD_DISK exists and says "fsync",
   syncs of archive files fail with EIO; while it says "full", writes to them fail with ENOSPC. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static int fails(int fd, const char *how) {
  const char *command = getenv("BAD_DISK");
  char link[64], path[4096], word[16] = "";
  ssize_t length;
  FILE *file;
  if (command == NULL || (file = fopen(command, "r")) == NULL) {
    return 0;
  }
  if (fgets(word, sizeof word, file) == NULL) {
    word[0] = 0;
  }
  fclose(file);
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  length = readlink(link, path, sizeof path - 1);
  if (length < 0) {
    return 0;
  }
  path[length] = 0;
  return strcmp(word, how) == 0 && strstr(path, "archive.db") != NULL;
}

int fsync(int fd) {
  if (fails(fd, "fsync")) {
    errno = EIO;
    return -1;
  }
  return ((int (*)(int))dlsym(RTLD_NEXT, "fsync"))(fd);
}

int fdatasync(int fd) {
  if (fails(fd, "fsync")) {
    errno = EIO;
    return -1;
  }
  return ((int (*)(int))dlsym(RTLD_NEXT, "fdatasync"))(fd);
}

ssize_t write(int fd, const void *bytes, size_t count) {
  if (fails(fd, "full")) {
    errno = ENOSPC;
    return -1;
  }
  return ((ssize_t (*)(int, const void *, size_t))dlsym(RTLD_NEXT, "write"))(fd, bytes, count);
}

ssize_t pwrite64(int fd, const void *bytes, size_t count, off64_t at) {
  if (fails(fd, "full")) {
    errno = ENOSPC;
    return -1;
  }
  return ((ssize_t (*)(int, const void *, size_t, off64_t))dlsym(RTLD_NEXT, "pwrite64"))(
      fd, bytes, count, at);
}
