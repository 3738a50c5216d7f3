#pragma once
// The few things every screen is made of. A widget and its touch area are made by the same call, so
// they cannot drift apart. Not here: which screen shows which (activities, shell/screens).
#include <string>
#include <string_view>

#include "core/view/layout.h"

namespace nest {

/// What the finger is on, so that a widget can react in the very next frame.
struct Touch {
  std::string pressed;  ///< target id; empty if none
  /// Middle of what is pressed, or the finger that carries something; characters look there.
  std::optional<Point> at{};
  bool carrying = false;
};

/// A round button with a white icon: "library:icon-home".
void disc_button(Frame& frame, std::string_view id, const Rect& box, Colour colour,
                 std::string_view icon, const Touch& touch, float slack);

/// White card with a soft shadow; returns where its content lies (it sinks when pressed).
Rect card(Frame& frame, std::string_view id, const Rect& box, const Touch& touch, float slack,
          Carry carry = Carry::no);

/// Whether a card's words stand beside its picture rather than below it.
inline bool is_wide(const Rect& card) {
  return card.w > card.h * 1.3F;
}
/// The frame around a card that was chosen, with its badge in an upper corner.
void card_mark(Frame& frame, const Rect& box, Colour colour, std::string_view badge);

/// White speech bubble whose tail points down left to the speaker, or down right.
void bubble(Frame& frame, const Rect& box, bool to_the_right = false);

/// A sun-yellow patch under a spoken word.
void word_patch(Frame& frame, const Rect& word);

/// A hand of that size whose finger tip touches `tip`: "here".
void pointing_hand(Frame& frame, Point tip, float size);

/// Stars for finished questions, right-aligned at `right`.
void stars(Frame& frame, std::size_t earned, std::size_t total, const Rect& box);
/// The middle of star `index` in that row.
Point star_place(std::size_t index, std::size_t total, const Rect& box);

}  // namespace nest
