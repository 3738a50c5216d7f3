#pragma once
// Did they learn something? For each topic the gain of the children who did both rounds, which is
// the primary result; then its goals; then rounds whose children cannot be matched.
// Not here: single workshops (workshops.h), single questions (items.h).
#include <vector>

#include "core/usage/report.h"

namespace nest::reports {

Section learning(const ReportInput& input);

/// The result of each topic in one sentence; nothing where nothing was measured.
std::vector<Headline> headlines(const ReportInput& input);

}  // namespace nest::reports
