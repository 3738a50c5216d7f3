#pragma once
// The kinds of activity there are. Adding one is a row in registry.cpp.
#include <memory>
#include <string>
#include <vector>

#include "core/activities/activity.h"
#include "core/base/reader.h"

namespace nest {

std::vector<std::string> activity_types();

/// Reads one activity of a pack; nullptr if its type is unknown (which is reported).
std::unique_ptr<ActivitySpec> read_activity(Reader& in);

}  // namespace nest
