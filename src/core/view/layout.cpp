#include "core/view/layout.h"

#include <algorithm>
#include <cmath>

namespace nest {
namespace {

/// Byte offsets at which a line may begin, the end of the text included.
std::vector<std::size_t> break_points(const std::string& text) {
  std::vector<std::size_t> out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    // An ordinary space is where our texts break; hard spaces are U+00A0 and no break.
    if (text[at] == ' ') out.push_back(at + 1);
  }
  out.push_back(text.size());
  return out;
}

std::string_view trimmed(const std::string& text, std::size_t begin, std::size_t end) {
  while (end > begin && text[end - 1] == ' ') --end;
  return std::string_view(text).substr(begin, end - begin);
}

/// Greedy lines; a word that is wider than the width gets a line of its own.
std::vector<Paragraph::Line> greedy(const std::string& text, const TextMeasure& measure,
                                    const TextStyle& style, float width) {
  std::vector<Paragraph::Line> lines;
  std::size_t begin = 0;
  std::size_t last = 0;
  const auto emit = [&](std::size_t end) {
    const auto line = trimmed(text, begin, end);
    lines.push_back({std::string(line), begin, measure.width(line, style)});
    begin = end;
  };
  for (const auto point : break_points(text)) {
    if (last > begin && measure.width(trimmed(text, begin, point), style) > width) emit(last);
    last = point;
  }
  if (begin < text.size()) emit(text.size());
  return lines;
}

float widest(const std::vector<Paragraph::Line>& lines) {
  float width = 0;
  for (const auto& line : lines) width = std::max(width, line.width);
  return width;
}

/// The narrowest width that needs no more lines, so that no word is left alone on the last line.
std::vector<Paragraph::Line> balanced(const std::string& text, const TextMeasure& measure,
                                      const TextStyle& style, float width) {
  auto best = greedy(text, measure, style, width);
  float low = width / static_cast<float>(best.size() + 1);
  float high = width;
  for (int i = 0; i < 6 && best.size() > 1; ++i) {
    const float middle = (low + high) / 2;
    auto lines = greedy(text, measure, style, middle);
    if (lines.size() > best.size() || widest(lines) > std::max(middle, 1.0F)) {
      low = middle;
      continue;
    }
    best = std::move(lines);
    high = middle;
  }
  return best;
}

constexpr float kMmPerInch = 25.4F;
/// A canvas unit of 10.1" with 1280 x 800 pixels, in mm.
constexpr float kSmallestUnit = 0.113F;

}  // namespace

float ScreenMetrics::type(AgeBand age) const {
  constexpr float kSmallCanvas = 15.0F * kMmPerInch;  // 15.6" counts as large
  const float diagonal = mm_per_unit * std::hypot(kCanvas.w, kCanvas.h);
  const float x_height = diagonal < kSmallCanvas ? 4.0F : (age == AgeBand::a ? 7.0F : 5.0F);
  return std::floor(units(x_height) * 2.0F * letters);
}

ScreenMetrics ScreenMetrics::from_display(float diagonal_inches, float display_w, float display_h,
                                          float pixels_per_unit) {
  const float pixels = std::hypot(display_w, display_h);
  const float mm_per_pixel = diagonal_inches * kMmPerInch / pixels;
  return {std::max(mm_per_pixel * pixels_per_unit, kSmallestUnit), 1};
}

float Paragraph::width() const {
  return widest(lines);
}

std::size_t line_count(const std::string& text, const TextMeasure& measure, const TextStyle& style,
                       float width) {
  return greedy(text, measure, style, width).size();
}

Fitted fit_text(const std::string& text, const TextMeasure& measure, TextStyle style, float width,
                std::size_t max_lines, float least) {
  constexpr float kStep = 2.0F;
  for (;; style.size = std::max(least, style.size - kStep)) {
    Paragraph paragraph{balanced(text, measure, style, width), style};
    const bool fits = paragraph.lines.size() <= max_lines && paragraph.width() <= width;
    if (fits || style.size <= least) return {std::move(paragraph), fits};
  }
}

namespace {
Point line_start(const Paragraph& paragraph, const Rect& box, Align align, std::size_t i) {
  const float top = box.y + std::max(0.0F, (box.h - paragraph.height()) / 2);
  const float left = align == Align::left ? box.x : box.x + (box.w - paragraph.lines[i].width) / 2;
  return {left, top + static_cast<float>(i) * paragraph.style.size * kLineHeight};
}
}  // namespace

void draw_paragraph(Frame& frame, const Paragraph& paragraph, const Rect& box, Align align) {
  for (std::size_t i = 0; i < paragraph.lines.size(); ++i) {
    const auto& line = paragraph.lines[i];
    frame.line(line.text, line_start(paragraph, box, align, i), line.width, paragraph.style);
  }
}

Rect word_box(const Paragraph& paragraph, const TextMeasure& measure, const Rect& box, Align align,
              std::size_t begin, std::size_t end) {
  for (std::size_t i = 0; i < paragraph.lines.size(); ++i) {
    const auto& line = paragraph.lines[i];
    if (begin < line.begin || end > line.begin + line.text.size() || begin >= end) continue;
    const auto from = std::string_view(line.text).substr(0, begin - line.begin);
    const auto word = std::string_view(line.text).substr(begin - line.begin, end - begin);
    const Point at = line_start(paragraph, box, align, i);
    return {at.x + measure.width(from, paragraph.style), at.y, measure.width(word, paragraph.style),
            paragraph.style.size * kLineHeight};
  }
  return {};
}

std::vector<Rect> row(const Rect& box, std::size_t count, float width, float gap) {
  std::vector<Rect> out;
  const auto n = static_cast<float>(count);
  const float total = n * width + (n - 1) * gap;
  for (std::size_t i = 0; i < count; ++i) {
    out.push_back(
        {box.x + (box.w - total) / 2 + static_cast<float>(i) * (width + gap), box.y, width, box.h});
  }
  return out;
}

}  // namespace nest
