#pragma once
// What a person may be shown, so that no child can be recognised: nothing but totals below ten
// visits, no cell of 1 to 4, and nothing from which such a cell could be derived within its own
// group of cells.
// A first honest cut. Not here yet: groups of cells that overlap, several reports of the same
// figures, reports of the same kiosk at different times, top and bottom coding ("at least 85 %"),
// and the proof by an attacker's linear program over all outputs together.
#include <cstdint>
#include <span>
#include <vector>

namespace nest {

inline constexpr std::int64_t kFewestVisits = 10;
inline constexpr std::int64_t kSmallestCell = 5;

/// A count that could point at a child: 1 to 4. Nobody is not somebody.
constexpr bool is_small(std::int64_t count) {
  return count > 0 && count < kSmallestCell;
}

/// For cells whose sum is known: true for each one that has to be withheld. If any is small, all up
/// to some size are withheld (equal cells share their fate, so the order of the cells tells
/// nothing): the least size for which there are at least two of them, their sum is not small, and
/// that sum leaves each of them a range of at least five values; else all. The test tries every
/// group of up to four cells: whoever knows this rule and the sum cannot tell a small cell.
/// All withheld cells of a group must look the same.
std::vector<bool> withheld(std::span<const std::int64_t> cells);

/// The same for cells that are part of a known `total`: what is missing in their sum counts as one
/// more cell, which could be derived like any other. As long as `cells`; if the total itself is
/// small, all are withheld.
std::vector<bool> withheld(std::span<const std::int64_t> cells, std::int64_t total);

}  // namespace nest
