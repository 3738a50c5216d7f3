#include "stage/svg_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <vector>

namespace nest::stage {
namespace {

constexpr std::size_t kMostSvgBytes = 256U << 10U;
/// Painting costs the shapes times their area.
constexpr std::ptrdiff_t kMostTags = 1500;

bool is_digit(char c) {
  return std::isdigit(static_cast<unsigned char>(c)) != 0;
}

/// The root tag's attribute; empty if it has none.
std::string_view attribute(std::string_view tag, std::string_view name) {
  for (std::size_t at = tag.find(name); at != std::string_view::npos; at = tag.find(name, at + 1)) {
    const bool alone = at > 0 && std::isspace(static_cast<unsigned char>(tag[at - 1])) != 0;
    std::string_view rest = tag.substr(at + name.size());
    rest.remove_prefix(std::min(rest.find_first_not_of(" \t\r\n"), rest.size()));
    if (!alone || !rest.starts_with('=')) continue;
    const std::size_t open = rest.find_first_of("\"'");
    if (open == std::string_view::npos) return {};
    rest.remove_prefix(open + 1);
    return rest.substr(0, rest.find_first_of("\"'"));
  }
  return {};
}

std::vector<double> numbers(std::string_view text) {
  std::vector<double> found;
  while (!text.empty()) {
    text.remove_prefix(std::min(text.find_first_not_of(" ,\t\r\n"), text.size()));
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{}) break;
    found.push_back(value);
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  }
  return found;
}

bool usual(double side) {
  return side >= 1 && side <= 100'000;
}

/// nanosvg guesses at a missing size and loses memory over an impossible one.
bool has_size(std::string_view svg) {
  const std::size_t open = svg.find("<svg");
  if (open == std::string_view::npos) return false;
  const std::string_view tag = svg.substr(open, svg.find('>', open) - open);
  const auto sides = [&tag](std::string_view name) { return numbers(attribute(tag, name)); };
  const auto view = sides("viewBox");
  const auto w = sides("width");
  const auto h = sides("height");
  const bool view_fits = view.size() == 4 && usual(view[2]) && usual(view[3]);
  const bool sides_fit = w.size() == 1 && h.size() == 1 && usual(w[0]) && usual(h[0]);
  if (view.empty()) return sides_fit;
  return view_fits && (sides_fit || (w.empty() && h.empty()));
}

/// Whether no number has an exponent or more than four digits before its point.
bool short_numbers(std::string_view svg) {
  constexpr std::size_t kMostDigits = 4;
  std::size_t digits = 0;
  bool fraction = false;
  bool colour = false;  // #4E9AD1
  for (const char c : svg) {
    colour = c == '#' || (colour && std::isalnum(static_cast<unsigned char>(c)) != 0);
    if (colour) continue;
    const bool digit = is_digit(c);
    if ((c == 'e' || c == 'E') && digits > 0) return false;
    fraction = digit ? fraction : c == '.';
    digits = digit ? digits + 1 : 0;
    if (digits > kMostDigits && !fraction) return false;
  }
  return true;
}

/// A dashed line costs its length divided by its dashes. Short coordinates and dashes of a unit or
/// more bound that.
bool harmless_dashes(std::string_view svg) {
  constexpr std::string_view kDashes = "dasharray";
  std::size_t at = svg.find(kDashes);
  if (at == std::string_view::npos) return true;
  if (!short_numbers(svg)) return false;
  for (; at != std::string_view::npos; at = svg.find(kDashes, at + 1)) {
    const std::size_t value = std::min(svg.find_first_of("0123456789.", at), svg.size());
    const auto dashes = numbers(svg.substr(value));
    if (std::none_of(dashes.begin(), dashes.end(), [](double dash) { return dash >= 1; })) {
      return false;
    }
  }
  return true;
}

}  // namespace

std::vector<SvgGap> svg_gaps(std::string_view svg) {
  // What nanosvg draws, and what an SVG may hold without being drawn.
  constexpr std::array<std::string_view, 16> kKnown{
      "svg",     "g",        "defs",    "path",     "rect",           "circle",
      "ellipse", "line",     "polygon", "polyline", "linearGradient", "radialGradient",
      "stop",    "metadata", "title",   "desc"};
  std::vector<SvgGap> gaps;
  for (std::size_t at = svg.find('<'); at != std::string_view::npos; at = svg.find('<', at + 1)) {
    if (svg.substr(at, 4) == "<!--") at = std::min(svg.find("-->", at), svg.size());
    const auto rest = svg.substr(std::min(at + 1, svg.size()));
    const auto name = rest.substr(0, std::min(rest.find_first_of(" \t\r\n/>"), rest.size()));
    const bool element = !name.empty() && std::isalpha(static_cast<unsigned char>(name[0])) != 0;
    // A name with a colon is a drawing program's own note.
    if (!element || name.find(':') != std::string_view::npos) continue;
    if (std::find(kKnown.begin(), kKnown.end(), name) != kKnown.end()) continue;
    gaps.push_back({at, fmt::format("<{}>", name.substr(0, 40))});
  }
  return gaps;
}

std::string svg_refusal(std::string_view svg) {
  if (svg.size() > kMostSvgBytes) return fmt::format("an SVG of {} bytes is too large", svg.size());
  if (std::count(svg.begin(), svg.end(), '<') > kMostTags) return "an SVG with too many shapes";
  if (!has_size(svg)) return "an SVG without a usual width and height or viewBox";
  if (!harmless_dashes(svg)) return "an SVG with dashes too fine or lines too long";
  return {};
}

}  // namespace nest::stage
