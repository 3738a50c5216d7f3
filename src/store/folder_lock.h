#pragma once
// An advisory lock (flock) on a file, let go by the destructor or by the death of the process, so a
// killed kiosk leaves nothing to clean up.
#include <filesystem>
#include <optional>

namespace nest::store {

class FolderLock {
 public:
  enum class Kind {
    write,  ///< excludes every other lock; makes the file if there is none
    read    ///< excludes writers; the file must exist
  };
  /// Never waits. Nothing if somebody else holds it; throws std::system_error if the file cannot be
  /// opened.
  static std::optional<FolderLock> take(const std::filesystem::path& file, Kind kind);

  /// True if the file of this name is still the one that is locked.
  bool holds(const std::filesystem::path& file) const;

  FolderLock(FolderLock&& other) noexcept;
  FolderLock& operator=(FolderLock&& other) noexcept;
  ~FolderLock();

 private:
  explicit FolderLock(int descriptor) : descriptor_(descriptor) {}
  int descriptor_;
};

}  // namespace nest::store
