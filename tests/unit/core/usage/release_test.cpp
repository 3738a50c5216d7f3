#include "core/usage/release.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>

using namespace nest;
using Hidden = std::vector<bool>;
using Cells = std::vector<std::int64_t>;

namespace {

/// Every way to write `sum` as `size` cells.
template <class Visit>
void for_all_groups(std::size_t size, std::int64_t sum, const Visit& visit, Cells begun = {}) {
  if (begun.size() + 1 == size) {
    begun.push_back(sum);
    visit(begun);
    return;
  }
  for (std::int64_t cell = 0; cell <= sum; ++cell) {
    Cells longer = begun;
    longer.push_back(cell);
    for_all_groups(size, sum - cell, visit, std::move(longer));
  }
}

}  // namespace

TEST_CASE("release: with no small cell nothing is withheld, zeros are shown") {
  CHECK(withheld(Cells{5, 0, 12}) == Hidden{false, false, false});
  CHECK(withheld(Cells()).empty());
}

TEST_CASE("release: a lone small cell takes the next smallest with it, and all of that size") {
  CHECK(withheld(Cells{40, 3, 9, 20}) == Hidden{false, true, true, false});
  CHECK(withheld(Cells{40, 3, 9, 9}) == Hidden{false, true, true, true});
}

TEST_CASE("release: as long as the sum of the withheld cells tells them, more are withheld") {
  CHECK(withheld(Cells{12, 3, 0}) == Hidden{true, true, true});
  CHECK(withheld(Cells{12, 1, 2, 30}) == Hidden{true, true, true, false});
  CHECK(withheld(Cells{12, 2, 4, 30}) == Hidden{false, true, true, false});
  CHECK(withheld(Cells{4, 4, 5}) == Hidden{true, true, true});
  CHECK(withheld(Cells{3}) == Hidden{true});
}

TEST_CASE("release: what is missing in a known total is a cell, too") {
  CHECK(withheld(Cells{30, 14, 6}, 50) == Hidden{false, false, false});
  CHECK(withheld(Cells{30, 14, 6}, 52) == Hidden{false, false, true});
  CHECK(withheld(Cells{4, 0}, 4) == Hidden{true, true});
  CHECK(withheld(Cells{30, 14}, 20) == Hidden{false, false});
}

TEST_CASE("release: whoever knows the rule and the sum cannot tell a small cell") {
  using Shown = std::vector<std::int64_t>;  // -1 where withheld
  constexpr std::int64_t kLargestSum = 26;
  for (std::size_t size = 2; size <= 4; ++size) {
    for (std::int64_t sum = kSmallestCell; sum <= kLargestSum; ++sum) {
      std::map<Shown, std::vector<Cells>> alike;
      for_all_groups(size, sum, [&](const Cells& cells) {
        const auto hidden = withheld(cells);
        Shown shown = cells;
        for (std::size_t i = 0; i < size; ++i) {
          if (hidden[i]) shown[i] = -1;
        }
        alike[shown].push_back(cells);
      });
      for (const auto& [shown, groups] : alike) {
        for (std::size_t i = 0; i < size; ++i) {
          const auto first = groups[0][i];
          const bool told = std::all_of(groups.begin(), groups.end(),
                                        [&](const Cells& cells) { return cells[i] == first; });
          if (told && is_small(first)) FAIL_CHECK("sum ", sum, ": cell ", i, " must be ", first);
        }
      }
    }
  }
}
