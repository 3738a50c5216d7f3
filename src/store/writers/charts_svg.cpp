#include "store/writers/charts_svg.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <numeric>

#include "core/base/overloaded.h"
#include "store/writers/cell_text.h"
#include "store/writers/svg_pen.h"

namespace nest::store {
namespace {

constexpr double kWidth = 640;
constexpr double kLine = 20;  ///< from one line of text to the next

constexpr Stroke kBeforeStroke{kInk, 1.5, "4 3"};
constexpr Stroke kAfterStroke{kInk, 2, ""};

/// Lines of one slope chart differ by shape and dashes; more than four share them.
constexpr std::array<Shape, 4> kShapes{Shape::circle, Shape::square, Shape::triangle,
                                       Shape::diamond};
constexpr std::array<const char*, 4> kDashes{"", "9 5", "3 4", "12 4 3 4"};

std::string whole_percent(const ChartPoint& point, const Catalog& words) {
  const char* const sign = point.at_least ? "≥\u00A0" : point.at_most ? "≤\u00A0" : "";
  return sign + percent_text(point.value, words);
}

bool is_coded(const ChartPoint& point) {
  return point.at_least || point.at_most;
}

class SlopeDrawing {
 public:
  SlopeDrawing(const SlopeChart& chart, const Catalog& words) : chart_(chart), words_(words) {}

  std::string draw(const Chart& about) {
    axis();
    for (std::size_t i = 0; i < chart_.lines.size(); ++i) line(i);
    values(true);
    values(false);
    for (std::size_t i = 0; i < chart_.lines.size(); ++i) legend(i);
    const double height = kBottom + 48 + kLegendLine * static_cast<double>(chart_.lines.size());
    return pen_.picture(about.id, chart_title(about, words_), chart_description(about, words_),
                        kWidth, height);
  }

 private:
  static constexpr double kTop = 24, kBottom = 284, kBefore = 200, kAfter = 460;
  static constexpr double kLegendLine = 24, kAside = 22;

  static double y(double share) { return kBottom - share * (kBottom - kTop); }
  /// Lines stand a little beside each other, so that no interval hides another.
  double shift(std::size_t i) const {
    return (static_cast<double>(i) - static_cast<double>(chart_.lines.size() - 1) / 2) * 15;
  }

  void axis() {
    for (const double share : {0.0, 0.25, 0.5, 0.75, 1.0}) {
      pen_.line(90, y(share), 570, y(share), {kFaint, 1, ""});
      pen_.text(78, y(share) + 5, percent_text(share, words_), {Anchor::end, false, 13});
    }
    pen_.text(kBefore, kBottom + 28, words_.text("report.before"), {Anchor::middle, true, 15});
    pen_.text(kAfter, kBottom + 28, words_.text("report.after"), {Anchor::middle, true, 15});
  }
  void interval(double x, const ChartPoint& point, const Stroke& stroke) {
    if (is_coded(point)) return;
    const auto [low, high] = point.interval;
    pen_.line(x, y(low), x, y(high), stroke);
    for (const double end : {low, high}) pen_.line(x - 5, y(end), x + 5, y(end), {kInk, 1.5, ""});
  }
  void line(std::size_t i) {
    const auto& one = chart_.lines[i];
    const double before = kBefore + shift(i);
    const double after = kAfter + shift(i);
    pen_.line(before, y(one.before.value), after, y(one.after.value),
              {kWarm, 3, kDashes.at(i % kDashes.size())});
    interval(before, one.before, kBeforeStroke);
    interval(after, one.after, kAfterStroke);
    const auto shape = kShapes.at(i % kShapes.size());
    pen_.shape(shape, before, y(one.before.value), false, kInk);
    pen_.shape(shape, after, y(one.after.value), true, kWarm);
  }
  /// The figures at the outer side, pushed apart where they would overlap.
  void values(bool before) {
    const auto point = [&](std::size_t i) -> const ChartPoint& {
      return before ? chart_.lines[i].before : chart_.lines[i].after;
    };
    std::vector<std::size_t> order(chart_.lines.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return point(a).value > point(b).value; });
    const double reach = kAside + shift(chart_.lines.size() - 1);
    double free_from = 0;
    for (const auto i : order) {
      const double at = std::max(y(point(i).value) + 5, free_from);
      pen_.text(before ? kBefore - reach : kAfter + reach, at, whole_percent(point(i), words_),
                {before ? Anchor::end : Anchor::start, true, 16});
      free_from = at + kLine;
    }
  }
  void legend(std::size_t i) {
    const double at = kBottom + 58 + kLegendLine * static_cast<double>(i);
    pen_.line(90, at - 5, 130, at - 5, {kWarm, 3, kDashes.at(i % kDashes.size())});
    pen_.shape(kShapes.at(i % kShapes.size()), 110, at - 5, true, kWarm);
    pen_.text(142, at,
              fmt::format("{} (n\u00A0=\u00A0{})", cell_text(chart_.lines[i].label, words_),
                          chart_.lines[i].n));
  }

  const SlopeChart& chart_;
  const Catalog& words_;
  SvgPen pen_;
};

class DotDrawing {
 public:
  DotDrawing(const DotChart& chart, const Catalog& words) : chart_(chart), words_(words) {}

  std::string draw(const Chart& about) {
    legend();
    for (const auto& row : chart_.rows) draw_row(row);
    axis();
    return pen_.picture(about.id, chart_title(about, words_), chart_description(about, words_),
                        kWidth, y_ + 30);
  }

 private:
  static constexpr double kLeft = 40, kRight = 600, kTrack = 34;

  static double x(double share) { return kLeft + share * (kRight - kLeft); }

  void legend() {
    pen_.shape(Shape::circle, kLeft + 5, 15, false, kInk);
    pen_.text(kLeft + 20, 20, words_.text("report.before"));
    pen_.shape(Shape::diamond, kLeft + 205, 15, true, kWarm);
    pen_.text(kLeft + 220, 20, words_.text("report.after"));
  }
  void draw_row(const DotChart::Row& row) {
    constexpr std::size_t kLetters = 54;
    const auto lines = wrapped(cell_text(row.label, words_), kLetters);
    std::string values;
    if (row.before) values += whole_percent(*row.before, words_);
    if (row.after) values += (values.empty() ? "" : " → ") + whole_percent(*row.after, words_);
    y_ += 8;
    for (const auto& line : lines) {
      y_ += kLine;
      if (&line == &lines.front()) pen_.text(kRight, y_, values, {Anchor::end, true, 15});
      pen_.text(kLeft, y_, line);
    }
    const double middle = y_ + 8 + kTrack / 2;
    for (const double share : {0.0, 0.25, 0.5, 0.75, 1.0}) {
      pen_.line(x(share), middle - kTrack / 2, x(share), middle + kTrack / 2, {kFaint, 1, ""});
    }
    pen_.line(kLeft, middle, kRight, middle, {kFaint, 1, ""});
    if (row.before) dot(*row.before, middle - 7, true);
    if (row.after) dot(*row.after, middle + 7, false);
    y_ += 8 + kTrack;
  }
  /// A coded share is an arrow at its bound that points to where the figure lies.
  void dot(const ChartPoint& point, double at, bool before) {
    const char* const colour = before ? kInk : kWarm;
    if (is_coded(point)) {
      const auto arrow = point.at_least ? Shape::to_right : Shape::to_left;
      return pen_.shape(arrow, x(point.value), at, !before, colour);
    }
    pen_.line(x(point.interval.low), at, x(point.interval.high), at,
              before ? kBeforeStroke : kAfterStroke);
    pen_.shape(before ? Shape::circle : Shape::diamond, x(point.value), at, !before, colour);
  }
  void axis() {
    for (const double share : {0.0, 0.25, 0.5, 0.75, 1.0}) {
      pen_.text(x(share), y_ + 18, percent_text(share, words_), {Anchor::middle, false, 13});
    }
  }

  const DotChart& chart_;
  const Catalog& words_;
  SvgPen pen_;
  double y_ = 26;
};

std::string draw_bars(const BarChart& chart, const Chart& about, const Catalog& words) {
  constexpr double kLabels = 236, kLongest = 330, kBar = 22;
  constexpr std::size_t kLetters = 28;
  std::int64_t most = 1;
  for (const auto& bar : chart.bars) most = std::max(most, bar.n);
  SvgPen pen;
  double y = 4;
  for (const auto& bar : chart.bars) {
    const auto lines = wrapped(cell_text(bar.label, words), kLetters);
    const double height = std::max(kBar, kLine * static_cast<double>(lines.size()));
    for (std::size_t i = 0; i < lines.size(); ++i) {
      pen.text(kLabels - 10, y + 16 + kLine * static_cast<double>(i), lines[i],
               {Anchor::end, false, 15});
    }
    const double length = kLongest * static_cast<double>(bar.n) / static_cast<double>(most);
    pen.box(kLabels, y, std::max(length, 0.5), kBar, kWarm);
    pen.text(kLabels + length + 8, y + 16, fmt::to_string(bar.n), {Anchor::start, true, 15});
    y += height + 12;
  }
  return pen.picture(about.id, chart_title(about, words), chart_description(about, words), kWidth,
                     y);
}

std::string says(const std::string& what, const ChartPoint& point, const Catalog& words) {
  return fmt::format("{} {}", what, point_text(point, words));
}

}  // namespace

std::string chart_title(const Chart& chart, const Catalog& words) {
  const auto title = message_text(chart.title, words);
  return chart.topic.text.empty() ? title : fmt::format("{}: {}", title, chart.topic.text);
}

std::string chart_description(const Chart& chart, const Catalog& words) {
  const auto before = words.text("report.before");
  const auto after = words.text("report.after");
  std::string out;
  const auto sentence = [&](const Cell& label, const std::string& figures) {
    out += fmt::format("{}{}: {}.", out.empty() ? "" : " ", cell_text(label, words), figures);
  };
  std::visit(Overloaded{
                 [&](const SlopeChart& slopes) {
                   for (const auto& line : slopes.lines) {
                     sentence(line.label, fmt::format("{}, {}, n\u00A0=\u00A0{}",
                                                      says(before, line.before, words),
                                                      says(after, line.after, words), line.n));
                   }
                 },
                 [&](const DotChart& dots) {
                   for (const auto& row : dots.rows) {
                     std::string figures;
                     if (row.before) figures = says(before, *row.before, words);
                     if (row.after) {
                       figures += (figures.empty() ? "" : ", ") + says(after, *row.after, words);
                     }
                     sentence(row.label, figures);
                   }
                 },
                 [&](const BarChart& bars) {
                   for (const auto& bar : bars.bars) sentence(bar.label, fmt::to_string(bar.n));
                 },
             },
             chart.drawing);
  return out;
}

std::string chart_svg(const Chart& chart, const Catalog& words) {
  return std::visit(
      Overloaded{
          [&](const SlopeChart& slopes) {
            return slopes.lines.empty() ? std::string() : SlopeDrawing(slopes, words).draw(chart);
          },
          [&](const DotChart& dots) {
            return dots.rows.empty() ? std::string() : DotDrawing(dots, words).draw(chart);
          },
          [&](const BarChart& bars) {
            return bars.bars.empty() ? std::string() : draw_bars(bars, chart, words);
          },
      },
      chart.drawing);
}

}  // namespace nest::store
