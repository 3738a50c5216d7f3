#pragma once
// Reads a tally, also while its kiosk is running, in one snapshot. The file may come from anywhere,
// so each row's checksum and each value is checked; what does not pass is left out and named.
// Not here: setting anything aside or mending it (tally_file.h).
#include <filesystem>
#include <string>
#include <vector>

#include "core/usage/figures.h"
#include "core/usage/tally_tables.h"
#include "store/tally_source.h"

namespace nest::store {

struct TallyReading {
  TallyTables tables;
  /// Rows that were left out, and why: "outcome (…, hands, soap, water, 2): damaged".
  std::vector<std::string> left_out;
};

/// Reads a tally: a file, or the one in a kiosk's data folder. Throws TallyUnreadable.
TallyReading read_tally(const std::filesystem::path& place);

/// The same rows added up as they are read: a tally of thousands of workshops needs little memory.
struct FiguresReading {
  Figures figures;
  std::vector<std::string> left_out;
};
FiguresReading read_figures(const std::filesystem::path& place);
/// The closed runs of `joined`, and what is open in `own` and did not travel there: free play.
FiguresReading read_figures(const std::filesystem::path& joined, const std::filesystem::path& own);

}  // namespace nest::store
