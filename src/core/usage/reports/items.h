#pragma once
// Each question: how often shown, answered, right at the first try, hinted; and which answers were
// chosen first. Not here: before against after, and anything about time.
#include "core/usage/report.h"

namespace nest::reports {

Section items(const ReportInput& input);

}  // namespace nest::reports
