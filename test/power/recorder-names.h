/* The second half of recorder.c: syncs, and what changes folders. */

static uint64_t sync_begins(int fd) {
  pthread_mutex_lock(&order);
  uint64_t number = ((uint64_t)getpid() << 32) | ++syncs;
  record('B', inode_of(fd), number, "", "", "", 0);
  pthread_mutex_unlock(&order);
  return number;
}

static void sync_ended(uint64_t number) {
  pthread_mutex_lock(&order);
  record('E', 0, number, "", "", "", 0);
  pthread_mutex_unlock(&order);
}

#define SYNC(name)                             \
  int name(int fd) {                           \
    REAL(int, name, int);                      \
    if (!is_recorded(fd)) return real(fd);     \
    uint64_t number = sync_begins(fd);         \
    int result = real(fd);                     \
    int reason = errno;                        \
    if (result == 0) sync_ended(number);       \
    errno = reason;                            \
    return result;                             \
  }
SYNC(fsync)
SYNC(fdatasync)

static int made(int folder, const char *path, mode_t mode) {
  REAL(int, mkdirat, int, const char *, mode_t);
  char buffer[PATH_MAX];
  const char *whole = absolute(folder, path, buffer), *name = below(whole);
  if (!name) return real(folder, path, mode);
  pthread_mutex_lock(&order);
  int result = real(folder, path, mode);
  if (result == 0) record('M', inode_at(whole), 0, name, "", "", 0);
  pthread_mutex_unlock(&order);
  return result;
}
int mkdir(const char *path, mode_t mode) { return made(AT_FDCWD, path, mode); }
int mkdirat(int folder, const char *path, mode_t mode) { return made(folder, path, mode); }

static int removed(int folder, const char *path, int flags) {
  REAL(int, unlinkat, int, const char *, int);
  char buffer[PATH_MAX];
  const char *name = below(absolute(folder, path, buffer));
  if (!name) return real(folder, path, flags);
  pthread_mutex_lock(&order);
  int result = real(folder, path, flags);
  int reason = errno;
  if (result == 0) record(flags & AT_REMOVEDIR ? 'D' : 'U', 0, 0, name, "", "", 0);
  pthread_mutex_unlock(&order);
  errno = reason;
  return result;
}
int unlinkat(int folder, const char *path, int flags) { return removed(folder, path, flags); }
int unlink(const char *path) { return removed(AT_FDCWD, path, 0); }
int rmdir(const char *path) { return removed(AT_FDCWD, path, AT_REMOVEDIR); }
int remove(const char *path) {
  int result = unlink(path);
  return result == -1 && errno == EISDIR ? rmdir(path) : result;
}

/* Both names are below the root or neither: the office never moves a file in from elsewhere, nor out. */
static int renamed(int folder, const char *from, int to_folder, const char *to, unsigned flags) {
  REAL(int, renameat2, int, const char *, int, const char *, unsigned);
  char buffer[PATH_MAX], to_buffer[PATH_MAX];
  const char *name = below(absolute(folder, from, buffer)), *new_name = below(absolute(to_folder, to, to_buffer));
  if (!name || !new_name) return real(folder, from, to_folder, to, flags);
  pthread_mutex_lock(&order);
  int result = real(folder, from, to_folder, to, flags);
  if (result == 0) record('R', 0, 0, name, new_name, "", 0);
  pthread_mutex_unlock(&order);
  return result;
}
int rename(const char *from, const char *to) { return renamed(AT_FDCWD, from, AT_FDCWD, to, 0); }
int renameat(int folder, const char *from, int to_folder, const char *to) {
  return renamed(folder, from, to_folder, to, 0);
}
int renameat2(int folder, const char *from, int to_folder, const char *to, unsigned flags) {
  return renamed(folder, from, to_folder, to, flags);
}

static int linked(int folder, const char *from, int to_folder, const char *to, int flags) {
  REAL(int, linkat, int, const char *, int, const char *, int);
  char buffer[PATH_MAX], to_buffer[PATH_MAX];
  const char *name = below(absolute(folder, from, buffer)), *new_name = below(absolute(to_folder, to, to_buffer));
  if (!name || !new_name) return real(folder, from, to_folder, to, flags);
  pthread_mutex_lock(&order);
  int result = real(folder, from, to_folder, to, flags);
  int reason = errno;
  if (result == 0) record('L', 0, 0, name, new_name, "", 0);
  pthread_mutex_unlock(&order);
  errno = reason;
  return result;
}
int link(const char *from, const char *to) { return linked(AT_FDCWD, from, AT_FDCWD, to, 0); }
int linkat(int folder, const char *from, int to_folder, const char *to, int flags) {
  return linked(folder, from, to_folder, to, flags);
}
