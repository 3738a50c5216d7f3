#pragma once
// What the painter paints on. Two of them exist, the window surface and the GPU; both are given the
// same sprites and show the same picture. Not here: what a frame is, what needs repainting.
#include <span>

#include "stage/sprite.h"

namespace nest::stage {

class Canvas {
 public:
  virtual ~Canvas() = default;
  /// Device pixels.
  virtual PxSize size() const = 0;
  /// What follows paints only inside `box`, which lies inside the canvas.
  virtual void begin(const PxRect& box) = 0;
  virtual void fill(const PxRect& box, Colour colour) = 0;
  /// Lays the sprite's first pixel at (x, y).
  virtual void blit(const SpriteRef& sprite, int x, int y, float opacity) = 0;
  /// Shows what was painted inside `box` before the rest is, where a part can be shown alone.
  virtual void hurry(const PxRect& box) = 0;
  /// Shows what was painted inside `boxes`, and so ends a picture: all of it was painted, and what
  /// is not in `boxes` was hurried.
  virtual void end(std::span<const PxRect> boxes) = 0;
};

}  // namespace nest::stage
