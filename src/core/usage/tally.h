#pragma once
// From events to counters. Every counter is a non-negative integer that only grows and belongs to a
// row with a natural key, so tallies of many kiosks merge row by row. No row stands for a child.
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "core/usage/event.h"

namespace nest {

/// "use": totals of the kiosk: visits, how they ended, languages, age bands.
struct UseKey {
  std::string
      what;  ///< "visit", "end/idle", "language/pl", "age/a", "again/yes", "favourite/hands/quiz"
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
/// Adds one to a counter.
using Increment = std::variant<AddUse, AddActivity, AddItem, AddOutcome>;

int time_bucket(Millis taken);
/// The counters that the event adds one to; they belong into one transaction.
std::vector<Increment> increments(const UsageEvent& event);

/// Keeps counters. `add` must not block the caller; the increments of one call are one durable
/// transaction, acknowledged later through `acknowledged`.
class TallyStore {
 public:
  virtual ~TallyStore() = default;
  virtual void add(std::vector<Increment> increments) = 0;
  /// How many calls of `add` have been committed so far.
  virtual std::uint64_t acknowledged() const = 0;
};

}  // namespace nest
