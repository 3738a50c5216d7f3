#pragma once
// Where the 1920 x 1080 canvas lies in the window, in whole device pixels: scaled evenly, centred,
// with bars on the longer side. Snapping moves an op to the pixels it will really cover, so that
// two ops which look the same also compare equal. Not here: painting.
#include <span>
#include <vector>

#include "core/view/frame.h"

namespace nest::stage {

struct PxSize {
  int w = 0, h = 0;
  bool operator==(const PxSize&) const = default;
  bool empty() const { return w <= 0 || h <= 0; }
};

struct PxRect {
  int x = 0, y = 0, w = 0, h = 0;
  bool operator==(const PxRect&) const = default;
  bool empty() const { return w <= 0 || h <= 0; }
  int right() const { return x + w; }
  int bottom() const { return y + h; }
  bool overlaps(const PxRect& o) const {
    return x < o.right() && o.x < right() && y < o.bottom() && o.y < bottom();
  }
  bool covers(const PxRect& o) const {
    return x <= o.x && y <= o.y && right() >= o.right() && bottom() >= o.bottom();
  }
};

PxRect clipped(const PxRect& a, const PxRect& b);

class Viewport {
 public:
  explicit Viewport(PxSize window);

  PxSize window() const { return window_; }
  /// Device pixels per canvas unit.
  float scale() const { return scale_; }
  /// The canvas in the window.
  const PxRect& stage() const { return stage_; }
  /// The bars beside or above the canvas; empty if the window has its proportions.
  const std::vector<PxRect>& bars() const { return bars_; }

  /// Both edges rounded: boxes that touch on the canvas touch on the screen.
  PxRect fill_box(const Rect& box) const;
  /// Corner and size rounded: a box that moves keeps its size.
  PxRect picture_box(const Rect& box) const;
  PxRect pixel(Point at) const;
  /// Every pixel that the box may touch, one to spare, within the canvas.
  PxRect cover(const Rect& box) const;

  /// A point of the window, in pixels, on the canvas; outside the canvas for a point on a bar.
  Point to_canvas(Point px) const;

  /// The same op on whole pixels; snapping twice changes nothing.
  DrawOp snap(const DrawOp& op) const;

 private:
  Rect back(const PxRect& px) const;

  PxSize window_;
  float scale_ = 1;
  PxRect stage_;
  std::vector<PxRect> bars_;
};

/// The step of turns, in degrees, for a picture of this size: its rim stays within half a pixel.
float turn_step(PxSize size);

}  // namespace nest::stage
