#pragma once
// Reads tally.db, also while its kiosk is running: through a connection that never writes and never
// checkpoints, in one snapshot. The file may come from anywhere, so each row's checksum and each
// value is checked; what does not pass is left out and named.
// Not here: setting anything aside or mending it (tally_file.h).
#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

#include "core/usage/tally_tables.h"

namespace nest::store {

/// One sentence for a person: there is no tally, or it cannot be read at all.
class TallyUnreadable : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

struct TallyReading {
  TallyTables tables;
  /// Rows that were left out, and why: "outcome (…, hands, soap, water, 2): damaged".
  std::vector<std::string> left_out;
};

/// Reads the tally in a kiosk's data folder. Throws TallyUnreadable.
TallyReading read_tally(const std::filesystem::path& folder);

}  // namespace nest::store
