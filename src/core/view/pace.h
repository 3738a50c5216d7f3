#pragma once
// How many frames came too late to be seen in their turn. A frame says when it would look different
// (Frame::next); the one after it counts as dropped if it was made later than that by more than one
// period of the screen, since the screen has then shown the old picture once too often. However
// late it was, it counts once. A frame that a touch or a sentence brought early is never late, and
// a picture that stands still is owed nothing.
// Not here: the loop that makes the frames (apps/kiosk/live).
#include <cstdint>
#include <optional>

#include "core/base/time.h"

namespace nest {

/// Of a screen with 60 pictures a second, in whole milliseconds.
inline constexpr Millis kScreenPeriod{17};

class Pace {
 public:
  /// A frame was made at `now`; `next` is when it would look different.
  void made(Instant now, std::optional<Instant> next) {
    if (due_ && now - *due_ > kScreenPeriod) ++dropped_;
    due_ = next;
  }
  /// Nobody sees the screen: what was due is not owed any more.
  void rest() { due_.reset(); }
  std::uint64_t dropped() const { return dropped_; }

 private:
  std::optional<Instant> due_;
  std::uint64_t dropped_ = 0;
};

}  // namespace nest
