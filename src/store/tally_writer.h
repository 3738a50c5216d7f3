#pragma once
// Keeps counting whatever the disk does: opens the tally, writes what waits, and remembers why it
// could not. Lives on one thread. Not here: the thread and the waiting between two tries
// (tally_store.h).
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/base/random.h"
#include "core/usage/tally_state.h"
#include "store/folder_lock.h"
#include "store/tally_file.h"

namespace nest::store {

struct Trouble {
  NotCountingReason reason = NotCountingReason::io_error;
  std::string detail;
};

class TallyWriter {
 public:
  /// Touches nothing yet. `luck` gives the ids of new runs; it must be truly random in the field.
  TallyWriter(std::filesystem::path folder, Random luck);

  /// Takes one change; it waits for the next `write`. False if there is no room
  /// left, which can only happen while the disk is away.
  bool take(const TallyChange& change);
  /// Opens what is not open and writes what waits in one transaction (two if one had failed). A
  /// broken file is set aside and a fresh one begun. False if it could not: `trouble` says why, and
  /// everything waits for the next try.
  bool write();
  /// A last try, then the file is left tidy and closed.
  void close();

  std::uint64_t committed() const { return committed_; }
  std::uint64_t waiting() const { return trying_.additions() + next_.additions(); }
  const std::optional<Trouble>& trouble() const { return trouble_; }
  const std::vector<std::string>& set_aside_files() const { return set_aside_; }

 private:
  void open_and_write();
  void open();
  void replace_file();
  void write_waiting();
  void keep_landed();
  void settle();
  void neaten();
  void fail(NotCountingReason reason, std::string detail);

  std::filesystem::path folder_;
  Random luck_;
  std::optional<FolderLock> lock_;
  std::optional<TallyFile> file_;
  TallyFile::LiveRuns live_;
  TallyBatch trying_;  ///< what the transaction that failed, or comes next, holds
  TallyBatch next_;    ///< what came after it
  std::optional<TallyFile::Mark> doubt_;  ///< set if `trying_` may be on the disk already
  std::optional<Trouble> trouble_;
  std::uint64_t committed_ = 0;
  std::vector<std::string> set_aside_;
  bool tidied_ = false;
  bool replaced_ = false;  ///< since the last success
};

}  // namespace nest::store
