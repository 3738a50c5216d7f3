#pragma once
// The calls with which a program changes files, for a test to see or refuse: this program's own
// write, pwrite, ftruncate, fsync, rename and open stand in for those of the C library, under
// SQLite and the standard library, too. They act on regular files and folders, never on the
// standard streams. Not here: which call fails (faulty_disk.h), what a power cut leaves
// (recorded_disk.h), the C library's own files (std::FILE), which call the system by themselves.
#include <sys/types.h>

#include <cstddef>
#include <string_view>

namespace nest::test {

enum class DiskCall { write, truncate, sync, rename, open };

/// What has been done. A rename names no file; an open that truncates is followed by a truncate.
struct DiskChange {
  DiskCall call;
  int file = -1;             ///< the descriptor; none of a rename
  off_t at = 0;              ///< where the bytes of a write stand
  std::string_view bytes{};  ///< of a write
  off_t size = 0;            ///< after a truncate
  std::string_view path{};   ///< of an open
};

/// Sees and may refuse, from its constructor to its destructor; several form a stack. Whatever
/// thread makes a call asks it. Nobody else may write while one comes or goes.
class DiskWatch {
 public:
  DiskWatch();
  DiskWatch(const DiskWatch&) = delete;
  DiskWatch& operator=(const DiskWatch&) = delete;
  virtual ~DiskWatch();
  /// An errno makes the call fail, 0 lets it through. An open is one that may write.
  virtual int refuse(DiskCall) { return 0; }
  virtual void done(const DiskChange&) {}
  DiskWatch* below() const { return below_; }

 private:
  DiskWatch* below_;
};

}  // namespace nest::test
