#pragma once
// The counters of all runs added up, and what each workshop's run says of itself. A workshop that
// is still open is left out: two reports, one before and one after the last child, would tell that
// child. Not here: which of them may be shown (release.h, reports/).
#include <array>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/usage/tally_tables.h"

namespace nest {

using PairCounts = std::array<std::int64_t, 4>;     ///< by PairCount
using ScoreSums = std::array<std::int64_t, 6>;      ///< by ScoreSum
using ItemSumCounts = std::array<std::int64_t, 5>;  ///< by ItemSum
using TimeCounts = std::array<std::int64_t, kTimeBuckets>;

/// One kiosk's part of one workshop.
struct RunFigures {
  RunRow run;
  std::map<FormKey, std::int64_t> forms;
  std::map<ScoreKey, ScoreSums> scores;
  std::int64_t cards_taken = 0, cards_unknown = 0, cards_half_way = 0;
  /// Its rows come from different moments, or some are missing.
  bool incomplete = false;
};

struct Figures {
  std::map<std::string, std::int64_t, std::less<>> uses;  ///< by UseKey::what
  std::map<ActivityKey, std::array<std::int64_t, 4>> activities;
  std::map<ItemKey, std::array<std::int64_t, 6>> items;
  /// First answers by option, over all times.
  std::map<ItemKey, std::map<std::string, std::int64_t>> options;
  /// First answers by how long the first touch took (OutcomeKey::bucket), over all options.
  std::map<ItemKey, TimeCounts> times;
  std::map<PairKey, PairCounts> pairs;
  std::map<ScoreKey, ScoreSums> scores;
  std::map<FormKey, std::int64_t> forms;
  std::map<ItemKey, ItemSumCounts> item_sums;
  std::vector<RunFigures> runs;  ///< of workshops that are closed, by id
  std::int64_t open_runs = 0;    ///< workshops that go on, and are not in any figure

  std::int64_t use(std::string_view what) const;
  std::int64_t visits() const { return use("visit"); }
};

/// Adds up rows as they come, so that millions of them need no memory. The rows of `run` come
/// first. Rows come by run and by question, as a tally keeps them: the place of the last row is
/// looked at before any other is searched.
class FiguresBuilder {
 public:
  FiguresBuilder() = default;
  FiguresBuilder(const FiguresBuilder&) = delete;  // it points into itself
  FiguresBuilder& operator=(const FiguresBuilder&) = delete;

  void add(const RunRow& row);
  void add(const UseRow& row);
  void add(const ActivityRow& row);
  void add(const ItemRow& row);
  void add(const OutcomeRow& row);
  void add(const PairRow& row);
  void add(const ScoreRow& row);
  void add(const FormRow& row);
  void add(const ItemSumRow& row);
  void add(const SealRow& row);
  /// Rows of the run that were read, with their revisions: what its seal is compared with.
  void add_sum(const std::string& run, const RunSum& more);
  Figures take() &&;

 private:
  struct Place {
    std::string id;
    bool open = false;
    RunFigures* workshop = nullptr;  ///< null for free play, and for a run whose own row is missing
    RunSum* sum = nullptr;
  };
  const Place& place_of(const std::string& run);

  Figures sum_;
  std::map<std::string, RunFigures> closed_;
  std::set<std::string> open_;
  TallyTables seals_;  ///< what incomplete_runs asks for, and no more
  Place last_run_;
  ItemKey last_item_;
  std::map<std::string, std::int64_t>* last_options_ = nullptr;
  TimeCounts* last_times_ = nullptr;
};

Figures add_up(const TallyTables& tables);

}  // namespace nest
