#pragma once
// What of a tally may travel: the sound rows of its closed runs. Reads one run after the other, so
// memory holds one of them, however large the tally is.
// Not here: opening (tally_source.h), which of several copies counts (newest.h).
#include <cstddef>
#include <map>
#include <string>

#include "store/row_stage.h"
#include "store/tally_rows.h"
#include "store/tally_source.h"

namespace nest::store {

/// The words with which our tables are made, by the name of the table.
using KnownTables = std::map<std::string, std::string, std::less<>>;
KnownTables known_tables();

struct Gathered {
  std::size_t open_runs = 0;  ///< stay where they are, with all their rows
  bool broken = false;        ///< some pages could not be read at all
};

/// Puts the rows on the stage. What is left out is named, with `source` before it: damaged rows,
/// rows of no run, and tables that are not made with our words, since another key or another order
/// would mislead us.
Gathered gather(TallySource& source, const std::string& name, const KnownTables& known,
                RowStage& stage, LeftOut& left_out);

}  // namespace nest::store
