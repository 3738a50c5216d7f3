#pragma once
// Steps of a routine in their order: washing hands, brushing teeth. Not here: how things are picked
// and placed (board.h).
#include <memory>

#include "core/activities/activity.h"
#include "core/base/reader.h"

namespace nest::order {

/// Reads "say" and 3-6 "steps" in their right order.
std::unique_ptr<ActivitySpec> read(Reader& in);

}  // namespace nest::order
