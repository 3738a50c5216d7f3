#include "walk/look.h"

#include "core/view/theme.h"

namespace nest::walk {

std::size_t first_seen(const Frame& frame) {
  for (std::size_t i = frame.ops.size(); i > 0; --i) {
    const auto* fill = std::get_if<FillOp>(&frame.ops[i - 1]);
    if (fill != nullptr && fill->box == kCanvas && fill->colour == theme::kVeil) return i - 1;
  }
  return 0;
}

Rect ink_box(const TextOp& text) {
  // Measured on Andika's Ů, Ž and ų: 0.15 em of the line box stay free above, 0.07 below.
  const float size = text.style.size;
  return {text.at.x, text.at.y + 0.15F * size, text.width, (kLineHeight - 0.22F) * size};
}

bool inside(const Rect& inner, const Rect& outer) {
  constexpr float kRounding = 0.5F;  // canvas units
  const Rect roomy = outer.grown(kRounding);
  return inner.x >= roomy.x && inner.y >= roomy.y && inner.right() <= roomy.right() &&
         inner.bottom() <= roomy.bottom();
}

}  // namespace nest::walk
