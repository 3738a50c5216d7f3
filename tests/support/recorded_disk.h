#pragma once
// A power cut without a plug: remembers what is done to the files of one folder and lays out what
// a cut at any moment leaves of it. What was synced stays. What was not may be gone, or any part
// of it may have reached the disk meanwhile, in any order. A name is as safe as its folder was
// synced. Link disk_calls.cpp and recorded_disk.cpp. Not here: folders inside the folder.
#include <cstdint>
#include <filesystem>
#include <map>
#include <mutex>
#include <string>
#include <variant>
#include <vector>

#include "core/base/random.h"
#include "support/disk_calls.h"

namespace nest::test {

class RecordedDisk : private DiskWatch {
 public:
  /// What is in the folder now is taken as safe.
  explicit RecordedDisk(std::filesystem::path folder);
  ~RecordedDisk() override;

  /// How many changes there were so far.
  std::size_t moment() const;
  /// How much of what was not synced reached the disk all the same.
  enum class Unsynced { nothing, some };
  /// Lays into the empty folder `into` what a cut after so many changes leaves.
  void cut(std::size_t moment, Unsynced unsynced, Random& luck,
           const std::filesystem::path& into) const;

 private:
  using File = std::uint64_t;  ///< an inode; none is used twice while we hold it
  using Names = std::map<std::string, File>;
  struct Write {
    File file;
    std::size_t at;
    std::string bytes;
  };
  struct Truncate {
    File file;
    std::size_t size;
  };
  struct Sync {
    File file;
  };
  struct SyncNames {};
  using Change = std::variant<Write, Truncate, Sync, Names, SyncNames>;
  class Platter;

  void done(const DiskChange& change) override;
  void look();
  Names names_now();

  const std::filesystem::path folder_;
  std::map<File, int> held_;  ///< descriptors, so that no inode is used again
  std::map<File, std::string> before_;
  Names names_before_, names_;
  mutable std::mutex mutex_;
  std::vector<Change> changes_;
};

}  // namespace nest::test
