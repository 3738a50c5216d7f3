#pragma once
// A file that is open, closed by its destructor. For files.cpp and export_files.cpp; what is worth
// doing with files stands there.
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <string>
#include <system_error>

namespace nest::store {

/// Throws std::system_error whenever the system refuses.
class Descriptor {
 public:
  Descriptor(const std::filesystem::path& path, int flags, mode_t mode = 0)
      : fd_(::open(path.c_str(), flags | O_CLOEXEC, mode)) {
    if (fd_ < 0) throw std::system_error(errno, std::generic_category(), path.string());
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() { ::close(fd_); }

  void write(const std::string& bytes) const {
    for (std::size_t done = 0; done < bytes.size();) {
      const auto n = ::write(fd_, bytes.data() + done, bytes.size() - done);
      if (n < 0 && errno == EINTR) continue;
      if (n < 0) throw std::system_error(errno, std::generic_category(), "writing");
      done += static_cast<std::size_t>(n);
    }
  }
  void sync() const {
    if (::fsync(fd_) != 0) throw std::system_error(errno, std::generic_category(), "syncing");
  }
  /// What is read next shall come from the device, not from memory; where that is not possible,
  /// nothing is lost but that.
  void forget() const { (void)::posix_fadvise(fd_, 0, 0, POSIX_FADV_DONTNEED); }

 private:
  int fd_;
};

}  // namespace nest::store
