#pragma once
// Time as the core sees it: durations in milliseconds and instants on a monotonic line.
// Deliberately absent: now(). The core is told the time, it never asks.
#include <chrono>

namespace nest {

using Millis = std::chrono::milliseconds;

/// A clock that cannot be read; it only gives instants a type of their own.
struct Monotonic {
  using duration = Millis;
  using rep = duration::rep;
  using period = duration::period;
  using time_point = std::chrono::time_point<Monotonic, Millis>;
  static constexpr bool is_steady = true;  // NOLINT(readability-identifier-naming): std's name
};

/// Milliseconds since the kiosk started.
using Instant = Monotonic::time_point;

inline constexpr float seconds(Millis span) {
  return static_cast<float>(span.count()) / 1000.0F;
}
inline constexpr Millis from_seconds(float s) {
  return Millis(static_cast<Millis::rep>(s * 1000.0F + 0.5F));
}

}  // namespace nest
