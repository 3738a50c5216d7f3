#pragma once
// The touch gate turns raw fingers into taps. Children lean on the glass, so the first finger owns
// the gesture, hands never answer, and a screen that has just changed ignores touch for a moment.
// tests/touch tells what that means, child by child.
// Not here: what a tap means (see Frame), where fingers come from (stage/touch).
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/base/time.h"
#include "core/view/frame.h"
#include "core/view/layout.h"
#include "core/view/widgets.h"

namespace nest {

enum class FingerPhase { down, move, up };

/// One event of one contact, in canvas units. SDL 2 tells no breadth; traces and other sources may.
struct Finger {
  std::int64_t id = 0;
  FingerPhase phase = FingerPhase::down;
  Point at;
  float breadth_mm = 0;  ///< of the skin on the glass; 0: not known
};

/// Source of the figures: product.md §2; of the others: how hands lie on glass and how panels of
/// 30 to 120 reports a second lose a contact.
struct TouchRules {
  Millis hold{600};    ///< a finger that rests inside commits without being lifted
  Millis fresh{400};   ///< a new screen does not take touches that begin this early
  Millis dead{8000};   ///< a finger that has been still for so long holds nothing
  Millis hand{300};    ///< three contacts that land within this time, however slowly a hand …
  float hand_mm = 80;  ///< … is set down, and within this reach are a hand that leans on the glass
  float palm_mm = 25;   ///< so is one contact as broad as this; a fingertip has 8 to 16 mm
  Millis bounce{40};    ///< a contact that is back at its place so soon had never left
  float slide_mm = 10;  ///< a finger may leave its target by this much; a carrying one begins there
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
  /// What is under the finger that owns the gesture, and what it carries.
  Touch shown() const;
  /// Whether a finger that is not dead lies on the glass.
  bool held(Instant now) const;

 private:
  struct Contact {
    Instant down, moved;
    Point at;           ///< where it landed or last moved to in earnest
    bool hand = false;  ///< leans on the glass; never answers
  };
  /// The gesture: one finger on one target.
  struct Press {
    std::int64_t finger;
    Target target;
    Instant since;                   ///< from when on the hold counts
    Point from;                      ///< where it landed
    bool early = false;              ///< began on a fresh screen: only holding commits it
    std::optional<Point> carried{};  ///< where it has got to with what it took along
    bool inside = true;
    bool spent = false;  ///< committed by holding; its release means nothing
  };
  /// Where a contact was lifted that has answered or may not answer.
  struct Lift {
    Instant when;
    Point at;
  };
  void land(const Finger& finger, const Frame& seen, Instant now);
  std::optional<std::string> move(const Finger& finger, Contact& contact, Instant now);
  std::optional<std::string> lift(const Finger& finger, const Frame& seen, Instant now);
  /// A press that left what can be carried takes it along.
  std::optional<std::string> carry(Point at);
  /// Whether a finger presses something that it may still answer; then nobody else answers.
  bool owned() const { return press_ && !press_->spent && (press_->inside || press_->carried); }
  void drop_press_of(std::int64_t finger);
  void forget_dead(Instant now);
  bool lands_as_hand(const Finger& finger, Instant now) const;
  /// Everything that landed together with the contact at this point is a hand, finger by finger.
  void spread_hand(Point from, Instant now);
  bool together(const Contact& contact, Point at, Instant now) const;
  /// Whether a contact here only flickered.
  bool returns(Point at, Instant now);
  bool broad(const Finger& finger) const { return finger.breadth_mm >= rules_.palm_mm; }
  bool within(const Target& target, Point at) const;
  bool near(Point a, Point b, float mm) const;

  TouchRules rules_;
  ScreenMetrics screen_;
  std::map<std::int64_t, Contact> contacts_;
  std::vector<Lift> lifted_;  ///< during the last moment only
  std::optional<Press> press_;
  std::optional<Instant> fresh_until_;
};

}  // namespace nest
