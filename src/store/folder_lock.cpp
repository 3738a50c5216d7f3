#include "store/folder_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace nest::store {

std::optional<FolderLock> FolderLock::take(const std::filesystem::path& file, Kind kind) {
  const bool write = kind == Kind::write;
  const int flags = (write ? O_RDWR | O_CREAT : O_RDONLY) | O_CLOEXEC | O_NOCTTY | O_NONBLOCK;
  const int descriptor = ::open(file.c_str(), flags, 0644);
  if (descriptor < 0) throw std::system_error(errno, std::generic_category(), file.string());
  FolderLock lock(descriptor);
  if (::flock(descriptor, (write ? LOCK_EX : LOCK_SH) | LOCK_NB) == 0) return lock;
  if (errno == EWOULDBLOCK) return std::nullopt;
  throw std::system_error(errno, std::generic_category(), "locking " + file.string());
}

bool FolderLock::holds(const std::filesystem::path& file) const {
  struct stat held {};
  struct stat named {};
  return ::fstat(descriptor_, &held) == 0 && ::stat(file.c_str(), &named) == 0 &&
         held.st_dev == named.st_dev && held.st_ino == named.st_ino;
}

FolderLock::FolderLock(FolderLock&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)) {}

FolderLock& FolderLock::operator=(FolderLock&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  return *this;
}

FolderLock::~FolderLock() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

}  // namespace nest::store
