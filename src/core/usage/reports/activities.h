#pragma once
// How often each lesson and quiz was started, finished and left.
#include "core/usage/report.h"

namespace nest::reports {

Section activities(const ReportInput& input);

}  // namespace nest::reports
