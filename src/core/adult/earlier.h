#pragma once
// The workshops that a tally knows, for the adult's list: when, where, with whom, and the first
// picture of a result where the release rules allow one. Not here: reading the tally (store), the
// whole report (usage/reports).
#include <vector>

#include "core/adult/facts.h"
#include "core/usage/tally_tables.h"

namespace nest {

/// Closed workshops, the latest first; those without a day at the end.
std::vector<EarlierWorkshop> earlier_workshops(const TallyTables& tables);

/// Ids of those whose day is more than `months` before `today`.
std::vector<std::string> outlived(const std::vector<EarlierWorkshop>& workshops, const Day& today,
                                  int months);

}  // namespace nest
