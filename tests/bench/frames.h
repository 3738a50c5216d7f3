#pragma once
// The time to make one frame, in the process itself: core's frame, damage, pixels on a surface.
#include <vector>

#include "bench/shadow.h"

namespace nest::bench {

/// Milliseconds of each of `count` frames, 60 a second, from where the shadow stands.
std::vector<double> frame_times(Shadow& shadow, int width, int height, int count);

}  // namespace nest::bench
