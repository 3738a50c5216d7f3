#pragma once
// Several tallies taken together. The same run may be in more than one of them, as an old copy and
// a newer one: it is then taken whole from the one in which it has counted most, since counters
// only grow. Not here: merging into a file row by row (store), adding up (figures.h).
#include <vector>

#include "core/usage/tally_tables.h"

namespace nest {

TallyTables join(std::vector<TallyTables> tallies);

}  // namespace nest
