#pragma once
// Runs whose counters cannot all be from the moment when the run was closed: a row was damaged, or
// rows were merged from copies of different moments. Reports say so instead of adding them
// silently. Not here: what a report does with them.
#include <set>
#include <string>

#include "core/usage/tally_tables.h"

namespace nest {

/// Ids of closed runs whose rows, or their revisions, are not what the run's seal says, and of
/// closed workshops without a seal. Free play without one is not named: before schema 2 it was
/// closed without a seal.
std::set<std::string> incomplete_runs(const TallyTables& tables);

}  // namespace nest
