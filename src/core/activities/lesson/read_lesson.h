#pragma once
// Reads a lesson's scenes; actors, parts of the timeline and marked words are looked up here, so
// that a script that was read can be played.
#include <memory>

#include "core/activities/activity.h"
#include "core/activities/lesson/script.h"
#include "core/base/reader.h"

namespace nest::lesson {

std::unique_ptr<ActivitySpec> read(Reader& in);

}  // namespace nest::lesson
