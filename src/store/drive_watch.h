#pragma once
// What is plugged in, and how much room there is: looked at once a second on a thread of its own
// while somebody wants to know, since a disk that sleeps or dies may take long to answer.
// Not here: what is written to a stick (export_files), read from it (adult_files).
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace nest::store {

struct StickSeen {
  std::filesystem::path path;
  bool writable = true;
  std::uint64_t free_megabytes = 0;
  bool operator==(const StickSeen&) const = default;
};
struct Drives {
  std::optional<StickSeen> stick;
  std::uint64_t free_megabytes = 0;  ///< where the data folder lies
  bool operator==(const Drives&) const = default;
};

/// True if another disk is mounted on that folder.
bool is_mount(const std::filesystem::path& folder);

struct DriveWatchOptions {
  std::filesystem::path folder;  ///< whose free space is told
  /// Where desktops and udisks mount what is plugged in: there, or one folder deeper.
  std::vector<std::filesystem::path> roots{"/media", "/run/media"};
  std::function<bool(const std::filesystem::path&)> mounted = is_mount;
  std::chrono::milliseconds every{1000};
};

/// As they are now. One stick: the first that can be written, else the first.
Drives look_at_drives(const DriveWatchOptions& options);

class DriveWatch {
 public:
  /// `bell` is called on the thread whenever something is other than before.
  DriveWatch(DriveWatchOptions options, std::function<void()> bell);

  /// Whether to look. Never waits.
  void watch(bool on);
  /// As they were seen last.
  Drives now() const;

 private:
  void work(const std::stop_token& stop);

  DriveWatchOptions options_;
  std::function<void()> bell_;
  mutable std::mutex mutex_;
  std::condition_variable_any changed_;
  bool on_ = false;
  Drives now_;
  std::jthread worker_;  ///< last: it ends before what it uses
};

}  // namespace nest::store
