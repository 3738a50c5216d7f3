#pragma once
// How good each question of a form is: facility, guess level, discrimination, effective weight, and
// how many answered too fast to have thought (statistics/items.h has the definitions). For figures
// of several workshops; of one workshop they say little.
// Facility is that of all first answers, as in the table of questions; the other figures are of
// finished rounds. A facility of these alone would, beside that table, tell how the few answered
// who left half-way.
#include <string>

#include "core/usage/reports/item_figures.h"

namespace nest::reports {

/// Adds the table of one round, `phase` "before" or "after", whose questions are `items`; nothing
/// where no question was in enough finished rounds.
void add_quality(const ReportInput& input, const PhaseItems& items, const std::string& phase,
                 Section& section);

}  // namespace nest::reports
