#pragma once
// A round asks a whole form of a topic, before or after its lesson: no sign of right or wrong, no
// hint, no reason, no second try, and "I don't know yet" beside the answers. Forms A and B hold one
// twin each per goal, so the two rounds can be compared.
// Not here: how one question goes (question.h), pairing the rounds of one child.
#include "core/activities/activity.h"
#include "core/base/reader.h"

namespace nest::round {

/// Reads {"when": "before", "form": "A"}.
std::unique_ptr<ActivitySpec> read(Reader& in);

}  // namespace nest::round
