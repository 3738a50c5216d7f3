#include "stage/viewport.h"

#include <algorithm>
#include <cmath>

#include "core/base/overloaded.h"

namespace nest::stage {
namespace {

int round_px(float v) {
  return static_cast<int>(std::lround(v));
}

/// Opacity in the 255 steps that a pixel knows.
float snap_opacity(float opacity) {
  return std::round(opacity * 255.0F) / 255.0F;
}

/// A quarter turn more or less is the same picture; into [0, 360).
float snap_turn(float turn, float step) {
  const float steps = std::round(360.0F / step);
  const float n = std::round(turn / step);
  const float wrapped = n - steps * std::floor(n / steps);
  return wrapped * step;
}

}  // namespace

PxRect clipped(const PxRect& a, const PxRect& b) {
  const int x = std::max(a.x, b.x);
  const int y = std::max(a.y, b.y);
  return {x, y, std::min(a.right(), b.right()) - x, std::min(a.bottom(), b.bottom()) - y};
}

float turn_step(PxSize size) {
  return std::max(size.w, size.h) > 120 ? 0.5F : 1.0F;
}

Viewport::Viewport(PxSize window) : window_(window) {
  const float sx = static_cast<float>(window.w) / kCanvasWidth;
  const float sy = static_cast<float>(window.h) / kCanvasHeight;
  scale_ = std::min(sx, sy);
  const int w = std::min(window.w, round_px(kCanvasWidth * scale_));
  const int h = std::min(window.h, round_px(kCanvasHeight * scale_));
  stage_ = {(window.w - w) / 2, (window.h - h) / 2, w, h};
  for (const PxRect bar : {PxRect{0, 0, window.w, stage_.y},
                           PxRect{0, stage_.bottom(), window.w, window.h - stage_.bottom()},
                           PxRect{0, stage_.y, stage_.x, h},
                           PxRect{stage_.right(), stage_.y, window.w - stage_.right(), h}}) {
    if (!bar.empty()) bars_.push_back(bar);
  }
}

PxRect Viewport::fill_box(const Rect& box) const {
  const int x = round_px(box.x * scale_);
  const int y = round_px(box.y * scale_);
  return {stage_.x + x, stage_.y + y, round_px(box.right() * scale_) - x,
          round_px(box.bottom() * scale_) - y};
}

PxRect Viewport::picture_box(const Rect& box) const {
  return {stage_.x + round_px(box.x * scale_), stage_.y + round_px(box.y * scale_),
          round_px(box.w * scale_), round_px(box.h * scale_)};
}

PxRect Viewport::pixel(Point at) const {
  return {stage_.x + round_px(at.x * scale_), stage_.y + round_px(at.y * scale_), 1, 1};
}

PxRect Viewport::cover(const Rect& box) const {
  // Rounding to whole pixels moves a picture by up to one, a turned one by one more.
  constexpr int kSpare = 2;
  const int x = static_cast<int>(std::floor(box.x * scale_)) - kSpare;
  const int y = static_cast<int>(std::floor(box.y * scale_)) - kSpare;
  const int right = static_cast<int>(std::ceil(box.right() * scale_)) + kSpare;
  const int bottom = static_cast<int>(std::ceil(box.bottom() * scale_)) + kSpare;
  return clipped({stage_.x + x, stage_.y + y, right - x, bottom - y}, stage_);
}

Point Viewport::to_canvas(Point px) const {
  return {(px.x - static_cast<float>(stage_.x)) / scale_,
          (px.y - static_cast<float>(stage_.y)) / scale_};
}

Rect Viewport::back(const PxRect& px) const {
  const Point at = to_canvas({static_cast<float>(px.x), static_cast<float>(px.y)});
  return {at.x, at.y, static_cast<float>(px.w) / scale_, static_cast<float>(px.h) / scale_};
}

DrawOp Viewport::snap(const DrawOp& op) const {
  return std::visit(
      Overloaded{[this](FillOp fill) -> DrawOp {
                   fill.box = back(fill_box(fill.box));
                   fill.radius = std::round(fill.radius * scale_) / scale_;
                   return fill;
                 },
                 [this](PictureOp picture) -> DrawOp {
                   const PxRect px = picture_box(picture.box);
                   picture.box = back(px);
                   picture.turn = snap_turn(picture.turn, turn_step({px.w, px.h}));
                   picture.opacity = snap_opacity(picture.opacity);
                   return picture;
                 },
                 [this](TextOp text) -> DrawOp {
                   const PxRect px = pixel(text.at);
                   text.at = to_canvas({static_cast<float>(px.x), static_cast<float>(px.y)});
                   return text;
                 }},
      op);
}

}  // namespace nest::stage
