#include "store/writers/svg_pen.h"

#include <fmt/format.h>

#include "core/base/utf8.h"
#include "store/writers/markup.h"

namespace nest::store {
namespace {

const char* name(Anchor anchor) {
  if (anchor == Anchor::start) return "start";
  return anchor == Anchor::middle ? "middle" : "end";
}

/// The corners of a shape around (0, 0); a circle has none.
const char* corners(Shape shape) {
  switch (shape) {
    case Shape::diamond:
      return "0,-7 7,0 0,7 -7,0";
    case Shape::square:
      return "-5.5,-5.5 5.5,-5.5 5.5,5.5 -5.5,5.5";
    case Shape::triangle:
      return "0,-7 6.5,5 -6.5,5";
    case Shape::to_right:
      return "-5,-6.5 7,0 -5,6.5";
    case Shape::to_left:
      return "5,-6.5 -7,0 5,6.5";
    case Shape::circle:
      break;
  }
  return "";
}

}  // namespace

void SvgPen::line(double x1, double y1, double x2, double y2, const Stroke& stroke) {
  const auto dashes =
      *stroke.dashes ? fmt::format(" stroke-dasharray=\"{}\"", stroke.dashes) : std::string();
  pieces_ += fmt::format(
      "<line x1=\"{:.1f}\" y1=\"{:.1f}\" x2=\"{:.1f}\" y2=\"{:.1f}\" stroke=\"{}\" "
      "stroke-width=\"{}\"{}/>\n",
      x1, y1, x2, y2, stroke.colour, stroke.width, dashes);
}

void SvgPen::box(double x, double y, double width, double height, const char* fill) {
  pieces_ += fmt::format(
      "<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\" fill=\"{}\" "
      "stroke=\"{}\"/>\n",
      x, y, width, height, fill, kInk);
}

void SvgPen::shape(Shape shape, double x, double y, bool filled, const char* colour) {
  const auto look = fmt::format("fill=\"{}\" stroke=\"{}\" stroke-width=\"2\"",
                                filled ? colour : kPaper, filled ? kInk : colour);
  if (shape == Shape::circle) {
    pieces_ += fmt::format("<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"5.5\" {}/>\n", x, y, look);
  } else {
    pieces_ += fmt::format("<polygon points=\"{}\" transform=\"translate({:.1f} {:.1f})\" {}/>\n",
                           corners(shape), x, y, look);
  }
}

void SvgPen::text(double x, double y, std::string_view text, const TextLook& look) {
  pieces_ += fmt::format(
      "<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"{}\" font-size=\"{}\" "
      "fill=\"{}\"{}>{}</text>\n",
      x, y, name(look.anchor), look.size, kInk, look.bold ? " font-weight=\"bold\"" : "",
      escaped(text));
}

std::string SvgPen::picture(std::string_view id, std::string_view title,
                            std::string_view description, double width, double height) const {
  return fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"{0}-t {0}-d\" "
      "viewBox=\"0 0 {1:.0f} {2:.0f}\" width=\"{1:.0f}\" height=\"{2:.0f}\" "
      "font-family=\"Andika, 'Segoe UI', 'Noto Sans', Verdana, sans-serif\">\n"
      "<title id=\"{0}-t\">{3}</title>\n<desc id=\"{0}-d\">{4}</desc>\n{5}</svg>\n",
      escaped(id), width, height, escaped(title), escaped(description), pieces_);
}

std::vector<std::string> wrapped(std::string_view text, std::size_t most) {
  std::vector<std::string> lines;
  std::string line;
  for (std::size_t at = 0; at <= text.size();) {
    const auto end = std::min(text.find(' ', at), text.size());
    const std::string word(text.substr(at, end - at));
    const bool fits = count_code_points(line) + 1 + count_code_points(word) <= most;
    if (!line.empty() && !fits) {
      lines.push_back(std::move(line));
      line.clear();
    }
    line += (line.empty() ? "" : " ") + word;
    at = end + 1;
  }
  lines.push_back(std::move(line));
  return lines;
}

}  // namespace nest::store
