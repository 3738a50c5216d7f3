#include "core/view/widgets.h"

#include <algorithm>

#include "core/view/theme.h"

namespace nest {
namespace {

constexpr float kPressDepth = 6;
constexpr float kCardRadius = 44;

Rect sunk(const Rect& box, std::string_view id, const Touch& touch) {
  return touch.pressed == id ? box.moved({0, kPressDepth}) : box;
}

float star_pitch(std::size_t total, const Rect& box) {
  return std::min(84.0F, box.w / static_cast<float>(std::max<std::size_t>(total, 1)));
}

}  // namespace

void disc_button(Frame& frame, std::string_view id, const Rect& box, Colour colour,
                 std::string_view icon, const Touch& touch, float slack) {
  const Rect face = sunk(box, id, touch);
  frame.fill(box.moved({0, 8}), box.w / 2, theme::kShadow);
  frame.fill(face, face.w / 2, colour);
  frame.picture(icon, face.grown(-face.w * 0.02F));
  frame.target(id, box, slack);
}

Rect card(Frame& frame, std::string_view id, const Rect& box, const Touch& touch, float slack,
          Carry carry) {
  const Rect face = sunk(box, id, touch);
  frame.fill(box.moved({0, 10}), kCardRadius, theme::kShadow);
  frame.fill(face, kCardRadius, theme::kWhite);
  if (!id.empty()) frame.target(id, box, slack, carry);
  return face;
}

void card_mark(Frame& frame, const Rect& box, Colour colour, std::string_view badge) {
  // A ring: the colour over the whole card, the card's white inside it again.
  constexpr float kRing = 12;
  frame.fill(box, kCardRadius, colour);
  frame.fill(box.grown(-kRing), kCardRadius - kRing, theme::kWhite);
  // Over the picture, never over words: a wide card has its picture at the left.
  const float middle = is_wide(box) ? box.x + 48 : box.right() - 48;
  frame.picture(badge, Rect::around({middle, box.y + 40}, 100, 100));
}

void bubble(Frame& frame, const Rect& box, bool to_the_right) {
  constexpr float kRadius = 52;
  const Rect tail{to_the_right ? box.right() - 144 : box.x + 24, box.bottom() - 14, 120, 84};
  frame.fill(box.moved({0, 10}), kRadius, theme::kSoftShadow);
  frame.fill(box, kRadius, theme::kWhite);
  frame.picture("library:bubble-tail", tail, 1, 0, to_the_right);
}

void word_patch(Frame& frame, const Rect& word) {
  if (word.empty()) return;
  frame.fill(word.grown(8), 16, theme::kPatch);
}

void pointing_hand(Frame& frame, Point tip, float size) {
  // The finger tip lies at (88, 40) of the picture's 320.
  frame.picture("library:hand-point",
                {tip.x - size * 88 / 320, tip.y - size * 40 / 320, size, size});
}

Point star_place(std::size_t index, std::size_t total, const Rect& box) {
  const float pitch = star_pitch(total, box);
  const auto from_right = static_cast<float>(total - index) - 0.5F;
  return {box.right() - from_right * pitch, box.y + box.h / 2};
}

void stars(Frame& frame, std::size_t earned, std::size_t total, const Rect& box) {
  const float size = star_pitch(total, box) * 0.94F;
  for (std::size_t i = 0; i < total; ++i) {
    frame.picture(i < earned ? "library:star" : "library:star-empty",
                  Rect::around(star_place(i, total, box), size, size));
  }
}

}  // namespace nest
