#include "core/usage/figures.h"

namespace nest {
namespace {

template <class Counts>
void add(Counts& to, const Counts& more) {
  for (std::size_t i = 0; i < to.size(); ++i) to.at(i) += more.at(i);
}

}  // namespace

std::int64_t Figures::use(std::string_view what) const {
  const auto found = uses.find(what);
  return found == uses.end() ? 0 : found->second;
}

Figures add_up(const TallyTables& tables) {
  Figures sum;
  for (const auto& row : tables.uses) sum.uses[row.key.what] += row.n;
  for (const auto& row : tables.activities) add(sum.activities[row.key], row.counts);
  for (const auto& row : tables.items) add(sum.items[row.key], row.counts);
  for (const auto& [run, key, n] : tables.outcomes) {
    sum.options[{key.phase, key.pack, key.item}][key.option] += n;
  }
  return sum;
}

}  // namespace nest
