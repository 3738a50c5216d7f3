#include "core/usage/release.h"

#include <algorithm>
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

}  // namespace nest
