#pragma once
// How a value gets from one keyframe to the next: progress in [0, 1] → eased progress.
#include <optional>
#include <string_view>

namespace nest {

enum class Easing { linear, in, out, in_out, out_back, step };

/// Cubic easings; out_back overshoots by about 10 % and settles (Penner's constant 1.70158).
/// step holds the old value until the end.
float ease(Easing easing, float progress);
std::optional<Easing> easing_named(std::string_view name);

}  // namespace nest
