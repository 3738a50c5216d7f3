#include "support/recorded_disk.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "core/base/overloaded.h"

namespace nest::test {
namespace {

namespace fs = std::filesystem;

std::string bytes_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void put(std::string& file, std::size_t at, std::string_view bytes) {
  file.resize(std::max(file.size(), at + bytes.size()));
  file.replace(at, bytes.size(), bytes);
}

}  // namespace

/// The disk itself, as the changes come to it.
class RecordedDisk::Platter {
 public:
  Platter(std::map<File, std::string> files, Names names)
      : files_(std::move(files)), names_{std::move(names)} {}

  void take(const Change& change) {
    std::visit(
        Overloaded{[&](const Write& write) { unsynced_[write.file].push_back(&change); },
                   [&](const Truncate& cut) { unsynced_[cut.file].push_back(&change); },
                   [&](const Sync& sync) { keep_all(sync.file); },
                   [&](const Names& names) { names_.push_back(names); },
                   [&](const SyncNames&) { names_.erase(names_.begin(), names_.end() - 1); }},
        change);
  }
  /// Any part of what was not synced gets here all the same; names only in their order, as file
  /// systems keep a journal of them.
  void take_some(Random& luck) {
    for (const auto& [file, changes] : unsynced_) {
      for (const auto* const change : changes) {
        if (luck.below(2) == 0) apply(*change, luck.below(4) == 0);
      }
    }
    const auto newest = luck.below(static_cast<std::uint32_t>(names_.size()));
    names_.erase(names_.begin(), names_.begin() + newest);
  }
  void lay_out(const fs::path& into) {
    for (const auto& [name, file] : names_.front()) {
      std::ofstream(into / name, std::ios::binary) << files_[file];
    }
  }

 private:
  void keep_all(File file) {
    for (const auto* const change : unsynced_[file]) apply(*change, false);
    unsynced_[file].clear();
  }
  /// `torn`: only the first sectors of a write.
  void apply(const Change& change, bool torn) {
    constexpr std::size_t kSector = 512;
    if (const auto* const write = std::get_if<Write>(&change)) {
      const std::string_view bytes = write->bytes;
      const auto half = bytes.size() / 2 / kSector * kSector;
      put(files_[write->file], write->at, torn ? bytes.substr(0, half) : bytes);
    } else if (const auto* const cut = std::get_if<Truncate>(&change)) {
      files_[cut->file].resize(cut->size);
    }
  }

  std::map<File, std::string> files_;
  std::map<File, std::vector<const Change*>> unsynced_;
  std::vector<Names> names_;  ///< those that are safe, then those that came after them
};

RecordedDisk::RecordedDisk(fs::path folder) : folder_(std::move(folder)) {
  names_ = names_before_ = names_now();
  for (const auto& [name, file] : names_) before_[file] = bytes_of(folder_ / name);
}

RecordedDisk::~RecordedDisk() {
  for (const auto& [file, descriptor] : held_) ::close(descriptor);
}

std::size_t RecordedDisk::moment() const {
  const std::lock_guard lock(mutex_);
  return changes_.size();
}

void RecordedDisk::cut(std::size_t moment, Unsynced unsynced, Random& luck,
                       const fs::path& into) const {
  Platter platter(before_, names_before_);
  {
    const std::lock_guard lock(mutex_);
    for (std::size_t i = 0; i < moment; ++i) platter.take(changes_[i]);
    if (unsynced == Unsynced::some) platter.take_some(luck);
  }
  platter.lay_out(into);  // which is watched, too
}

void RecordedDisk::done(const DiskChange& change) {
  const std::lock_guard lock(mutex_);
  look();
  struct stat status {};
  if (change.file < 0 || ::fstat(change.file, &status) != 0) return;
  if (S_ISDIR(status.st_mode)) {
    if (fs::equivalent(folder_, fs::path("/proc/self/fd") / std::to_string(change.file))) {
      changes_.emplace_back(SyncNames{});
    }
    return;
  }
  const File file = status.st_ino;
  if (held_.count(file) == 0) return;  // elsewhere
  switch (change.call) {
    case DiskCall::write:
      changes_.emplace_back(
          Write{file, static_cast<std::size_t>(change.at), std::string(change.bytes)});
      break;
    case DiskCall::truncate:
      changes_.emplace_back(Truncate{file, static_cast<std::size_t>(change.size)});
      break;
    case DiskCall::sync:
      changes_.emplace_back(Sync{file});
      break;
    default:
      break;
  }
}

/// Files that were made, renamed or removed since the last call of any kind.
void RecordedDisk::look() {
  auto names = names_now();
  if (names == names_) return;
  names_ = std::move(names);
  changes_.emplace_back(names_);
}

RecordedDisk::Names RecordedDisk::names_now() {
  Names names;
  for (const auto& entry : fs::directory_iterator(folder_)) {
    const auto name = entry.path().filename().string();
    // SQLite shares this memory between processes; after a cut it is made anew.
    if (name.ends_with("-shm")) continue;
    const int descriptor = ::open(entry.path().c_str(), O_PATH | O_CLOEXEC);
    struct stat status {};
    if (descriptor < 0 || ::fstat(descriptor, &status) != 0) continue;
    names[name] = status.st_ino;
    if (!held_.emplace(status.st_ino, descriptor).second) ::close(descriptor);
  }
  return names;
}

}  // namespace nest::test
