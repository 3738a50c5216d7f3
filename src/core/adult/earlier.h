#pragma once
// The workshops that a tally knows, for the adult's list: when, where, with whom, and the first
// picture of a result where the release rules allow one. Not here: reading the tally (store), the
// whole report (usage/reports).
#include <map>
#include <string>
#include <vector>

#include "core/adult/facts.h"
#include "core/usage/tally_tables.h"

namespace nest {

/// Closed workshops, the latest first; those without a day at the end.
std::vector<EarlierWorkshop> earlier_workshops(const TallyTables& tables);

/// Workshops without a day of their own, by id, and since when they are known, so that these, too,
/// grow old.
using Undated = std::map<std::string, Day>;
/// `before` with those of `workshops` that are new, as of `today`, and without those that are gone.
Undated undated(const std::vector<EarlierWorkshop>& workshops, const Undated& before,
                const Day& today);

/// Ids of those whose day, or the one in `undated`, is more than `months` before `today`.
std::vector<std::string> outlived(const std::vector<EarlierWorkshop>& workshops,
                                  const Undated& undated, const Day& today, int months);

}  // namespace nest
