#pragma once
// From events to counters. Every counter is a non-negative integer that only grows and belongs to a
// row with a natural key, so tallies of many kiosks merge row by row. No row stands for a child.
#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "core/usage/event.h"

namespace nest {

/// "use": totals of the kiosk: visits, how they ended, languages, age bands.
struct UseKey {
  std::string what;  ///< "visit", "end/idle", "language/pl", "age/a", "again/yes",
                     ///< "favourite/hands/quiz", "seats/2"
  auto operator<=>(const UseKey&) const = default;
};
enum class ActivityCount { started, completed, abandoned, helped };
struct ActivityKey {
  std::string pack, activity;
  auto operator<=>(const ActivityKey&) const = default;
};
enum class ItemCount { shown, answered, correct, retried, retried_correct, hints };
struct ItemKey {
  std::string phase, pack, item;
  auto operator<=>(const ItemKey&) const = default;
};
/// First answers by option and by how long the first touch took: bucket 0 is under 1 s, 1 under
/// 3 s, 2 under 10 s, 3 under 30 s, 4 longer.
struct OutcomeKey {
  std::string phase, pack, item, option;
  int bucket = 0;
  auto operator<=>(const OutcomeKey&) const = default;
};

/// The 2×2 table of a goal: wrong or right before, wrong or right after, of the same child.
/// order: "AB" if form A came before, "BA".
enum class PairCount { wrong_wrong, wrong_right, right_wrong, right_right };
struct PairKey {
  std::string pack, goal, order;
  auto operator<=>(const PairKey&) const = default;
};
/// Sums over pairs of rounds of the same child: x right answers before, y after, out of `out_of`.
enum class ScoreSum { n, x, y, xx, yy, xy };
struct ScoreKey {
  std::string pack, order;
  int out_of = 0;
  auto operator<=>(const ScoreKey&) const = default;
};
/// The histogram of scores: finished forms with `score` right out of `out_of`.
struct FormKey {
  std::string phase, pack, form;
  int out_of = 0, score = 0;
  auto operator<=>(const FormKey&) const = default;
};
/// Sums over finished forms for an item's discrimination: i is 1 if it was right, r the number of
/// right answers to the other items of the form.
enum class ItemSum { n, i, r, rr, ir };

struct AddUse {
  UseKey key;
};
struct AddActivity {
  ActivityKey key;
  ActivityCount column = ActivityCount::started;
};
/// Several columns of one row at once: an answer counts as answered and perhaps as correct.
struct AddItem {
  ItemKey key;
  std::vector<ItemCount> columns;
};
struct AddOutcome {
  OutcomeKey key;
};
struct AddPair {
  PairKey key;
  PairCount column = PairCount::wrong_wrong;
};
struct AddScore {
  ScoreKey key;
  int before = 0, after = 0;
};
struct AddForm {
  FormKey key;
};
struct AddItemSums {
  ItemKey key;
  bool correct = false;
  int rest = 0;
};
/// Adds to the counters of one row.
using Increment =
    std::variant<AddUse, AddActivity, AddItem, AddOutcome, AddPair, AddScore, AddForm, AddItemSums>;

inline constexpr std::size_t kTimeBuckets = 5;  ///< of OutcomeKey
int time_bucket(Millis taken);
/// The counters that the event adds one to; they belong into one transaction.
std::vector<Increment> increments(const UsageEvent& event);

struct AddCounts {
  std::vector<Increment> increments;
  std::string run{};  ///< empty: this kiosk's free play
};
/// Nothing is added to the run any more; the file is left tidy.
struct CloseRun {
  std::string run;
};
/// A workshop is deleted: nothing of it stays.
struct DropRun {
  std::string run;
};
using TallyChange = std::variant<AddCounts, RunInfo, CloseRun, DropRun>;

/// Keeps counters. `take` must not block the caller; each change is one durable transaction,
/// acknowledged later through `acknowledged`.
class TallyStore {
 public:
  virtual ~TallyStore() = default;
  virtual void take(TallyChange change) = 0;
  /// How many changes have been committed so far.
  virtual std::uint64_t acknowledged() const = 0;

  void add(std::vector<Increment> increments, std::string run = {}) {
    take(AddCounts{std::move(increments), std::move(run)});
  }
};

/// Counts events into the run that is open: the workshop's, else free play.
class Counter {
 public:
  explicit Counter(TallyStore& store) : store_(store) {}
  void count(const UsageEvent& event);

 private:
  TallyStore& store_;
  std::string run_;
};

}  // namespace nest
