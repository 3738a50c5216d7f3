#pragma once
// The time to make one frame, in the process itself: core's frame, damage, pixels on a surface.
#include <functional>
#include <vector>

#include "bench/shadow.h"

namespace nest::bench {

using AtFrame = std::function<void(int frame)>;

/// Milliseconds of each of `count` frames, 60 a second, from where the shadow stands. What is done
/// `between` frames is not measured, what is done `within` them is.
std::vector<double> frame_times(
    Shadow& shadow, int width, int height, int count, const AtFrame& between = [](int) {},
    const AtFrame& within = [](int) {});

}  // namespace nest::bench
