#pragma once
// Each learning goal of a topic: how many children knew it before and after, and whether more
// learned it than lost it than chance would have it. Secondary to the gain over the whole form.
// Not here: that gain (learning.h).
#include "core/usage/report.h"

namespace nest::reports {

/// Adds the goals of all packs as one table, and a chart for each pack; nothing where none has
/// enough children.
void add_goals(const ReportInput& input, Section& section);

}  // namespace nest::reports
