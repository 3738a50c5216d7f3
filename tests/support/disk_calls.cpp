#include "support/disk_calls.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdarg>

namespace nest::test {
namespace {

// System calls have no place for a "this", so the watches are global to the test program.
std::atomic<DiskWatch*> top{nullptr};

bool concerns_us(int file) {
  struct stat status {};
  return top != nullptr && file > STDERR_FILENO && ::fstat(file, &status) == 0 &&
         (S_ISREG(status.st_mode) || S_ISDIR(status.st_mode));
}

bool refused(DiskCall call) {
  for (auto* watch = top.load(); watch; watch = watch->below()) {
    if (const int error = watch->refuse(call)) {
      errno = error;
      return true;
    }
  }
  return false;
}

void tell(const DiskChange& change) {
  const int error = errno;
  for (auto* watch = top.load(); watch; watch = watch->below()) watch->done(change);
  errno = error;
}

/// `act` is the call itself: what it returns below zero has changed nothing.
template <class Act>
auto through(DiskChange change, Act act) -> decltype(act()) {
  if (!concerns_us(change.file)) return act();
  if (refused(change.call)) return -1;
  const auto result = act();
  if (result < 0) return result;
  if (change.call == DiskCall::write) {
    change.bytes = change.bytes.substr(0, static_cast<std::size_t>(result));
  }
  tell(change);
  return result;
}

ssize_t write_at(int file, const void* bytes, std::size_t size, off_t at) {
  return through({DiskCall::write, file, at, {static_cast<const char*>(bytes), size}},
                 [&]() -> ssize_t { return ::syscall(SYS_pwrite64, file, bytes, size, at); });
}

int truncate_to(int file, off_t size) {
  return through({DiskCall::truncate, file, 0, {}, size},
                 [&] { return static_cast<int>(::syscall(SYS_ftruncate, file, size)); });
}

int sync(int file, long call) {
  return through({DiskCall::sync, file}, [&] { return static_cast<int>(::syscall(call, file)); });
}

int open_file(const char* path, int flags, mode_t mode) {
  const bool writes = (flags & O_ACCMODE) != O_RDONLY;
  if (writes && refused(DiskCall::open)) return -1;
  const int file = static_cast<int>(::syscall(SYS_openat, AT_FDCWD, path, flags, mode));
  if (!writes || !concerns_us(file)) return file;
  tell({DiskCall::open, file, 0, {}, 0, path});
  if ((flags & O_TRUNC) != 0) tell({DiskCall::truncate, file});
  return file;
}

mode_t mode_of(int flags, std::va_list& rest) {
  return (flags & O_CREAT) != 0 ? static_cast<mode_t>(va_arg(rest, int)) : 0;
}

}  // namespace

DiskWatch::DiskWatch() : below_(top.exchange(this)) {}

DiskWatch::~DiskWatch() {
  top = below_;
}

}  // namespace nest::test

// A program's own definition comes before the library's.
extern "C" {
ssize_t write(int file, const void* bytes, size_t size) {
  // Where the file stands; a pipe stands nowhere, and is none of ours.
  const auto at = ::lseek(file, 0, SEEK_CUR);
  return nest::test::through(
      {nest::test::DiskCall::write, file, at, {static_cast<const char*>(bytes), size}},
      [&]() -> ssize_t { return ::syscall(SYS_write, file, bytes, size); });
}
ssize_t pwrite(int file, const void* bytes, size_t size, off_t at) {
  return nest::test::write_at(file, bytes, size, at);
}
ssize_t pwrite64(int file, const void* bytes, size_t size, off64_t at) {
  return nest::test::write_at(file, bytes, size, at);
}
int ftruncate(int file, off_t size) noexcept {
  return nest::test::truncate_to(file, size);
}
int ftruncate64(int file, off64_t size) noexcept {
  return nest::test::truncate_to(file, size);
}
int truncate(const char* path, off_t size) noexcept {
  const int file = ::open(path, O_WRONLY | O_CLOEXEC);
  if (file < 0) return -1;
  const int result = nest::test::truncate_to(file, size);
  ::close(file);
  return result;
}
int fsync(int file) {
  return nest::test::sync(file, SYS_fsync);
}
int fdatasync(int file) {
  return nest::test::sync(file, SYS_fdatasync);
}
int rename(const char* from, const char* to) noexcept {
  if (nest::test::refused(nest::test::DiskCall::rename)) return -1;
  const int result = static_cast<int>(::syscall(SYS_rename, from, to));
  if (result == 0) nest::test::tell({nest::test::DiskCall::rename});
  return result;
}
int open(const char* path, int flags, ...) {
  std::va_list rest;
  va_start(rest, flags);
  const int file = nest::test::open_file(path, flags, nest::test::mode_of(flags, rest));
  va_end(rest);
  return file;
}
int open64(const char* path, int flags, ...) {
  std::va_list rest;
  va_start(rest, flags);
  const int file = nest::test::open_file(path, flags, nest::test::mode_of(flags, rest));
  va_end(rest);
  return file;
}
}
