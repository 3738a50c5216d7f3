#pragma once
// A sprite turned, mirrored or scaled, pixel by pixel: the one loop on which moving pictures spend
// their time. pixman does the same with one generic path for every format, about eight times as
// slowly (docs/adr/0014-own-sampler.md); where nothing turns, pixman paints.
#include "stage/sprite.h"

namespace nest::stage {

/// How a turned, mirrored or scaled copy is made: the copy's point q (from `to_centre`) shows the
/// source's point (unturned, unmirrored, q / scale) from `from_centre`.
struct Pose {
  float turn = 0;  ///< degrees, clockwise
  bool flip = false;
  float scale = 1;
  Point from_centre;  ///< in the source's own coordinates, whose first pixel is (left, top)
  Point to_centre;
};

/// Bilinear; what lies outside the source is transparent, so that turned edges are smooth.
Sprite posed(const Sprite& from, const Pose& pose);

}  // namespace nest::stage
