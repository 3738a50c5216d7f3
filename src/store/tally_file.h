#pragma once
// tally.db open for writing: checked, brought to the newest schema, with the runs that are
// being counted. One connection, used by one thread. Not here: threads, waiting and retrying
// (tally_store.h), what to do about trouble (tally_writer.h).
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "core/base/random.h"
#include "store/sqlite.h"
#include "store/tally_batch.h"

namespace nest::store {

/// The file is not a sound tally of a version we know; only setting it aside helps.
class BrokenTally : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Renames the file and its WAL to "tally.broken-N.db" and returns that name.
/// Throws std::system_error.
std::string set_aside(const std::filesystem::path& file);

class TallyFile {
 public:
  /// The runs of workshops that go on, by the id they were begun with; a run that had to be begun
  /// anew has another id in the file.
  using LiveRuns = std::map<std::string, RunInfo>;

  /// Opens or makes the file. Continues the run of free play that is open, unless one of its rows
  /// is damaged: then it is closed as it stands and a new run begins, so the damage stays visible.
  /// Runs of workshops that are open but not `live` were cut off: they are closed as they stand. A
  /// new run's id is drawn from `luck`. Both outlive the file. Throws SqliteError, BrokenTally and
  /// std::system_error.
  TallyFile(const std::filesystem::path& path, Random& luck, LiveRuns& live);

  /// The id of the free play that is being counted: 16 hexadecimal digits.
  const std::string& run() const { return run_; }

  /// A row as a commit was about to leave it. A COMMIT that fails may still have reached the disk;
  /// after opening the file again, the row tells.
  struct Mark {
    RowKey row;  ///< with the run's id in the file
    std::int64_t revision = 0;
  };
  /// Adds the batch in one transaction. Throws SqliteError; then nothing was added or, if `doubt`
  /// was set, perhaps everything.
  void commit(const TallyBatch& batch, std::optional<Mark>& doubt);
  /// True if the commit that left this mark is in the file.
  bool has(const Mark& mark);
  /// What stands in the WAL after a sync that failed is there for us and yet may not be on the
  /// disk: copies it into the file and syncs that. Throws SqliteError.
  void harden();

  /// Rebuilds the file in the order of its keys and empties the WAL, so that nothing in the bytes
  /// shows an order of answers. Throws SqliteError.
  void tidy();
  /// True if the file was renamed or deleted under us.
  bool moved() { return database_.file_moved(); }

 private:
  struct RowStatements {
    Statement get, put;
  };
  void check();
  std::vector<std::string> open_runs(const std::string& where);
  void close_cut_off_runs();
  void continue_or_begin_run();
  std::string unused_id();
  void begin_run();
  void put_run(const RunInfo& run);
  void ensure_run(const RunInfo& run);
  void close_run(const std::string& id);
  void seal_run(const std::string& id);
  void drop_run(const std::string& id);
  void begin_anew(const std::string& id);
  std::string actual(const std::string& run) const;
  bool exists(const std::string& run);
  bool run_is_sound(const std::string& id);
  void write(const TallyBatch& batch, std::optional<Mark>& doubt);
  std::int64_t grow(const RowKey& row, const RowGrowth& growth);
  void put(const TableShape& table, std::vector<SqlValue> columns);
  RowStatements& statements(const TableShape& table);

  Database database_;
  Random& luck_;
  LiveRuns& live_;
  std::string run_;
  std::map<TallyTable, RowStatements> statements_;
};

}  // namespace nest::store
