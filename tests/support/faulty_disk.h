#pragma once
// A disk that fails on demand, for SQLite's own calls of the system only: writes, truncates and
// opens through the documented xSetSystemCall, syncs by standing in for fdatasync.
// Also tells which files SQLite has opened to write. One at a time; the destructor heals the disk.
#include <cerrno>
#include <set>
#include <string>

namespace nest::test {

class FaultyDisk {
 public:
  enum class Call { write, sync, open };
  FaultyDisk();
  FaultyDisk(const FaultyDisk&) = delete;
  FaultyDisk& operator=(const FaultyDisk&) = delete;
  ~FaultyDisk();
  /// From the `nth` such call on (1: the next one), it fails with `error`; once, or until healed.
  void fail(Call call, int error, int nth = 1, bool for_ever = true);
  void heal();
  int failures() const;
  /// Since it began, those included that were deleted at once.
  std::set<std::string> opened_to_write() const;
};

}  // namespace nest::test
