/* Lets one call of the system fail: the Nth that writes to a file, names one or waits for the disk.

   Loaded in front of the C library (LD_PRELOAD). The count is shared by all processes that are
   forked after it was loaded. Calls that have nothing to do with files of a disk are not counted. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <unistd.h>

static struct { long seen, at, on; char name[200]; } *faults;

__attribute__((constructor)) static void begin(void) {
    faults = mmap(0, sizeof *faults, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
}

/* Count from now on; call number `at` fails, with `on` all of its kind after it too. 0 is none. */
void faults_begin(long at, long on) {
    faults->name[0] = 0;
    faults->at = at;
    faults->on = on;
    faults->seen = 0;
}
long faults_seen(void) { return faults->seen; }
const char *faults_name(void) { return faults->name; }

static int fails(const char *kind, const char *name) {
    if (!faults) return 0;
    long number = __sync_add_and_fetch(&faults->seen, 1);
    if (number == faults->at) {
        snprintf(faults->name, sizeof faults->name, "%s %s", kind, name);
        return 1;
    }
    return faults->on && faults->at && number > faults->at && faults->name[0] == kind[0];
}

static int is_file(int fd, char *name) {
    struct stat what;
    char link[40];
    if (fstat(fd, &what) || !(S_ISREG(what.st_mode) || S_ISDIR(what.st_mode))) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, name, 150);
    name[length > 0 ? length : 0] = 0;
    return name[0] == '/' && !!__builtin_strncmp(name, "/memfd", 6);
}

#define REAL(type, name, ...) static type (*real)(__VA_ARGS__); \
    if (!real) real = (type (*)(__VA_ARGS__))dlsym(RTLD_NEXT, #name)
#define FAIL(code) do { errno = code; return -1; } while (0)
#define ON_FILE(kind, fd, code) do { char path[151]; \
    if (is_file(fd, path) && fails(kind, path)) FAIL(code); } while (0)

ssize_t write(int fd, const void *from, size_t size) {
    REAL(ssize_t, write, int, const void *, size_t);
    ON_FILE("write", fd, ENOSPC);
    return real(fd, from, size);
}
ssize_t pwrite64(int fd, const void *from, size_t size, off64_t at) {
    REAL(ssize_t, pwrite64, int, const void *, size_t, off64_t);
    ON_FILE("write", fd, ENOSPC);
    return real(fd, from, size, at);
}
ssize_t sendfile64(int to, int from, off64_t *at, size_t size) {
    REAL(ssize_t, sendfile64, int, int, off64_t *, size_t);
    ON_FILE("write", to, ENOSPC);
    return real(to, from, at, size);
}
int fsync(int fd) {
    REAL(int, fsync, int);
    ON_FILE("sync", fd, EIO);
    return real(fd);
}
int fdatasync(int fd) {
    REAL(int, fdatasync, int);
    ON_FILE("sync", fd, EIO);
    return real(fd);
}
int syncfs(int fd) {
    REAL(int, syncfs, int);
    ON_FILE("sync", fd, EIO);
    return real(fd);
}
#define NAMED(...) do { if (fails(__VA_ARGS__)) FAIL(EACCES); } while (0)

int rename(const char *old, const char *new) {
    REAL(int, rename, const char *, const char *);
    NAMED("name", old);
    return real(old, new);
}
int renameat2(int a, const char *old, int b, const char *new, unsigned flags) {
    REAL(int, renameat2, int, const char *, int, const char *, unsigned);
    NAMED("name", old);
    return real(a, old, b, new, flags);
}
int link(const char *old, const char *new) {
    REAL(int, link, const char *, const char *);
    NAMED("name", new);
    return real(old, new);
}
int mkdir(const char *path, mode_t mode) {
    REAL(int, mkdir, const char *, mode_t);
    NAMED("name", path);
    return real(path, mode);
}
int open64(const char *path, int flags, ...) {
    REAL(int, open64, const char *, int, ...);
    va_list rest;
    va_start(rest, flags);
    mode_t mode = flags & (O_CREAT | __O_TMPFILE) ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    int writes = (flags & O_ACCMODE) != O_RDONLY;
    if (writes && __builtin_strncmp(path, "/dev/", 5) && fails("name", path)) FAIL(EACCES);
    return real(path, flags, mode);
}
