#pragma once
// How an adult gets to the code: one finger that rests in the lower left corner for three seconds.
// No child's target lies there, and none of the touch gate's rules apply: here a hold of 600 ms
// means nothing yet. Not here: the code (adult/adult_area), fingers on targets (touch_gate).
#include <map>
#include <optional>

#include "core/shell/touch_gate.h"

namespace nest {

class CornerHold {
 public:
  static constexpr float kSideMm = 25;
  static constexpr Millis kHold{3000};

  /// The corner of the canvas, 25 mm wide and high.
  static Rect corner(const ScreenMetrics& screen);

  void set_screen(const ScreenMetrics& screen) { corner_ = corner(screen); }
  /// Another finger, or one that leaves the corner, ends the hold; it then has to be lifted.
  void feed(const Finger& finger, Instant now);
  /// True once, when the finger has rested long enough.
  bool advance(Instant now);
  std::optional<Instant> next_due() const;

 private:
  struct Hold {
    std::int64_t finger;
    Instant since;
  };
  void land(const Finger& finger, Instant now);
  void forget_dead(Instant now);

  Rect corner_ = corner({});
  std::map<std::int64_t, Instant> down_;  ///< when each finger was last heard of
  std::optional<Hold> hold_;
};

}  // namespace nest
