#pragma once
// Tallies of many kiosks made one: of each row the copy with the highest revision, whole. Only
// closed runs travel. Order, grouping, repeats and old copies of the sources change nothing: the
// result is the same to the byte.
// Not here: which copy counts (newest.h), PostgreSQL (postgres_merge.h).
#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "store/row_stage.h"
#include "store/tally_gather.h"

namespace nest::store {

/// What a merge has to tell.
struct MergeNotes {
  std::vector<std::string> unreadable;  ///< sources that could not be read, one sentence each
  std::vector<std::string> left_out;    ///< rows of readable ones, and why
  std::vector<std::string> doubted;     ///< rows of which two of one revision differed
  std::set<std::string> incomplete;     ///< runs in the result (usage/incomplete.h)
  std::size_t read = 0;                 ///< sources that were read
  std::size_t open_runs = 0;            ///< in the sources, left there
  std::size_t runs = 0, rows = 0;       ///< in the result; rows of all tables
  std::string target;                   ///< where the result is, without a password
  std::optional<std::int64_t> changed;  ///< rows of a server's tables that are new or newer
};

class TallyMerge {
 public:
  /// Tallies or data folders, read by a few threads at once. One that cannot be read is noted.
  /// Throws if our own disk fails.
  void add(std::span<const std::filesystem::path> sources);
  /// A merged tally that is about to be replaced by the result: throws TallyUnreadable if it is
  /// broken, or a kiosk's own, so that nothing in it can be lost.
  void add_target(const std::filesystem::path& target);

  using Visit = std::function<void(const TableShape&, std::vector<TallyRow>)>;
  /// The result: rows in the order of tables and keys, once.
  void each(const Visit& visit);
  std::size_t sources_read() const { return notes_.read; }
  MergeNotes notes() &&;

 private:
  struct Source {
    std::string unreadable;  ///< why, or empty
    LeftOut left_out;
    std::size_t open_runs = 0;
  };
  Source read(const std::filesystem::path& source, RowStage& stage) const;

  const KnownTables known_ = known_tables();
  RowStage stage_;
  LeftOut left_out_, doubted_;
  MergeNotes notes_;
};

/// Merges the sources, and what is there already, into a file that is replaced whole or not at all.
/// Throws std::runtime_error with a sentence; nothing was changed unless it says so.
MergeNotes merge_into_file(const std::vector<std::filesystem::path>& sources,
                           const std::filesystem::path& target);

}  // namespace nest::store
