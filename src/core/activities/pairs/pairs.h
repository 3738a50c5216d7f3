#pragma once
// What belongs together: matched in the open, or found face down (memory). Not here: how things are
// picked and placed in the open (board.h), the game of memory (memory.h).
#include <memory>

#include "core/activities/activity.h"
#include "core/base/reader.h"

namespace nest::pairs {

/// Reads "say", "play" ("open" or "memory") and "pairs": 3-6 in the open, 3-8 face down.
std::unique_ptr<ActivitySpec> read(Reader& in);

}  // namespace nest::pairs
