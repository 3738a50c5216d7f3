#pragma once
// A quiz asks items one after the other, drawn from a pool by age band or named one by one, and
// gives a star for every finished question. Not here: how one question
// follows another (question_run.h) and how one goes (question.h).
#include "core/activities/activity.h"
#include "core/base/reader.h"

namespace nest::quiz {

/// Reads {"form": "practice", "draw": 6} or a list of item ids.
std::unique_ptr<ActivitySpec> read(Reader& in);

}  // namespace nest::quiz
