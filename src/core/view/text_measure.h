#pragma once
// The one port a view needs: how wide a line of text is.
#include <string_view>

#include "core/view/frame.h"

namespace nest {

class TextMeasure {
 public:
  virtual ~TextMeasure() = default;
  /// Width of one line in canvas units; the colour does not matter.
  virtual float width(std::string_view text, const TextStyle& style) const = 0;
  /// Whether the font has a glyph for the code point.
  virtual bool covers(char32_t code_point) const = 0;
};

}  // namespace nest
