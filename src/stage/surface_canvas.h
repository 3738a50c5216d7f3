#pragma once
// A canvas on plain memory: pixman lays the sprites right onto an SDL surface. The fast way where
// there is no GPU.
#include <functional>

#include "stage/canvas.h"

namespace nest::stage {

/// 32 bits a pixel, blue in the lowest byte.
bool paintable(const SDL_PixelFormat& format);

class SurfaceCanvas : public Canvas {
 public:
  using Present = std::function<void(std::span<const PxRect>)>;

  /// `surface` must be paintable, else StageError, and outlive the canvas.
  /// `present` shows boxes of it; none for a picture that nobody watches.
  explicit SurfaceCanvas(SDL_Surface& surface, Present present = {});

  /// Paints on another surface from now on, under the same conditions.
  void retarget(SDL_Surface& surface);

  PxSize size() const override { return size_; }
  void begin(const PxRect& box) override { clip_ = box; }
  void fill(const PxRect& box, Colour colour) override;
  void blit(const SpriteRef& sprite, int x, int y, float opacity) override;
  void hurry(const PxRect& box) override;
  void end(std::span<const PxRect> boxes) override;

 private:
  PxSize size_;
  PixmanImage image_;
  Present present_;
  PxRect clip_;
};

}  // namespace nest::stage
