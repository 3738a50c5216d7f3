#include "store/drive_watch.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <system_error>
#include <utility>

namespace nest::store {
namespace {

namespace fs = std::filesystem;

std::uint64_t free_megabytes(const fs::path& folder) {
  constexpr std::uint64_t kMegabyte = 1'000'000;
  std::error_code unknown;
  const auto space = fs::space(folder, unknown);
  return unknown ? 0 : space.available / kMegabyte;
}

/// The folders in `folder`, by name; none if it cannot be read.
std::vector<fs::path> folders_in(const fs::path& folder) {
  std::vector<fs::path> out;
  std::error_code failed;
  fs::directory_iterator it(folder, failed);
  while (!failed && it != fs::directory_iterator()) {
    std::error_code unknown;
    if (it->is_directory(unknown)) out.push_back(it->path());
    it.increment(failed);
  }
  std::sort(out.begin(), out.end());
  return out;
}

std::vector<fs::path> mounted_below(const DriveWatchOptions& options) {
  std::vector<fs::path> out;
  for (const auto& root : options.roots) {
    for (const auto& user : folders_in(root)) {
      if (options.mounted(user)) out.push_back(user);
      for (const auto& stick : folders_in(user)) {
        if (options.mounted(stick)) out.push_back(stick);
      }
    }
  }
  return out;
}

bool is_writable(const fs::path& folder) {
  return ::access(folder.c_str(), W_OK) == 0;
}

}  // namespace

bool is_mount(const fs::path& folder) {
  struct stat here {};
  struct stat above {};
  return ::stat(folder.c_str(), &here) == 0 && ::stat(folder.parent_path().c_str(), &above) == 0 &&
         here.st_dev != above.st_dev;
}

Drives look_at_drives(const DriveWatchOptions& options) {
  Drives out;
  out.free_megabytes = free_megabytes(options.folder);
  const auto all = mounted_below(options);
  if (all.empty()) return out;
  auto chosen = std::find_if(all.begin(), all.end(), is_writable);
  const bool writable = chosen != all.end();
  if (!writable) chosen = all.begin();
  out.stick = StickSeen{*chosen, writable, free_megabytes(*chosen)};
  return out;
}

DriveWatch::DriveWatch(DriveWatchOptions options, std::function<void()> bell)
    : options_(std::move(options)),
      bell_(std::move(bell)),
      worker_([this](const std::stop_token& stop) { work(stop); }) {}

void DriveWatch::watch(bool on) {
  {
    const std::lock_guard lock(mutex_);
    if (std::exchange(on_, on) == on) return;
  }
  changed_.notify_all();
}

Drives DriveWatch::now() const {
  const std::lock_guard lock(mutex_);
  return now_;
}

void DriveWatch::work(const std::stop_token& stop) {
  std::unique_lock lock(mutex_);
  while (changed_.wait(lock, stop, [this] { return on_; }) && !stop.stop_requested()) {
    lock.unlock();
    auto seen = look_at_drives(options_);
    lock.lock();
    const bool news = std::exchange(now_, seen) != seen;
    lock.unlock();
    if (news) bell_();
    lock.lock();
    changed_.wait_for(lock, stop, options_.every, [this] { return !on_; });
  }
}

}  // namespace nest::store
