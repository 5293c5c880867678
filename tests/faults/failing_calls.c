/* Loaded before the system's library: the n-th call that changes a file in some folders fails, or ends the program.

   From Python, by ctypes: fault_arm(folders, one a line; n, 0 to count alone; number of the error, or -1 to be killed),
   then fault_disarm, which returns how many calls there were, and fault_call, which call it was. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

static char folders[8192];
static char failed[5000];
static long at, seen;
static int number, armed;

#define NEXT(kind, name) static kind (*next)(); if (!next) next = dlsym(RTLD_NEXT, name)

void fault_arm(const char *places, long n, int error) {
    strncpy(folders, places, sizeof folders - 1);
    failed[0] = 0; seen = 0; at = n; number = error; armed = 1;
}
long fault_disarm(void) { armed = 0; return seen; }
const char *fault_call(void) { return failed; }

static int is_meant(const char *path) {
    const char *place = folders;
    while (*place) {
        const char *end = strchr(place, '\n');
        size_t length = end ? (size_t)(end - place) : strlen(place);
        if (!strncmp(path, place, length) && (path[length] == '/' || !path[length])) return 1;
        place += length + (end ? 1 : 0);
    }
    return 0;
}

/* Whether this call is to fail; errno is set then. */
static int fails(const char *call, const char *path) {
    if (!armed || !path || !is_meant(path)) return 0;
    if (++seen != at) return 0;
    snprintf(failed, sizeof failed, "%s %s", call, path);
    if (number < 0) raise(SIGKILL);
    errno = number;
    return 1;
}
static int fails_at(const char *call, int file) {
    char link[64], path[4200];
    ssize_t length;
    int before = errno;
    if (!armed) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    length = readlink(link, path, sizeof path - 1);
    errno = before;
    if (length < 0) return 0;
    path[length] = 0;
    return fails(call, path);
}

#define OPENING(name) \
    int name(const char *path, int flags, ...) { \
        va_list more; va_start(more, flags); mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(more, mode_t) : 0; va_end(more); \
        NEXT(int, #name); return fails("open", path) ? -1 : next(path, flags, mode); }
OPENING(open)
OPENING(open64)
#define OPENING_AT(name) \
    int name(int folder, const char *path, int flags, ...) { \
        va_list more; va_start(more, flags); mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(more, mode_t) : 0; va_end(more); \
        NEXT(int, #name); return fails("open", path) ? -1 : next(folder, path, flags, mode); }
OPENING_AT(openat)
OPENING_AT(openat64)
#define OPENING_FILE(name) FILE *name(const char *path, const char *mode) { NEXT(FILE *, #name); return fails("open", path) ? NULL : next(path, mode); }
OPENING_FILE(fopen)
OPENING_FILE(fopen64)
ssize_t write(int file, const void *bytes, size_t size) { NEXT(ssize_t, "write"); return fails_at("write", file) ? -1 : next(file, bytes, size); }
ssize_t writev(int file, const struct iovec *parts, int n) { NEXT(ssize_t, "writev"); return fails_at("write", file) ? -1 : next(file, parts, n); }
ssize_t pwrite(int file, const void *bytes, size_t size, off_t place) { NEXT(ssize_t, "pwrite"); return fails_at("write", file) ? -1 : next(file, bytes, size, place); }
ssize_t pwrite64(int file, const void *bytes, size_t size, off64_t place) { NEXT(ssize_t, "pwrite64"); return fails_at("write", file) ? -1 : next(file, bytes, size, place); }
ssize_t sendfile(int to, int from, off_t *place, size_t size) { NEXT(ssize_t, "sendfile"); return fails_at("write", to) ? -1 : next(to, from, place, size); }
ssize_t sendfile64(int to, int from, off64_t *place, size_t size) { NEXT(ssize_t, "sendfile64"); return fails_at("write", to) ? -1 : next(to, from, place, size); }
/* Nothing is brought to a disk: only whether the program asks for it matters here. */
int fsync(int file) { return fails_at("sync", file) ? -1 : 0; }
int fdatasync(int file) { return fails_at("sync", file) ? -1 : 0; }
int ftruncate(int file, off_t size) { NEXT(int, "ftruncate"); return fails_at("truncate", file) ? -1 : next(file, size); }
int ftruncate64(int file, off64_t size) { NEXT(int, "ftruncate64"); return fails_at("truncate", file) ? -1 : next(file, size); }
int rename(const char *from, const char *to) { NEXT(int, "rename"); return fails("rename", to) ? -1 : next(from, to); }
int renameat(int a, const char *from, int b, const char *to) { NEXT(int, "renameat"); return fails("rename", to) ? -1 : next(a, from, b, to); }
int unlink(const char *path) { NEXT(int, "unlink"); return fails("unlink", path) ? -1 : next(path); }
int mkdir(const char *path, mode_t mode) { NEXT(int, "mkdir"); return fails("mkdir", path) ? -1 : next(path, mode); }
int rmdir(const char *path) { NEXT(int, "rmdir"); return fails("rmdir", path) ? -1 : next(path); }
