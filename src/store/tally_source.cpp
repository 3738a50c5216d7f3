#include "store/tally_source.h"

#include <fmt/format.h>

#include <system_error>

#include "store/data_folder.h"

namespace nest::store {
namespace {

namespace fs = std::filesystem;

constexpr Millis kReaderLockWait{2000};

fs::path file_in(const fs::path& place) {
  std::error_code unknown;
  if (fs::is_regular_file(place, unknown)) return place;
  if (fs::is_regular_file(place / kTallyFile, unknown)) return place / kTallyFile;
  if (!fs::is_directory(place, unknown)) {
    throw TallyUnreadable(place.string() + " is neither a tally nor a folder with one.");
  }
  throw TallyUnreadable("There is no tally in " + place.string() +
                        " yet; it begins with the first visit.");
}

/// While no kiosk is counting and the WAL is empty, the file alone is the whole truth; reading it
/// as immutable works on a read-only stick and leaves nothing behind.
Database::Access access_for(const fs::path& file, bool kiosk_runs) {
  std::error_code none;
  const auto wal = fs::file_size(file.string() + "-wal", none);
  const bool empty_wal = none || wal == 0;
  return empty_wal && !kiosk_runs ? Database::Access::immutable : Database::Access::read_only;
}

TallyUnreadable unreadable(const fs::path& file, const SqliteError& error) {
  return TallyUnreadable(fmt::format("{} cannot be read ({}).", file.string(), error.what()));
}

}  // namespace

TallySource::Lock TallySource::lock_for(const fs::path& file) {
  if (file.filename() != kTallyFile) return {};  // a copy under another name has no kiosk
  try {
    auto held = FolderLock::take(file.parent_path() / kLockFile, FolderLock::Kind::read);
    const bool kiosk_runs = !held;
    return {std::move(held), kiosk_runs};
  } catch (const std::system_error&) {
    return {};  // no lock file: no kiosk has ever counted here, the tally was copied
  }
}

Database TallySource::open(const fs::path& file, bool kiosk_runs) {
  try {
    Database database(file.string(), access_for(file, kiosk_runs));
    database.wait_for_locks(kReaderLockWait);
    database.distrust_schema();
    return database;
  } catch (const SqliteError& error) {
    throw unreadable(file, error);
  }
}

TallySource::TallySource(const fs::path& place)
    : file_(file_in(place)), lock_(lock_for(file_)), database_(open(file_, lock_.kiosk_runs)) {
  try {
    snapshot_.emplace(database_, Transaction::Kind::read);
    check_origin();
  } catch (const SqliteError& error) {
    throw unreadable(file_, error);
  }
}

void TallySource::check_origin() {
  version_ = database_.number("PRAGMA user_version");
  if (version_ > kTallyVersion) {
    throw TallyUnreadable(
        fmt::format("{} was made by a newer Storknest (schema {}); update this one.",
                    file_.string(), version_));
  }
  if (database_.number("PRAGMA application_id") != kTallyApplication || version_ < 1) {
    throw TallyUnreadable(file_.string() + " is not a tally of Storknest.");
  }
}

}  // namespace nest::store
