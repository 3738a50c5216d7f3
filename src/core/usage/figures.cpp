#include "core/usage/figures.h"

#include <set>

#include "core/usage/incomplete.h"

namespace nest {
namespace {

template <class Counts>
void add(Counts& to, const Counts& more) {
  for (std::size_t i = 0; i < to.size(); ++i) to.at(i) += more.at(i);
}

/// The workshops by id, and which of them are still going on.
class Workshops {
 public:
  explicit Workshops(const TallyTables& tables) {
    for (const auto& row : tables.runs) {
      if (row.mode == "free") continue;
      if (row.closed) {
        closed_[row.id].run = row;
      } else {
        open_.insert(row.id);
      }
    }
  }
  bool is_open(const std::string& run) const { return open_.count(run) > 0; }
  /// Null for free play, and for a run whose own row is missing.
  RunFigures* find(const std::string& run) {
    const auto found = closed_.find(run);
    return found == closed_.end() ? nullptr : &found->second;
  }
  std::size_t open() const { return open_.size(); }
  std::vector<RunFigures> take(const TallyTables& tables) {
    const auto incomplete = incomplete_runs(tables);
    std::vector<RunFigures> out;
    for (auto& [id, run] : closed_) {
      run.incomplete = incomplete.count(id) > 0;
      out.push_back(std::move(run));
    }
    return out;
  }

 private:
  std::map<std::string, RunFigures> closed_;
  std::set<std::string> open_;
};

void add_workshop_rows(const TallyTables& tables, Workshops& workshops, Figures& sum) {
  for (const auto& row : tables.pairs) {
    if (!workshops.is_open(row.run)) add(sum.pairs[row.key], row.counts);
  }
  for (const auto& row : tables.scores) {
    if (workshops.is_open(row.run)) continue;
    add(sum.scores[row.key], row.sums);
    if (auto* const run = workshops.find(row.run)) add(run->scores[row.key], row.sums);
  }
  for (const auto& row : tables.forms) {
    if (workshops.is_open(row.run)) continue;
    sum.forms[row.key] += row.n;
    if (auto* const run = workshops.find(row.run)) run->forms[row.key] += row.n;
  }
  for (const auto& row : tables.item_sums) {
    if (!workshops.is_open(row.run)) add(sum.item_sums[row.key], row.sums);
  }
}

void add_uses(const TallyTables& tables, Workshops& workshops, Figures& sum) {
  for (const auto& row : tables.uses) {
    if (workshops.is_open(row.run)) continue;
    sum.uses[row.key.what] += row.n;
    auto* const run = workshops.find(row.run);
    if (!run) continue;
    if (row.key.what == "card/taken") run->cards_taken += row.n;
    if (row.key.what == "card/unknown") run->cards_unknown += row.n;
    if (row.key.what == "card/half-way") run->cards_half_way += row.n;
  }
}

}  // namespace

std::int64_t Figures::use(std::string_view what) const {
  const auto found = uses.find(what);
  return found == uses.end() ? 0 : found->second;
}

Figures add_up(const TallyTables& tables) {
  Figures sum;
  Workshops workshops(tables);
  add_uses(tables, workshops, sum);
  for (const auto& row : tables.activities) {
    if (!workshops.is_open(row.run)) add(sum.activities[row.key], row.counts);
  }
  for (const auto& row : tables.items) {
    if (!workshops.is_open(row.run)) add(sum.items[row.key], row.counts);
  }
  for (const auto& [run, key, n] : tables.outcomes) {
    if (workshops.is_open(run)) continue;
    const ItemKey item{key.phase, key.pack, key.item};
    sum.options[item][key.option] += n;
    sum.times[item].at(static_cast<std::size_t>(key.bucket)) += n;
  }
  add_workshop_rows(tables, workshops, sum);
  sum.open_runs = static_cast<std::int64_t>(workshops.open());
  sum.runs = workshops.take(tables);
  return sum;
}

}  // namespace nest
