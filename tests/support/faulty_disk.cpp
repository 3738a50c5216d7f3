#include "support/faulty_disk.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <atomic>
#include <mutex>

namespace nest::test {
namespace {

// System calls have no place for a "this", so this one fault is global to the test program.
struct Fault {
  std::atomic<bool> armed{false};
  std::atomic<FaultyDisk::Call> call{FaultyDisk::Call::write};
  std::atomic<int> error{0}, countdown{0}, failures{0};
  std::atomic<bool> for_ever{true};
  std::mutex mutex;
  std::set<std::string> opened;  ///< guarded by the mutex
};
Fault fault;

bool hit(FaultyDisk::Call call) {
  if (!fault.armed || fault.call != call) return false;
  const int left = --fault.countdown;
  if (left > 0 || (left < 0 && !fault.for_ever)) return false;
  ++fault.failures;
  errno = fault.error;
  return true;
}

ssize_t faulty_write(int fd, const void* bytes, size_t size) {
  return hit(FaultyDisk::Call::write) ? -1 : ::write(fd, bytes, size);
}
ssize_t faulty_pwrite(int fd, const void* bytes, size_t size, off_t at) {
  return hit(FaultyDisk::Call::write) ? -1 : ::pwrite(fd, bytes, size, at);
}
int faulty_truncate(int fd, off_t size) {
  return hit(FaultyDisk::Call::write) ? -1 : ::ftruncate(fd, size);
}
int faulty_open(const char* path, int flags, int mode) {
  const bool writes = (flags & O_ACCMODE) != O_RDONLY;
  if (writes && hit(FaultyDisk::Call::open)) return -1;
  if (writes) {
    const std::lock_guard lock(fault.mutex);
    fault.opened.insert(path);
  }
  return ::open(path, flags, mode);
}

template <class Function>
void stand_in(const char* name, Function* function) {
  sqlite3_vfs* const disk = sqlite3_vfs_find(nullptr);
  disk->xSetSystemCall(disk, name, reinterpret_cast<sqlite3_syscall_ptr>(function));
}

}  // namespace

FaultyDisk::FaultyDisk() {
  fault.failures = 0;
  fault.opened.clear();
  stand_in("write", &faulty_write);
  stand_in("pwrite", &faulty_pwrite);
  stand_in("pwrite64", &faulty_pwrite);
  stand_in("ftruncate", &faulty_truncate);
  stand_in("open", &faulty_open);
}

FaultyDisk::~FaultyDisk() {
  heal();
  sqlite3_vfs* const disk = sqlite3_vfs_find(nullptr);
  disk->xSetSystemCall(disk, nullptr, nullptr);
}

void FaultyDisk::fail(Call call, int error, int nth, bool for_ever) {
  fault.call = call;
  fault.error = error;
  fault.countdown = nth;
  fault.for_ever = for_ever;
  fault.armed = true;
}

void FaultyDisk::heal() {
  fault.armed = false;
}

int FaultyDisk::failures() const {
  return fault.failures;
}

std::set<std::string> FaultyDisk::opened_to_write() const {
  const std::lock_guard lock(fault.mutex);
  return fault.opened;
}

bool sync_fails() {
  return hit(FaultyDisk::Call::sync);
}

}  // namespace nest::test

// SQLite syncs through these two and lets nobody set them; a program's own definition comes first.
extern "C" int fdatasync(int fd) {
  return nest::test::sync_fails() ? -1 : static_cast<int>(::syscall(SYS_fdatasync, fd));
}
extern "C" int fsync(int fd) {
  return nest::test::sync_fails() ? -1 : static_cast<int>(::syscall(SYS_fsync, fd));
}
