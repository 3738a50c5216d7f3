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

/// Source of the figures: product.md §2.
struct TouchRules {
  Millis hold{600};   ///< a finger that rests inside commits without being lifted
  Millis fresh{400};  ///< a new screen does not take touches that begin this early
  Millis dead{8000};  ///< a finger that has not moved for so long holds nothing
  float slide = 40;   ///< canvas units a finger may leave its target by (10 mm)
};

class TouchGate {
 public:
  explicit TouchGate(TouchRules rules = {}) : rules_(rules) {}
  void set_slide(float units) { rules_.slide = units; }

  /// Feeds one event against the frame that the child sees. Returns the target that was tapped.
  std::optional<std::string> feed(const Finger& finger, const Frame& seen, Instant now);
  /// A hold may commit without an event.
  std::optional<std::string> advance(Instant now);
  std::optional<Instant> next_due() const;

  /// Tells the gate that touches now mean something else: fingers that are down count no more.
  void moment_changed(Instant now);
  /// The target under the finger that owns the gesture; empty if none.
  const std::string& pressed() const;
  /// Whether a finger that is not dead lies on the glass.
  bool held(Instant now) const;

 private:
  struct Contact {
    Instant moved;
    Point at;
  };
  struct Press {
    std::int64_t finger;
    Target target;
    Instant since;
    bool inside = true;
    bool spent = false;  ///< committed by holding; its release means nothing
  };
  bool within(const Target& target, Point at) const;

  TouchRules rules_;
  std::map<std::int64_t, Contact> contacts_;
  std::optional<Press> press_;
  std::optional<Instant> fresh_since_;
};

}  // namespace nest
