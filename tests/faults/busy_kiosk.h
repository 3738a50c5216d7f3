#pragma once
// All that a kiosk writes, in an order drawn by luck: children answer and finish rounds, workshops
// begin and close, its tally is merged with another one, files are exported, the store is closed
// and opened again. It tells what it is about to do and what was acknowledged, for programs that
// hurt it in between. Not here: what must be true afterwards (aftermath.h).
#include <cstdint>
#include <deque>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/random.h"
#include "store/export_files.h"
#include "store/tally_store.h"

namespace nest::test {

/// Small enough for a pipe to take it whole or not at all.
struct News {
  enum class What : std::int64_t {
    sending,       ///< the addition with this number
    acknowledged,  ///< all additions up to this one
    closed,        ///< this run was closed, with so many additions in it
    merged,        ///< a merge ended that began when so many runs were closed
    exporting,     ///< this export begins
    exported       ///< it ended
  } what;
  std::int64_t number;
  std::int64_t run = 0;
};

/// What was heard so far.
struct Told {
  struct Closed {
    std::int64_t run, additions;
  };
  std::int64_t sent = 0, acknowledged = 0, exporting = 0, exported = 0;
  std::vector<Closed> closed;
  std::size_t merged = 0;  ///< so many of `closed` are in the merged file

  void hear(const News& news);
};

/// Where it happens: one folder for everything, so that a power cut takes it all together, and a
/// tally of another kiosk, which nobody hurts.
struct Places {
  std::filesystem::path folder, other;
  std::filesystem::path merged() const { return folder / "all.db"; }
};

/// What children did, as the increments that the shell would send; the same number always gives
/// the same. One of four ends the first round, one finishes a pair, the others answer. Each adds
/// one first answer or one finished form, so what is there can be counted.
std::vector<Increment> addition(std::int64_t number);

/// The files of an export; each says in its first line which export it is from.
std::vector<store::ExportFile> exported(std::int64_t number);

/// "00000000000000a7"
std::string run_id(std::int64_t run);

/// Holds one small workshop, so that a merge has two sources.
void make_other_tally(const std::filesystem::path& folder);

class BusyKiosk {
 public:
  /// Goes on after what `before` told.
  BusyKiosk(Places places, Told before, std::uint64_t seed, std::function<void(const News&)> tell);
  /// The next thing, whatever it is. A merge or an export that is refused throws
  /// std::runtime_error; then all goes on.
  void step();
  /// Waits until what was sent is durable, or the disk refuses it for now. True if it is durable.
  bool settle();

 private:
  void open();
  void close_and_open();
  void children();
  void begin_or_close_workshop();
  void merge();
  void save_files();
  void take(TallyChange change, std::optional<News> once_acknowledged);
  void tell(const News& news);

  const Places places_;
  Told told_;
  Random luck_;
  const std::function<void(const News&)> tell_;
  std::deque<std::optional<News>> waiting_;  ///< what each change that is not acknowledged will be
  std::uint64_t acknowledged_ = 0;           ///< changes since the store was opened
  std::optional<std::int64_t> run_;
  std::int64_t additions_in_run_ = 0;
  std::unique_ptr<store::SqliteTally> tally_;
};

}  // namespace nest::test
