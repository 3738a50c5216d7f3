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
#include "core/view/layout.h"

namespace nest {

enum class FingerPhase { down, move, up };

/// One event of one contact, in canvas units.
struct Finger {
  std::int64_t id = 0;
  FingerPhase phase = FingerPhase::down;
  Point at;
};

/// Source of the figures: product.md §2; of `still` and `palm`: what a resting hand does on glass.
struct TouchRules {
  Millis hold{600};     ///< a finger that rests inside commits without being lifted
  Millis fresh{400};    ///< a new screen does not take touches that begin this early
  Millis dead{8000};    ///< a finger that has been still for so long holds nothing
  Millis palm{80};      ///< three contacts that land together within this time …
  float palm_mm = 80;   ///< … and this reach are a hand that leans on the glass
  float slide_mm = 10;  ///< a finger may leave its target by this much
  float still_mm = 3;   ///< a finger that stays within this is still, however it trembles
};

class TouchGate {
 public:
  explicit TouchGate(TouchRules rules = {}) : rules_(rules) {}
  void set_screen(const ScreenMetrics& screen) { screen_ = screen; }

  /// Feeds one event against the frame that the child sees. Returns the target that was tapped.
  std::optional<std::string> feed(const Finger& finger, const Frame& seen, Instant now);
  /// A hold may commit without an event.
  std::optional<std::string> advance(Instant now);
  std::optional<Instant> next_due() const;

  /// Tells the gate that touches now mean something else: fingers that are down count no more,
  /// neither to answer nor to keep others from answering.
  void moment_changed(Instant now);
  /// The target under the finger that owns the gesture; empty if none.
  const std::string& pressed() const;
  /// Whether a finger that is not dead lies on the glass.
  bool held(Instant now) const;

 private:
  struct Contact {
    Instant down, moved;
    Point at;            ///< where it landed or last moved to in earnest
    bool owner = false;  ///< the gesture is its own: nobody else answers while it is down
    bool palm = false;
    bool stale = false;  ///< down since before the screen changed
  };
  struct Press {
    std::int64_t finger;
    Target target;
    Instant since;       ///< from when on the hold counts
    bool early = false;  ///< began on a fresh screen: only holding commits it
    bool inside = true;
    bool spent = false;  ///< committed by holding; its release means nothing
  };
  void land(const Finger& finger, const Frame& seen, Instant now);
  void move(const Finger& finger, Contact& contact, Instant now);
  bool owned() const;
  void forget_dead(Instant now);
  /// Whether the finger is part of a hand; then nothing of that hand answers.
  bool lands_as_palm(const Finger& finger, Instant now);
  bool within(const Target& target, Point at) const;

  TouchRules rules_;
  ScreenMetrics screen_;
  std::map<std::int64_t, Contact> contacts_;
  std::optional<Press> press_;
  std::optional<Instant> fresh_until_;
};

}  // namespace nest
