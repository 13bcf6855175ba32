/*
 * Records what a process does to the files under one folder, in the order in which it does it: for the power-cut test,
 * loaded by LD_PRELOAD. POWER_ROOT names the folder, POWER_LOG the file that the records are appended to.
 *
 * One lock makes one order over all threads: a change and its record are one step. A sync is two records, its begin and
 * its end, since others go on writing meanwhile and what they write is not part of it.
 *
 * A record: kind (1 byte), 3 bytes nothing, length of the first path, of the second path, of the data (4 bytes each),
 * inode, offset (8 bytes each), then paths (below the root) and data. Kinds: C file created, W written, T cut to a
 * length, B and E sync begun and ended (offset is its number), M folder made, R renamed, L linked, U unlinked, D folder
 * removed. Files ending in -shm are left out: they are mapped memory, and SQLite makes them anew.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#define REAL(result, name, ...)                                                   \
  static result (*real)(__VA_ARGS__);                                             \
  if (!real) real = (result(*)(__VA_ARGS__))dlsym(RTLD_NEXT, #name)

#define FDS 65536
static pthread_mutex_t order = PTHREAD_MUTEX_INITIALIZER;
static unsigned char recorded[FDS];
static char root[PATH_MAX];
static size_t root_length;
static int log_fd = -1;
static uint64_t syncs;

struct header {
  uint8_t kind, nothing[3];
  uint32_t path_length, second_length, data_length;
  uint64_t inode, offset;
} __attribute__((packed));

static void record(char kind, uint64_t inode, uint64_t offset, const char *path, const char *second, const void *data,
                   size_t length) {
  struct header header = {.kind = (uint8_t)kind,
                          .path_length = (uint32_t)strlen(path),
                          .second_length = (uint32_t)strlen(second),
                          .data_length = (uint32_t)length,
                          .inode = inode,
                          .offset = offset};
  struct iovec parts[] = {{&header, sizeof header},
                          {(void *)path, header.path_length},
                          {(void *)second, header.second_length},
                          {(void *)data, length}};
  size_t whole = sizeof header + header.path_length + header.second_length + length;
  if (syscall(SYS_writev, log_fd, parts, 4) != (long)whole) abort(); /* half a record would be a false one */
}

__attribute__((constructor)) static void begin(void) {
  const char *folder = getenv("POWER_ROOT"), *log = getenv("POWER_LOG");
  struct stat found;
  if (!folder || !log || stat(folder, &found)) return;
  root_length = strlen(strcpy(root, folder));
  log_fd = (int)syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (log_fd < 0) abort();
  record('M', found.st_ino, 0, "", "", "", 0);
}

/* The path below the root, or null where it is not recorded. */
static const char *below(const char *path) {
  size_t length = strlen(path);
  if (log_fd < 0 || strncmp(path, root, root_length) != 0) return NULL;
  if (path[root_length] != '/' && path[root_length] != 0) return NULL;
  if (length > 4 && strcmp(path + length - 4, "-shm") == 0) return NULL;
  return path[root_length] ? path + root_length + 1 : "";
}

static const char *absolute(int folder, const char *path, char *buffer) {
  if (path[0] == '/') return path;
  char link[64];
  if (folder == AT_FDCWD) strcpy(link, "/proc/self/cwd");
  else snprintf(link, sizeof link, "/proc/self/fd/%d", folder);
  ssize_t length = readlink(link, buffer, PATH_MAX - 1);
  if (length < 0) length = 0;
  snprintf(buffer + length, PATH_MAX - (size_t)length, "/%s", path);
  return buffer;
}

static int is_recorded(int fd) { return fd >= 0 && fd < FDS && recorded[fd]; }

static uint64_t inode_of(int fd) {
  struct stat found;
  return fstat(fd, &found) ? 0 : found.st_ino;
}

static uint64_t inode_at(const char *path) {
  struct stat found;
  return lstat(path, &found) ? 0 : found.st_ino;
}

static int opened(int folder, const char *path, int flags, mode_t mode) {
  REAL(int, openat, int, const char *, int, ...);
  char buffer[PATH_MAX];
  const char *whole = absolute(folder, path, buffer), *name = below(whole);
  if (!name) return real(folder, path, flags, mode);
  pthread_mutex_lock(&order);
  int is_new = (flags & O_CREAT) && inode_at(whole) == 0;
  int fd = real(folder, path, flags, mode);
  if (fd >= 0 && fd < FDS) {
    recorded[fd] = 1;
    if (is_new) record('C', inode_of(fd), 0, name, "", "", 0);
    else if (flags & O_TRUNC) record('T', inode_of(fd), 0, "", "", "", 0);
  }
  pthread_mutex_unlock(&order);
  return fd;
}

static mode_t mode_of(int flags, va_list arguments) {
  return (flags & (O_CREAT | O_TMPFILE)) ? va_arg(arguments, mode_t) : 0;
}
#define OPEN(name)                                     \
  int name(const char *path, int flags, ...) {         \
    va_list arguments;                                 \
    va_start(arguments, flags);                        \
    mode_t mode = mode_of(flags, arguments);           \
    va_end(arguments);                                 \
    return opened(AT_FDCWD, path, flags, mode);        \
  }
#define OPENAT(name)                                       \
  int name(int folder, const char *path, int flags, ...) { \
    va_list arguments;                                     \
    va_start(arguments, flags);                            \
    mode_t mode = mode_of(flags, arguments);               \
    va_end(arguments);                                     \
    return opened(folder, path, flags, mode);              \
  }
OPEN(open)
OPEN(open64)
OPENAT(openat)
OPENAT(openat64)

int close(int fd) {
  REAL(int, close, int);
  if (fd >= 0 && fd < FDS) recorded[fd] = 0;
  return real(fd);
}

/* Where a write without an offset ended tells where it began, also for files opened to append. */
ssize_t write(int fd, const void *data, size_t length) {
  REAL(ssize_t, write, int, const void *, size_t);
  if (!is_recorded(fd)) return real(fd, data, length);
  pthread_mutex_lock(&order);
  ssize_t done = real(fd, data, length);
  if (done > 0) record('W', inode_of(fd), (uint64_t)(lseek(fd, 0, SEEK_CUR) - done), "", "", data, (size_t)done);
  pthread_mutex_unlock(&order);
  return done;
}

static ssize_t written_at(int fd, const void *data, size_t length, off_t offset) {
  REAL(ssize_t, pwrite, int, const void *, size_t, off_t);
  if (!is_recorded(fd)) return real(fd, data, length, offset);
  pthread_mutex_lock(&order);
  ssize_t done = real(fd, data, length, offset);
  if (done > 0) record('W', inode_of(fd), (uint64_t)offset, "", "", data, (size_t)done);
  pthread_mutex_unlock(&order);
  return done;
}
ssize_t pwrite(int fd, const void *data, size_t length, off_t offset) { return written_at(fd, data, length, offset); }
ssize_t pwrite64(int fd, const void *data, size_t length, off_t offset) { return written_at(fd, data, length, offset); }

/* Part by part: a short write is what every caller must expect anyway. */
ssize_t writev(int fd, const struct iovec *parts, int count) {
  REAL(ssize_t, writev, int, const struct iovec *, int);
  if (!is_recorded(fd)) return real(fd, parts, count);
  ssize_t done = 0;
  for (int i = 0; i < count; i++) {
    ssize_t one = write(fd, parts[i].iov_base, parts[i].iov_len);
    if (one < 0) return done ? done : one;
    done += one;
    if ((size_t)one < parts[i].iov_len) break;
  }
  return done;
}

static ssize_t vector_at(int fd, const struct iovec *parts, int count, off_t offset) {
  REAL(ssize_t, pwritev, int, const struct iovec *, int, off_t);
  if (!is_recorded(fd)) return real(fd, parts, count, offset);
  ssize_t done = 0;
  for (int i = 0; i < count; i++) {
    ssize_t one = written_at(fd, parts[i].iov_base, parts[i].iov_len, offset + done);
    if (one < 0) return done ? done : one;
    done += one;
    if ((size_t)one < parts[i].iov_len) break;
  }
  return done;
}
ssize_t pwritev(int fd, const struct iovec *parts, int count, off_t at) { return vector_at(fd, parts, count, at); }
ssize_t pwritev64(int fd, const struct iovec *parts, int count, off_t at) { return vector_at(fd, parts, count, at); }

/* A copy inside the kernel is made one that passes through `write`. */
ssize_t sendfile64(int to, int from, off_t *offset, size_t length) {
  REAL(ssize_t, sendfile64, int, int, off_t *, size_t);
  if (!is_recorded(to)) return real(to, from, offset, length);
  char buffer[65536];
  size_t wanted = length < sizeof buffer ? length : sizeof buffer;
  ssize_t got = offset ? pread(from, buffer, wanted, *offset) : read(from, buffer, wanted);
  if (got <= 0) return got;
  ssize_t done = write(to, buffer, (size_t)got);
  if (done > 0 && offset) *offset += done;
  return done;
}
ssize_t sendfile(int to, int from, off_t *offset, size_t length) { return sendfile64(to, from, offset, length); }

long syscall(long number, ...) {
  REAL(long, syscall, long, ...);
  va_list given;
  va_start(given, number);
  long a = va_arg(given, long), b = va_arg(given, long), c = va_arg(given, long);
  long d = va_arg(given, long), e = va_arg(given, long), f = va_arg(given, long);
  va_end(given);
  if (number == SYS_close && a >= 0 && a < FDS) recorded[a] = 0; /* libuv closes this way */
  if (number == SYS_copy_file_range && is_recorded((int)c)) {
    errno = ENOSYS; /* the caller then tries sendfile */
    return -1;
  }
  return real(number, a, b, c, d, e, f);
}

static int cut(int fd, off_t length) {
  REAL(int, ftruncate, int, off_t);
  if (!is_recorded(fd)) return real(fd, length);
  pthread_mutex_lock(&order);
  int result = real(fd, length);
  if (result == 0) record('T', inode_of(fd), (uint64_t)length, "", "", "", 0);
  pthread_mutex_unlock(&order);
  return result;
}
int ftruncate(int fd, off_t length) { return cut(fd, length); }
int ftruncate64(int fd, off_t length) { return cut(fd, length); }

#include "recorder-names.h"
