#pragma once
// The touch gate turns raw fingers into taps. Children lean on the glass, so the first finger owns
// the gesture, and a screen that has just changed ignores touch for a moment.
// Not here: what a tap means (see Frame), where fingers come from (stage/touch).
#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "core/base/time.h"
#include "core/view/frame.h"

namespace nest {

enum class FingerPhase { down, move, up };

/// One event of one contact, in canvas units.
struct Finger {
  std::int64_t id = 0;
  FingerPhase phase = FingerPhase::down;
  Point at;
};

}  // namespace nest
