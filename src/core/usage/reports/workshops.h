#pragma once
// Which workshops there were: place, day, age band, how many children did which round, what went
// otherwise with the cards, and each one's own gain where it has enough children. The kiosks of one
// room are one workshop. Not here: what all of them learned together (learning.h).
#include "core/usage/report.h"

namespace nest::reports {

Section workshops(const ReportInput& input);

}  // namespace nest::reports
