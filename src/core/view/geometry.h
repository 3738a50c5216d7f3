#pragma once
// Points, boxes and colours in canvas units: the stage is 1920 x 1080 of them, whatever the window.
#include <algorithm>
#include <cstdint>

namespace nest {

inline constexpr float kCanvasWidth = 1920.0F;
inline constexpr float kCanvasHeight = 1080.0F;

struct Point {
  float x = 0, y = 0;
  bool operator==(const Point&) const = default;
};
inline Point operator+(Point a, Point b) {
  return {a.x + b.x, a.y + b.y};
}
inline Point operator-(Point a, Point b) {
  return {a.x - b.x, a.y - b.y};
}
inline Point operator*(Point a, float s) {
  return {a.x * s, a.y * s};
}

struct Rect {
  float x = 0, y = 0, w = 0, h = 0;
  bool operator==(const Rect&) const = default;

  float right() const { return x + w; }
  float bottom() const { return y + h; }
  Point centre() const { return {x + w / 2, y + h / 2}; }
  bool empty() const { return w <= 0 || h <= 0; }
  bool contains(Point p) const { return p.x >= x && p.x < right() && p.y >= y && p.y < bottom(); }
  bool overlaps(const Rect& o) const {
    return x < o.right() && o.x < right() && y < o.bottom() && o.y < bottom();
  }
  Rect grown(float by) const { return {x - by, y - by, w + 2 * by, h + 2 * by}; }
  Rect moved(Point by) const { return {x + by.x, y + by.y, w, h}; }
  static Rect around(Point c, float w, float h) { return {c.x - w / 2, c.y - h / 2, w, h}; }
};

inline Rect united(const Rect& a, const Rect& b) {
  if (a.empty()) return b;
  if (b.empty()) return a;
  const float x = std::min(a.x, b.x);
  const float y = std::min(a.y, b.y);
  return {x, y, std::max(a.right(), b.right()) - x, std::max(a.bottom(), b.bottom()) - y};
}
inline Rect clipped(const Rect& a, const Rect& b) {
  const float x = std::max(a.x, b.x);
  const float y = std::max(a.y, b.y);
  return {x, y, std::min(a.right(), b.right()) - x, std::min(a.bottom(), b.bottom()) - y};
}

inline constexpr Rect kCanvas{0, 0, kCanvasWidth, kCanvasHeight};

/// Straight (not premultiplied) sRGB with alpha, 0-255 each.
struct Colour {
  std::uint8_t r = 0, g = 0, b = 0, a = 255;
  bool operator==(const Colour&) const = default;
  constexpr Colour faded(float opacity) const {
    const float o = opacity < 0 ? 0.0F : (opacity > 1 ? 1.0F : opacity);
    return {r, g, b, static_cast<std::uint8_t>(static_cast<float>(a) * o + 0.5F)};
  }
};
inline constexpr Colour rgb(std::uint32_t hex) {
  return {static_cast<std::uint8_t>(hex >> 16U), static_cast<std::uint8_t>(hex >> 8U),
          static_cast<std::uint8_t>(hex), 255};
}
/// Between two opaque colours: `a` at 0, `b` at 1.
constexpr Colour mixed(Colour a, Colour b, float t) {
  const auto part = [t](std::uint8_t from, std::uint8_t to) {
    return static_cast<std::uint8_t>(static_cast<float>(from) * (1 - t) +
                                     static_cast<float>(to) * t + 0.5F);
  };
  return {part(a.r, b.r), part(a.g, b.g), part(a.b, b.b), 255};
}

}  // namespace nest
