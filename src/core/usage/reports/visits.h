#pragma once
// How often the kiosk was used, how visits ended, which languages and age bands were chosen: totals
// of the kiosk, never beside a result.
#include "core/usage/report.h"

namespace nest::reports {

Section visits(const ReportInput& input);

}  // namespace nest::reports
