#pragma once
// tally.db open for writing: checked, brought to the newest schema, with one run that is being
// counted. One connection, used by one thread. Not here: threads, waiting and retrying
// (tally_store.h), what to do about trouble (tally_writer.h).
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>

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
  /// Opens or makes the file. Continues the run of free play that is open, unless one of its rows
  /// is damaged: then it is closed as it stands and a new run begins, so the damage stays visible.
  /// A new run's id is drawn from `luck`. Throws SqliteError, BrokenTally.
  TallyFile(const std::filesystem::path& path, Random& luck);

  /// The id of the run that is being counted: 16 hexadecimal digits.
  const std::string& run() const { return run_; }

  /// A row as a commit was about to leave it. A COMMIT that fails may still have reached the disk;
  /// after opening the file again, the row tells.
  struct Mark {
    std::string run;
    RowKey row;
    std::int64_t revision = 0;
  };
  /// Adds the batch in one transaction. Throws SqliteError; then nothing was added or, if `doubt`
  /// was set, perhaps everything.
  void commit(const TallyBatch& batch, std::optional<Mark>& doubt);
  /// True if the commit that left this mark is in the file.
  bool has(const Mark& mark);

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
  void continue_or_begin_run();
  void begin_run();
  void close_run(const std::string& id);
  bool run_is_sound(const std::string& id);
  void write(const TallyBatch& batch, std::optional<Mark>& doubt);
  std::int64_t grow(const RowKey& row, const RowGrowth& growth);
  void put(const TableShape& table, std::vector<SqlValue> columns);
  RowStatements& statements(const TableShape& table);

  Database database_;
  Random& luck_;
  std::string run_;
  std::map<TallyTable, RowStatements> statements_;
};

}  // namespace nest::store
