#pragma once
// Arithmetic from millimetres and texts to boxes. Layout follows the size of a finger and the
// distance of an eye; the 1920 x 1080 canvas is only the drawing space.
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/age.h"
#include "core/view/frame.h"
#include "core/view/text_measure.h"

namespace nest {

/// How large the canvas is in the room.
struct ScreenMetrics {
  float mm_per_unit = 0.248F;  ///< 21.5" full HD
  float letters = 1;  ///< times the smallest and the usual type, for eyes that ask for more

  float units(float mm) const { return mm / mm_per_unit; }
  float slack() const { return units(3); }  ///< the touched area is the picture plus 3 mm
  float gap() const { return units(5); }
  /// Side of the smallest control that is not an answer: 20 mm for A, 15 mm else.
  float control(AgeBand age) const { return units(age == AgeBand::a ? 20.0F : 15.0F); }
  float answer(AgeBand age) const { return units(age == AgeBand::a ? 25.0F : 20.0F); }
  /// Smallest type: x-height 7 mm for A and 5 mm for B, C if the canvas itself is 15.6" and larger
  /// (a small window on a large display is read like a small display), 4 mm below; Andika's
  /// x-height is half its em.
  float type(AgeBand age) const;
  /// Type of the usual size (em in canvas units), never below the smallest.
  float type(AgeBand age, float usual) const { return std::max(usual * letters, type(age)); }

  /// From the configured diagonal (inches) over the display's mode (pixels) and how many pixels a
  /// canvas unit has. A window smaller than the smallest display that is held to the figures
  /// (10.1") is laid out as that one: the figures cannot be kept there, the order on the screen
  /// can.
  static ScreenMetrics from_display(float diagonal_inches, float display_w, float display_h,
                                    float pixels_per_unit);
};

/// A paragraph broken into lines of at most the given width.
struct Paragraph {
  struct Line {
    std::string text;
    std::size_t begin = 0;  ///< byte offset in the whole text
    float width = 0;
  };
  std::vector<Line> lines;
  TextStyle style;
  float height() const { return static_cast<float>(lines.size()) * style.size * kLineHeight; }
  float width() const;
};

/// How many lines the text takes at least in that style.
std::size_t line_count(const std::string& text, const TextMeasure& measure, const TextStyle& style,
                       float width);

/// Breaks at ordinary spaces (typeset texts hold hard ones where none is allowed), evens the lines
/// out, and makes the type smaller down to `least` if more than `max_lines` would be needed. `fits`
/// is false if even that is not enough (the lines then overflow).
struct Fitted {
  Paragraph paragraph;
  bool fits = true;
};
Fitted fit_text(const std::string& text, const TextMeasure& measure, TextStyle style, float width,
                std::size_t max_lines, float least);

enum class Align { left, centre };
/// Draws the paragraph with its top at `box.y`, or centred in the box's height.
void draw_paragraph(Frame& frame, const Paragraph& paragraph, const Rect& box, Align align);
/// The box of the bytes [begin, end) of the paragraph's text as draw_paragraph places it; empty if
/// they are not on one line.
Rect word_box(const Paragraph& paragraph, const TextMeasure& measure, const Rect& box, Align align,
              std::size_t begin, std::size_t end);

/// `count` equal cells in a row, centred in the box, `gap` apart.
std::vector<Rect> row(const Rect& box, std::size_t count, float width, float gap);

}  // namespace nest
