#pragma once
// What a person may be shown, so that no child can be recognised: nothing but totals below ten
// visits, no cell of 1 to 4, and nothing from which such a cell could be derived within its own
// group of cells.
// These are rules for one group of cells. Where groups overlap (rooms, topics, rounds, goals), the
// reports keep or tell them together (reports/rooms.h, reports/rounds.h); that all outputs of the
// same figures give nothing away, tests/attacker proves by a linear program.
// Not here: reports of the same kiosk at different times, and of a kiosk beside those of its room.
#include <cstdint>
#include <span>
#include <vector>

namespace nest {

inline constexpr std::int64_t kFewestVisits = 10;
inline constexpr std::int64_t kSmallestCell = 5;
/// A workshop's result is told for at least so many children.
inline constexpr std::int64_t kFewestChildren = 10;
/// Shares beyond these are only told to be so: nearly everybody is somebody, too.
inline constexpr double kTopShare = 0.85, kBottomShare = 0.15;

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

/// How a share of `whole` children may be told.
enum class ShownShare { exact, at_least, at_most, hidden };

/// The bounds that `at_least` and `at_most` tell: 85 % and 15 %, for few children wider, so that
/// each leaves at least five counts possible. whole >= kFewestChildren.
double top_bound(std::int64_t whole);
double bottom_bound(std::int64_t whole);

/// For a share that no reader can work out from others: near an end it is coded, with fewer than
/// ten children hidden. 0 <= part <= whole.
ShownShare shown_share(std::int64_t part, std::int64_t whole);

/// What is told of a share whose sum with others a reader may know.
struct ToldPart {
  std::int64_t part = 0, whole = 0;
  ShownShare shown = ShownShare::hidden;
};
/// True if the known sum of all parts leaves each one that is not told exactly five possible counts
/// or more. That a share is hidden, not coded, tells that it is not near an end.
bool sum_tells_nothing(std::span<const ToldPart> parts);

/// For shares of the same `whole` children whose parts have a sum that a reader knows (through the
/// group's mean score): those near an end are coded. If the sum would tell a coded one to fewer
/// than five possible counts, and it is the only one, the others are hidden; else all are. The test
/// tries every three shares of 16 children: whoever knows this rule and the sum cannot tell a coded
/// share. 0 <= part <= whole; with fewer than ten children all are hidden.
std::vector<ShownShare> shown_shares(std::span<const std::int64_t> parts, std::int64_t whole);

/// For groups of children whose sizes and results are known as a sum: true for each one whose
/// result has to be withheld, because it is smaller than ten or would tell such ones together.
/// Equal sizes share their fate.
std::vector<bool> withheld_groups(std::span<const std::int64_t> sizes);

}  // namespace nest
