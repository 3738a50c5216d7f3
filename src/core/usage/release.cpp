#include "core/usage/release.h"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <iterator>
#include <numeric>
#include <set>

namespace nest {
namespace {

/// True if the sum of the cells of at most `size` does not tell them, given that all others are
/// larger: the least of these is `next`.
bool safe_up_to(std::int64_t size, std::int64_t next, std::span<const std::int64_t> cells) {
  std::int64_t sum = 0;
  std::int64_t count = 0;
  for (const auto cell : cells) {
    if (cell > size) continue;
    sum += cell;
    ++count;
  }
  const auto most = std::min(sum, next - 1);
  const auto least = std::max<std::int64_t>(0, sum - (count - 1) * (next - 1));
  return count >= 2 && sum >= kSmallestCell && most - least + 1 >= kSmallestCell;
}

/// The most children that may stand on the far side of a coded share.
std::int64_t few_of(std::int64_t whole) {
  return std::max(kSmallestCell - 1,
                  static_cast<std::int64_t>(kBottomShare * static_cast<double>(whole) + 1e-9));
}

struct PartRange {
  std::int64_t low = 0, high = 0;
};

/// What a reader knows of a part.
PartRange known(const ToldPart& of) {
  const auto few = few_of(of.whole);
  switch (of.shown) {
    case ShownShare::exact:
      return {of.part, of.part};
    case ShownShare::at_least:
      return {of.whole - few, of.whole};
    case ShownShare::at_most:
      return {0, few};
    case ShownShare::hidden:
      break;
  }
  return {few + 1, std::max(few + 1, of.whole - few - 1)};
}

bool sum_tells_nothing(std::span<const std::int64_t> parts, std::int64_t whole,
                       const std::vector<ShownShare>& shown) {
  std::vector<ToldPart> told;
  for (std::size_t i = 0; i < parts.size(); ++i) told.push_back({parts[i], whole, shown[i]});
  return nest::sum_tells_nothing(told);
}

}  // namespace

std::vector<bool> withheld(std::span<const std::int64_t> cells) {
  std::vector<bool> hidden(cells.size(), false);
  const std::set<std::int64_t> sizes(cells.begin(), cells.end());
  const auto largest_small = std::find_if(sizes.rbegin(), sizes.rend(), is_small);
  if (largest_small == sizes.rend()) return hidden;
  auto size = sizes.find(*largest_small);
  for (auto next = std::next(size); next != sizes.end(); size = next++) {
    if (safe_up_to(*size, *next, cells)) break;
  }
  std::transform(cells.begin(), cells.end(), hidden.begin(),
                 [&](std::int64_t cell) { return cell <= *size; });
  return hidden;
}

std::vector<bool> withheld(std::span<const std::int64_t> cells, std::int64_t total) {
  if (is_small(total)) return std::vector<bool>(cells.size(), true);
  std::vector<std::int64_t> all(cells.begin(), cells.end());
  const auto rest = std::accumulate(cells.begin(), cells.end(), total, std::minus<>());
  if (rest > 0) all.push_back(rest);
  auto hidden = withheld(all);
  hidden.resize(cells.size());
  return hidden;
}

double top_bound(std::int64_t whole) {
  const auto least = static_cast<double>(whole - few_of(whole)) / static_cast<double>(whole);
  return std::min(kTopShare, least);
}

double bottom_bound(std::int64_t whole) {
  return std::max(kBottomShare, static_cast<double>(few_of(whole)) / static_cast<double>(whole));
}

ShownShare shown_share(std::int64_t part, std::int64_t whole) {
  if (whole < kFewestChildren) return ShownShare::hidden;
  const auto few = few_of(whole);
  if (part >= whole - few) return ShownShare::at_least;
  return part <= few ? ShownShare::at_most : ShownShare::exact;
}

bool sum_tells_nothing(std::span<const ToldPart> parts) {
  std::int64_t sum = 0;
  PartRange all;
  for (const auto& part : parts) {
    const auto range = known(part);
    sum += part.part;
    all.low += range.low;
    all.high += range.high;
  }
  return std::all_of(parts.begin(), parts.end(), [&](const ToldPart& part) {
    const auto range = known(part);
    const auto most = std::min(range.high, sum - (all.low - range.low));
    const auto least = std::max(range.low, sum - (all.high - range.high));
    return part.shown == ShownShare::exact || most - least + 1 >= kSmallestCell;
  });
}

std::vector<ShownShare> shown_shares(std::span<const std::int64_t> parts, std::int64_t whole) {
  std::vector<ShownShare> shown(parts.size(), ShownShare::hidden);
  if (whole < kFewestChildren) return shown;
  std::transform(parts.begin(), parts.end(), shown.begin(),
                 [&](std::int64_t part) { return shown_share(part, whole); });
  if (sum_tells_nothing(parts, whole, shown)) return shown;
  const auto exact = std::count(shown.begin(), shown.end(), ShownShare::exact);
  std::vector<ShownShare> none(parts.size(), ShownShare::hidden);
  // One coded share is always told by the sum and the rest, so that the rest is hidden says nothing
  // more; with several, it would say that their sum is a telling one.
  if (exact + 1 != static_cast<std::ptrdiff_t>(parts.size())) return none;
  std::replace(shown.begin(), shown.end(), ShownShare::exact, ShownShare::hidden);
  return sum_tells_nothing(parts, whole, shown) ? shown : none;
}

std::vector<bool> withheld_groups(std::span<const std::int64_t> sizes) {
  std::vector<bool> hidden(sizes.size(), false);
  std::int64_t limit = kFewestChildren;
  for (;;) {
    std::int64_t together = 0;
    std::int64_t next = 0;
    for (std::size_t i = 0; i < sizes.size(); ++i) {
      hidden[i] = sizes[i] < limit;
      if (hidden[i]) together += sizes[i];
      if (!hidden[i] && (next == 0 || sizes[i] < next)) next = sizes[i];
    }
    if (together == 0 || together >= kFewestChildren || next == 0) return hidden;
    limit = next + 1;
  }
}

}  // namespace nest
