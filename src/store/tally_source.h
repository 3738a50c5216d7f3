#pragma once
// A tally opened for reading, in one snapshot, whoever made it and whether or not its kiosk is
// running: through a connection that never writes and never checkpoints.
// Not here: which rows are good (tally_rows.h).
#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>

#include "store/folder_lock.h"
#include "store/sqlite.h"
#include "store/tally_schema.h"

namespace nest::store {

/// One sentence for a person: there is no tally, or it cannot be read at all.
class TallyUnreadable : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

class TallySource {
 public:
  /// A file, or a data folder that holds tally.db. Throws TallyUnreadable.
  explicit TallySource(const std::filesystem::path& place);

  Database& database() { return database_; }
  /// True if the schema of the file has the table; an older one may lack it.
  bool has(const TableShape& table) const { return table.since <= version_; }

 private:
  struct Lock {
    std::optional<FolderLock> held;
    bool kiosk_runs = false;
  };
  static Lock lock_for(const std::filesystem::path& file);
  static Database open(const std::filesystem::path& file, bool kiosk_runs);
  void check_origin();

  std::filesystem::path file_;
  Lock lock_;  ///< while we read, no kiosk begins to count
  Database database_;
  std::int64_t version_ = 0;
  std::optional<Transaction> snapshot_;
};

}  // namespace nest::store
