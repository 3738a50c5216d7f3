#include "store/tally_writer.h"

#include <fmt/format.h>
#include <sqlite3.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "store/data_folder.h"
#include "store/files.h"

namespace nest::store {
namespace {

/// About 10 MB; a kiosk with every pack in the world has fewer rows.
constexpr std::size_t kMostWaitingRows = 50'000;

NotCountingReason reason_of(int error) {
  switch (error) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return NotCountingReason::disk_full;
    case EROFS:
    case EACCES:
    case EPERM:
    case ENOTDIR:
    case EISDIR:
      return NotCountingReason::read_only;
    case EWOULDBLOCK:
      return NotCountingReason::other_kiosk;
    default:
      return NotCountingReason::io_error;
  }
}

/// SQLite does not keep the errno of a failed write, so the folder itself is asked.
NotCountingReason look_at(const std::filesystem::path& folder) {
  struct statvfs disk {};
  const auto file = folder / kTallyFile;
  const bool writable =
      ::access(folder.c_str(), W_OK) == 0 && (::access(file.c_str(), W_OK) == 0 || errno == ENOENT);
  if (!writable) return reason_of(errno);
  if (::statvfs(folder.c_str(), &disk) == 0 && disk.f_bavail == 0) {
    return NotCountingReason::disk_full;
  }
  return NotCountingReason::io_error;
}

NotCountingReason reason_of(const SqliteError& error, const std::filesystem::path& folder) {
  switch (error.code()) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
      return NotCountingReason::locked;
    case SQLITE_FULL:
      return NotCountingReason::disk_full;
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return NotCountingReason::read_only;
    default:
      return look_at(folder);
  }
}

bool means_broken(const SqliteError& error) {
  return error.code() == SQLITE_CORRUPT || error.code() == SQLITE_NOTADB;
}

}  // namespace

TallyWriter::TallyWriter(std::filesystem::path folder, Random luck)
    : folder_(std::move(folder)), luck_(luck) {}

bool TallyWriter::take(const TallyChange& change) {
  if (next_.rows().size() >= kMostWaitingRows && std::holds_alternative<AddCounts>(change)) {
    return false;
  }
  next_.take(change);
  return true;
}

bool TallyWriter::write() {
  try {
    try {
      open_and_write();
    } catch (const BrokenTally&) {
      if (replaced_) throw;  // a fresh file that breaks at once means a broken disk
      replace_file();
      open_and_write();
    }
    trouble_.reset();
    replaced_ = false;
  } catch (const SqliteError& error) {
    fail(reason_of(error, folder_), error.what());
  } catch (const std::system_error& error) {
    fail(reason_of(error.code().value()), error.what());
  } catch (const std::exception& error) {
    fail(NotCountingReason::io_error, error.what());
  }
  return !trouble_;
}

void TallyWriter::open_and_write() try {
  if (file_ && file_->moved()) file_.reset();
  if (!file_) open();
  write_waiting();
} catch (const SqliteError& error) {
  if (means_broken(error)) throw BrokenTally(error.what());
  throw;
}

void TallyWriter::open() {
  make_folder(folder_);
  const auto lock_file = folder_ / kLockFile;
  if (lock_ && !lock_->holds(lock_file)) lock_.reset();
  if (!lock_) {
    auto taken = FolderLock::take(lock_file, FolderLock::Kind::write);
    if (!taken) throw std::system_error(EWOULDBLOCK, std::generic_category(), lock_file.string());
    lock_.emplace(std::move(*taken));
  }
  file_.emplace(folder_ / kTallyFile, luck_, live_);
  if (tidied_) return;
  tidied_ = true;
  neaten();
}

/// At every start and every end: then no byte of the file shows an order.
void TallyWriter::neaten() {
  try {
    file_->tidy();
  } catch (const SqliteError&) {
    // Only neatness is missing; if the disk is in trouble, the next commit says so, and the next
    // start tries again.
  }
}

void TallyWriter::replace_file() {
  file_.reset();
  set_aside_.push_back(set_aside(folder_ / kTallyFile));
  replaced_ = true;
}

void TallyWriter::write_waiting() {
  if (doubt_) {
    const bool landed = file_->has(*doubt_);
    if (landed) keep_landed();
    doubt_.reset();
    if (landed) settle();
  }
  while (waiting() > 0) {
    if (trying_.empty()) std::swap(trying_, next_);
    file_->commit(trying_, doubt_);
    settle();
  }
}

/// Opening the file may have begun runs anew that the batch has ended.
void TallyWriter::keep_landed() {
  file_->harden();
  TallyBatch ends;
  for (const auto& run : trying_.closed()) {
    if (!run.empty()) ends.take(CloseRun{run});
  }
  for (const auto& run : trying_.dropped()) ends.take(DropRun{run});
  std::optional<TallyFile::Mark> no_doubt;  // ending them twice does no harm
  file_->commit(ends, no_doubt);
}

void TallyWriter::settle() {
  if (!trying_.closed().empty() || !trying_.dropped().empty()) neaten();
  committed_ += trying_.additions();
  trying_ = {};
}

void TallyWriter::fail(NotCountingReason reason, std::string detail) {
  file_.reset();
  trouble_ = Trouble{reason, std::move(detail)};
}

void TallyWriter::close() {
  write();
  if (!file_) return;
  neaten();
  file_.reset();
  lock_.reset();
}

}  // namespace nest::store
