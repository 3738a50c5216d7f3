#pragma once
// A character on a screen: always alive (idle), its beak moves while it speaks, and it plays one
// action at a time. The pose is a function of the instants kept here.
#include <optional>
#include <string>

#include "core/scene/rig.h"

namespace nest {

/// How often a gently living character is drawn again: 20 frames a second will do.
inline constexpr Millis kCalmTick{50};
/// While it acts or talks.
inline constexpr Millis kLivelyTick{33};

class Performer {
 public:
  void play(std::string clip, Instant now) {
    action_ = std::move(clip);
    since_ = now;
  }
  /// Paints the pose at `now` and says when it changes next. `talking` is when the voice began,
  /// `look` the place that the head turns to (a touched card). In calm mode the character stands
  /// still.
  void draw(Frame& frame, const Rig& rig, const Stand& stand, Instant now,
            std::optional<Instant> talking, bool calm, std::optional<Point> look = {}) const;

 private:
  std::string action_;
  Instant since_{};
};

}  // namespace nest
