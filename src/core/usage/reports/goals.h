#pragma once
// Each learning goal of a topic: how many children knew it before and after, and whether more
// learned it than lost it than chance would have it. Secondary to the gain over the whole form.
// Not here: that gain (learning.h).
#include <set>
#include <string>
#include <string_view>

#include "core/usage/report.h"

namespace nest::reports {

/// Adds the goals of all packs as one table, and a chart for each pack; nothing where none has
/// enough children.
void add_goals(const ReportInput& input, Section& section);

/// Packs of which some goal's share of this phase ("before" or "after") is not told exactly.
std::set<std::string> packs_with_kept_goals(const Figures& figures, std::string_view phase);

}  // namespace nest::reports
