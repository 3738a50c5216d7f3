#pragma once
// Draws an SVG picture piece by piece, in CSS pixels: lines, shapes, texts with their looks written
// out, so that the picture needs no style sheet and prints the same everywhere.
// Not here: what a chart looks like (charts_svg.h).
#include <string>
#include <string_view>
#include <vector>

namespace nest::store {

inline constexpr const char* kInk = "#22313F";    ///< texts, axes, "before"
inline constexpr const char* kWarm = "#E5552B";   ///< "after"
inline constexpr const char* kFaint = "#C9CFD4";  ///< lines to read along
inline constexpr const char* kPaper = "#FFFFFF";

enum class Anchor { start, middle, end };
/// Told apart without colour.
enum class Shape { circle, diamond, square, triangle, to_right, to_left };

struct Stroke {
  const char* colour = kInk;
  double width = 1.5;
  const char* dashes = "";  ///< lengths of dash and gap: "6 4"; empty: solid
};
struct TextLook {
  Anchor anchor = Anchor::start;
  bool bold = false;
  double size = 15;
};

class SvgPen {
 public:
  void line(double x1, double y1, double x2, double y2, const Stroke& stroke);
  void box(double x, double y, double width, double height, const char* fill);
  /// About 11 px wide. Hollow ones show paper inside.
  void shape(Shape shape, double x, double y, bool filled, const char* colour);
  void text(double x, double y, std::string_view text, const TextLook& look = {});
  /// The picture with its text alternatives; `id` is unique on the page.
  std::string picture(std::string_view id, std::string_view title, std::string_view description,
                      double width, double height) const;

 private:
  std::string pieces_;
};

/// The text in lines of at most `most` letters, broken at spaces; a longer word stands alone.
std::vector<std::string> wrapped(std::string_view text, std::size_t most);

}  // namespace nest::store
