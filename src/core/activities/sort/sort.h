#pragma once
// Things into bins: what is clean, what is not yet. Not here: how things are picked and placed
// (board.h).
#include <memory>

#include "core/activities/activity.h"
#include "core/base/reader.h"

namespace nest::sort {

/// Reads "say", 2-3 "bins" and 4-8 "things", each with the "bin" where it belongs.
std::unique_ptr<ActivitySpec> read(Reader& in);

}  // namespace nest::sort
