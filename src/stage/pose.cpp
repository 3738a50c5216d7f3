#include "stage/pose.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <numbers>
#include <utility>

namespace nest::stage {
namespace {

/// Two pixels side by side, four channels each; the compiler makes one register of it.
using Lanes = std::uint16_t __attribute__((vector_size(16)));
using HalfLanes = std::uint8_t __attribute__((vector_size(8)));

/// Source coordinates are counted in 1/65536 of a pixel; of these 7 bits weigh two neighbours, so
/// that a weighed channel fits into 16 bits.
constexpr int kFraction = 16, kWeight = 7;
constexpr std::int64_t kOne = std::int64_t{1} << kFraction;

std::int64_t fixed(float value) {
  return std::llround(static_cast<double>(value) * static_cast<double>(kOne));
}

/// How much of a fraction the right neighbour and the lower ones have, ready for every channel.
struct Weights {
  Lanes across, down;
};
constexpr std::uint16_t kAll = 1U << kWeight;

const std::array<Weights, kAll>& weights() {
  static const auto kTable = [] {
    std::array<Weights, kAll> table{};
    for (std::uint16_t r = 0; r < kAll; ++r) {
      const auto l = static_cast<std::uint16_t>(kAll - r);
      table[r] = {Lanes{l, l, l, l, r, r, r, r}, Lanes{r, r, r, r, r, r, r, r}};
    }
    return table;
  }();
  return kTable;
}

const Weights& weight(std::int64_t coordinate) {
  return weights()[static_cast<std::size_t>((coordinate & (kOne - 1)) >> (kFraction - kWeight))];
}

Lanes lanes(const std::uint32_t* two) {
  HalfLanes bytes;
  std::memcpy(&bytes, two, sizeof bytes);
  return __builtin_convertvector(bytes, Lanes);
}

/// The pixel between four, `upper` and `lower` each two side by side. A channel of 255 weighed with
/// 128 is below 2^15; differences may wrap around, their sums do not.
std::uint32_t between(const std::uint32_t* upper, const std::uint32_t* lower, const Lanes& across,
                      const Lanes& down) {
  constexpr std::uint16_t kHalf = kAll / 2;
  const Lanes top = lanes(upper);
  const Lanes column = ((top << kWeight) + (lanes(lower) - top) * down + kHalf) >> kWeight;
  const Lanes weighed = column * across;
  const Lanes swapped = __builtin_shufflevector(weighed, weighed, 4, 5, 6, 7, 0, 1, 2, 3);
  const Lanes sum = (weighed + swapped + kHalf) >> kWeight;
  const HalfLanes bytes = __builtin_convertvector(sum, HalfLanes);
  std::uint32_t pixel = 0;
  std::memcpy(&pixel, &bytes, sizeof pixel);
  return pixel;
}

struct Run {
  int begin, end;
};

std::int64_t floor_div(std::int64_t a, std::int64_t b) {
  return a / b - (a % b < 0 ? 1 : 0);
}

/// Those x of `within` for which low <= at + x * step < high.
Run run_where(std::int64_t at, std::int64_t step, std::int64_t low, std::int64_t high, Run within) {
  std::int64_t begin = within.begin;
  std::int64_t end = within.end;
  if (step == 0 && (at < low || at >= high)) return {within.begin, within.begin};
  if (step > 0) {
    begin = std::max(begin, -floor_div(at - low, step));
    end = std::min(end, -floor_div(at - high, step));
  }
  if (step < 0) {
    begin = std::max(begin, floor_div(at - high, -step) + 1);
    end = std::min(end, floor_div(at - low, -step) + 1);
  }
  if (begin >= end) return {within.begin, within.begin};
  return {static_cast<int>(begin), static_cast<int>(end)};
}

/// A walk over the source, one step for each pixel of a row.
struct Walk {
  const Sprite& from;
  std::int64_t u, v, du, dv;

  /// The x of a row at which source pixels (column, row) with low <= both < size - margin lie.
  Run where(std::int64_t low, std::int64_t margin, Run within) const {
    const auto side = [&](int length) { return (std::int64_t{length} - margin) * kOne; };
    return run_where(v, dv, low * kOne, side(from.size().h),
                     run_where(u, du, low * kOne, side(from.size().w), within));
  }
  /// All four neighbours lie inside.
  std::uint32_t inner(int x) const {
    const std::int64_t at_u = u + x * du;
    const std::int64_t at_v = v + x * dv;
    const auto* upper = from.pixels() + (at_v >> kFraction) * from.size().w + (at_u >> kFraction);
    const auto* lower = upper + from.size().w;
    // Much of a turned picture's box is empty.
    if ((upper[0] | upper[1] | lower[0] | lower[1]) == 0) return 0;
    return between(upper, lower, weight(at_u).across, weight(at_v).down);
  }
  /// Some of the four may not be there.
  std::uint32_t edge(int x) const {
    const std::int64_t at_u = u + x * du;
    const std::int64_t at_v = v + x * dv;
    const auto pixel = [&](std::int64_t column, std::int64_t row) {
      const bool inside = column >= 0 && row >= 0 && column < from.size().w && row < from.size().h;
      return inside ? from.pixels()[row * from.size().w + column] : 0U;
    };
    const auto column = at_u >> kFraction;
    const auto row = at_v >> kFraction;
    const std::uint32_t upper[] = {pixel(column, row), pixel(column + 1, row)};
    const std::uint32_t lower[] = {pixel(column, row + 1), pixel(column + 1, row + 1)};
    return between(upper, lower, weight(at_u).across, weight(at_v).down);
  }
  void fill(std::uint32_t* row, int width) const {
    const Run touched = where(-1, 0, {0, width});
    const Run inside = where(0, 1, touched);
    std::fill_n(row, touched.begin, 0U);
    int x = touched.begin;
    for (; x < inside.begin; ++x) row[x] = edge(x);
    for (; x < inside.end; ++x) row[x] = inner(x);
    for (; x < touched.end; ++x) row[x] = edge(x);
    std::fill(row + x, row + width, 0U);
  }
};

/// Turning about a pose's centres, there and back.
struct Turn {
  explicit Turn(const Pose& how)
      : pose(how),
        c(std::cos(how.turn * std::numbers::pi_v<float> / 180.0F)),
        s(std::sin(how.turn * std::numbers::pi_v<float> / 180.0F)) {}
  Point there(Point from) const {
    const Point q = from - pose.from_centre;
    const Point p = Point{pose.flip ? -q.x : q.x, q.y} * pose.scale;
    return Point{p.x * c - p.y * s, p.x * s + p.y * c} + pose.to_centre;
  }
  Point back(Point to) const {
    const Point q = to - pose.to_centre;
    const Point p = Point{q.x * c + q.y * s, q.y * c - q.x * s} * (1 / pose.scale);
    return Point{pose.flip ? -p.x : p.x, p.y} + pose.from_centre;
  }
  const Pose& pose;
  float c, s;
};

/// Where the source rectangle's corners fall: the smallest whole-pixel box around them.
PxRect posed_box(const Sprite& from, const Turn& turn) {
  float x0 = 1e9F, y0 = 1e9F, x1 = -1e9F, y1 = -1e9F;
  for (const float ex : {0.0F, 1.0F}) {
    for (const float ey : {0.0F, 1.0F}) {
      const Point at =
          turn.there({static_cast<float>(from.left()) + ex * static_cast<float>(from.size().w),
                      static_cast<float>(from.top()) + ey * static_cast<float>(from.size().h)});
      x0 = std::min(x0, at.x);
      y0 = std::min(y0, at.y);
      x1 = std::max(x1, at.x);
      y1 = std::max(y1, at.y);
    }
  }
  constexpr float kHair = 0.01F;  // float dust must not cost a row of pixels
  const int x = static_cast<int>(std::floor(x0 + kHair));
  const int y = static_cast<int>(std::floor(y0 + kHair));
  return {x, y, static_cast<int>(std::ceil(x1 - kHair)) - x,
          static_cast<int>(std::ceil(y1 - kHair)) - y};
}

}  // namespace

Sprite posed(const Sprite& from, const Pose& pose) {
  if (from.empty()) return {};
  const Turn turn(pose);
  const PxRect box = posed_box(from, turn);
  if (box.empty()) return {};
  Sprite out({box.w, box.h}, box.x, box.y);
  // From the middle of a pixel to the middle of a pixel.
  const Point middle{static_cast<float>(box.x) + 0.5F, static_cast<float>(box.y) + 0.5F};
  const Point first = turn.back(middle);
  const Point right = turn.back(middle + Point{1, 0}) - first;
  const Point down = turn.back(middle + Point{0, 1}) - first;
  const float u = first.x - static_cast<float>(from.left()) - 0.5F;
  const float v = first.y - static_cast<float>(from.top()) - 0.5F;
  for (int y = 0; y < box.h; ++y) {
    const auto row = static_cast<float>(y);
    const Walk walk{from, fixed(u + row * down.x), fixed(v + row * down.y), fixed(right.x),
                    fixed(right.y)};
    walk.fill(out.pixels() + std::ptrdiff_t{y} * box.w, box.w);
  }
  return trimmed(std::move(out), box.x, box.y);
}

}  // namespace nest::stage
