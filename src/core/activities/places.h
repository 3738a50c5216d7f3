#pragma once
// Where the regions of a child's screen lie: the buttons, the languages, Mila and her bubble, the
// field where cards and things lie, the caption of a lesson. One place decides, so that a small
// display, bigger letters, left hands and controls that lie low change every screen alike.
// Not here: what lies in a region.
#include <vector>

#include "core/activities/activity.h"
#include "core/scene/rig.h"

namespace nest {

/// What a screen needs beside its field.
struct Plan {
  bool large_mila = true;   ///< then the bubble lies below the row of buttons, else in it
  std::size_t buttons = 3;  ///< home, listen, hint
  bool stars = false;       ///< progress, and a way on below the field
  bool heading = false;     ///< one line of large type above the bubble's text
};
inline constexpr Plan kQuestionPlan{true, 3, true};
inline constexpr Plan kChoicePlan{true, 2, false};
inline constexpr Plan kTitledPlan{true, 2, false, true};
inline constexpr Plan kPracticePlan{false, 3, false};

/// How a paragraph is set that must hold any of several texts without moving.
struct Lettering {
  std::size_t lines = 2;
  TextStyle style;  ///< of the usual size, which may shrink to `least`
  float least = 0;
  Fitted fit(const std::string& text, const TextMeasure& measure, float width) const {
    return fit_text(text, measure, style, width, lines, least);
  }
  float height() const { return static_cast<float>(lines) * style.size * kLineHeight; }
};

/// Where a screen's regions lie.
struct Laid {
  Rect bubble, words;  ///< words: where the bubble's text may lie
  Rect heading;        ///< above the words
  Lettering lettering;
  std::optional<Rect> picture;  ///< in the bubble, before the words
  Rect field;
  Rect stars, way_on;  ///< of a plan with stars
  Stand mila;
};

/// The caption of a lesson and its buttons.
struct Caption {
  Rect bar, words, pause, replay, skip;
  Rect free;  ///< between the buttons and the caption, a finger's gap from both
  Lettering lettering;
};

class Places {
 public:
  explicit Places(const Show& show);

  float control() const { return control_; }
  float gap() const { return gap_; }
  /// Home, listen, hint.
  Rect button(std::size_t index) const;
  /// The row for the badges of those who take turns: where no control, card or bubble lies.
  Rect seats() const;
  /// The language with that index; a lesson leaves the lower edge to its caption.
  Rect language(std::size_t index, bool in_lesson) const;

  /// The screen of a plan whose bubble holds any of `texts`, beside a picture if there is one.
  Laid lay(const Plan& plan, const std::vector<const std::string*>& texts,
           bool with_picture = false) const;
  Caption caption(const std::vector<const std::string*>& texts) const;

 private:
  Lettering lettering(const std::vector<const std::string*>& texts, float usual, bool bold,
                      float width) const;
  float rim() const { return compact_ ? 24.0F : 36.0F; }  ///< beside the first button
  /// Pause, replay and skip lie at the ends of the caption's bar.
  bool in_bar() const { return !compact_ && !show_.reach.controls_low; }
  float button_x(std::size_t index) const;
  std::size_t languages_in_row(bool in_lesson) const;
  std::size_t languages_beside() const;
  float beside_high() const;
  float languages_high(bool in_lesson) const;
  float languages_x(std::size_t in_row) const;
  float way_on(float usual) const;
  Rect bottom_row() const;
  Rect bubble_place(const Plan& plan) const;
  Rect field_place(const Plan& plan, const Rect& bubble) const;
  Stand mila_place(const Plan& plan, const Rect& bubble) const;
  void lay_progress(Laid& out, const Rect& field) const;
  Rect placed(Rect box) const;

  const Show& show_;
  float control_, gap_, pill_width_, pill_height_;
  float lesson_button_;  ///< its side: pause, replay, skip
  bool compact_;  ///< letters are so large that the languages lie at the side, to leave height
  float edge_;    ///< free at the rim of the canvas
};

}  // namespace nest
