#include "core/usage/figures.h"

#include "core/usage/incomplete.h"

namespace nest {
namespace {

template <class Counts>
void add_each(Counts& to, const Counts& more) {
  for (std::size_t i = 0; i < to.size(); ++i) to.at(i) += more.at(i);
}

template <class Rows>
void add_all(FiguresBuilder& builder, const Rows& rows) {
  for (const auto& row : rows) builder.add(row);
}

}  // namespace

std::int64_t Figures::use(std::string_view what) const {
  const auto found = uses.find(what);
  return found == uses.end() ? 0 : found->second;
}

const FiguresBuilder::Place& FiguresBuilder::place_of(const std::string& run) {
  if (last_run_.sum && run == last_run_.id) return last_run_;
  const auto found = closed_.find(run);
  last_run_ = {run, open_.count(run) > 0, found == closed_.end() ? nullptr : &found->second,
               &seals_.sums[run]};
  return last_run_;
}

void FiguresBuilder::add(const RunRow& row) {
  last_run_ = {};
  seals_.runs.push_back(row);
  if (row.mode == "free") return;
  if (row.closed) {
    closed_[row.id].run = row;
  } else {
    open_.insert(row.id);
  }
}

void FiguresBuilder::add(const UseRow& row) {
  const auto& place = place_of(row.run);
  if (place.open) return;
  sum_.uses[row.key.what] += row.n;
  auto* const run = place.workshop;
  if (!run) return;
  if (row.key.what == "card/taken") run->cards_taken += row.n;
  if (row.key.what == "card/unknown") run->cards_unknown += row.n;
  if (row.key.what == "card/half-way") run->cards_half_way += row.n;
}

void FiguresBuilder::add(const ActivityRow& row) {
  if (!place_of(row.run).open) add_each(sum_.activities[row.key], row.counts);
}

void FiguresBuilder::add(const ItemRow& row) {
  if (!place_of(row.run).open) add_each(sum_.items[row.key], row.counts);
}

void FiguresBuilder::add(const OutcomeRow& row) {
  if (place_of(row.run).open) return;
  const auto& key = row.key;
  if (!last_options_ || key.item != last_item_.item || key.pack != last_item_.pack ||
      key.phase != last_item_.phase) {
    last_item_ = {key.phase, key.pack, key.item};
    last_options_ = &sum_.options[last_item_];
    last_times_ = &sum_.times[last_item_];
  }
  (*last_options_)[key.option] += row.n;
  last_times_->at(static_cast<std::size_t>(key.bucket)) += row.n;
}

void FiguresBuilder::add(const PairRow& row) {
  if (!place_of(row.run).open) add_each(sum_.pairs[row.key], row.counts);
}

void FiguresBuilder::add(const ScoreRow& row) {
  const auto& place = place_of(row.run);
  if (place.open) return;
  add_each(sum_.scores[row.key], row.sums);
  if (place.workshop) add_each(place.workshop->scores[row.key], row.sums);
}

void FiguresBuilder::add(const FormRow& row) {
  const auto& place = place_of(row.run);
  if (place.open) return;
  sum_.forms[row.key] += row.n;
  if (place.workshop) place.workshop->forms[row.key] += row.n;
}

void FiguresBuilder::add(const ItemSumRow& row) {
  if (!place_of(row.run).open) add_each(sum_.item_sums[row.key], row.sums);
}

void FiguresBuilder::add(const SealRow& row) {
  seals_.seals.push_back(row);
}

void FiguresBuilder::add_sum(const std::string& run, const RunSum& more) {
  *place_of(run).sum += more;
}

Figures FiguresBuilder::take() && {
  const auto incomplete = incomplete_runs(seals_);
  sum_.open_runs = static_cast<std::int64_t>(open_.size());
  for (auto& [id, run] : closed_) {
    run.incomplete = incomplete.count(id) > 0;
    sum_.runs.push_back(std::move(run));
  }
  return std::move(sum_);
}

Figures add_up(const TallyTables& tables) {
  FiguresBuilder builder;
  add_all(builder, tables.runs);
  add_all(builder, tables.uses);
  add_all(builder, tables.activities);
  add_all(builder, tables.items);
  add_all(builder, tables.outcomes);
  add_all(builder, tables.pairs);
  add_all(builder, tables.scores);
  add_all(builder, tables.forms);
  add_all(builder, tables.item_sums);
  add_all(builder, tables.seals);
  for (const auto& [run, sum] : tables.sums) builder.add_sum(run, sum);
  return std::move(builder).take();
}

}  // namespace nest
