#include "core/usage/release.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

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

TEST_CASE("release: shares near an end are coded, so that each leaves five counts possible") {
  CHECK(top_bound(100) == doctest::Approx(0.85));
  CHECK(bottom_bound(100) == doctest::Approx(0.15));
  CHECK(top_bound(20) == doctest::Approx(0.80));
  CHECK(bottom_bound(20) == doctest::Approx(0.20));
  CHECK(top_bound(10) == doctest::Approx(0.60));
  using S = std::vector<ShownShare>;
  const auto shown = [](std::vector<std::int64_t> parts, std::int64_t whole) {
    return shown_shares(parts, whole);
  };
  CHECK(shown({9, 10, 11}, 20) == S(3, ShownShare::exact));
  CHECK(shown({9, 10}, 9) == S(2, ShownShare::hidden));
  // Two at the top whose sum leaves room for each.
  CHECK(shown({10, 18, 18}, 20) ==
        S{ShownShare::exact, ShownShare::at_least, ShownShare::at_least});
  // One alone could be worked out from the sum, so the others are hidden.
  CHECK(shown({10, 11, 18}, 20) == S{ShownShare::hidden, ShownShare::hidden, ShownShare::at_least});
  // Everybody knew everything: the sum tells it, whatever is shown.
  CHECK(shown({20, 20, 20}, 20) == S(3, ShownShare::hidden));
}

TEST_CASE(
    "release: whoever knows the sum of the shares cannot tell a coded one to fewer than five") {
  constexpr std::int64_t kWhole = 16;
  for (std::int64_t a = 0; a <= kWhole; ++a) {
    for (std::int64_t b = 0; b <= kWhole; ++b) {
      for (std::int64_t c = 0; c <= kWhole; ++c) {
        const std::vector<std::int64_t> parts{a, b, c};
        const auto shown = shown_shares(parts, kWhole);
        if (std::all_of(shown.begin(), shown.end(),
                        [](ShownShare s) { return s == ShownShare::hidden; })) {
          continue;
        }
        // What the reader holds possible: the same look, the same exact parts, the same sum.
        std::set<std::int64_t> first;
        for (std::int64_t x = 0; x <= kWhole; ++x) {
          for (std::int64_t y = 0; y <= kWhole; ++y) {
            const std::vector<std::int64_t> other{x, y, a + b + c - x - y};
            if (other[2] < 0 || other[2] > kWhole || shown_shares(other, kWhole) != shown) continue;
            bool same = true;
            for (std::size_t i = 0; i < parts.size(); ++i) {
              same = same && (shown[i] != ShownShare::exact || other[i] == parts[i]);
            }
            if (same) first.insert(x);
          }
        }
        if (shown[0] != ShownShare::exact) CHECK(first.size() >= 5);
      }
    }
  }
}

TEST_CASE("release: a group of fewer than ten children hides the next larger one with it") {
  const auto hidden = [](std::vector<std::int64_t> sizes) { return withheld_groups(sizes); };
  using H = std::vector<bool>;
  CHECK(hidden({20, 15, 10}) == H{false, false, false});
  CHECK(hidden({20, 15, 7}) == H{false, true, true});
  CHECK(hidden({20, 6, 7}) == H{false, true, true});
  CHECK(hidden({20, 15, 15, 4}) == H{false, true, true, true});
  CHECK(hidden({9}) == H{true});
  CHECK(hidden({20, 0}) == H{false, true});
}

TEST_CASE("release: a share that stands alone is told unless few are at one side of it") {
  CHECK(shown_share(0, 9) == ShownShare::hidden);
  CHECK(shown_share(5, 10) == ShownShare::exact);
  CHECK(shown_share(4, 10) == ShownShare::at_most);
  CHECK(shown_share(6, 10) == ShownShare::at_least);
  CHECK(shown_share(15, 100) == ShownShare::at_most);
  CHECK(shown_share(16, 100) == ShownShare::exact);
  CHECK(shown_share(84, 100) == ShownShare::exact);
  CHECK(shown_share(100, 100) == ShownShare::at_least);
}
