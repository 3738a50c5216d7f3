#pragma once
// A sprite is a small picture ready to be laid on the screen: premultiplied ARGB in device pixels,
// cut to what is not transparent. It never changes once it is in a cache.
// Not here: where it lies on the screen, who keeps it (see Sprites).
#include <cstddef>
#include <cstdint>
#include <memory>

#include "stage/sdl.h"
#include "stage/viewport.h"

union pixman_image;

namespace nest::stage {

void free_image(pixman_image* image) noexcept;
using PixmanImage = std::unique_ptr<pixman_image, Freed<free_image>>;

class Sprite {
 public:
  /// Transparent, and nothing of it.
  Sprite() = default;
  /// To be filled; `left`, `top`: where its first pixel lies from the point at which it is laid.
  Sprite(PxSize size, int left, int top);
  /// Takes over a surface of 32-bit pixels in rows without gaps, whatever they mean so far.
  explicit Sprite(Surface surface);

  PxSize size() const { return size_; }
  bool empty() const { return size_.empty(); }
  int left() const { return left_; }
  int top() const { return top_; }
  /// No pixel lets anything shine through.
  bool opaque() const { return opaque_; }
  std::size_t bytes() const;

  std::uint32_t* pixels() { return pixels_.get(); }
  const std::uint32_t* pixels() const { return pixels_.get(); }
  /// The same pixels for pixman; null if empty.
  pixman_image* image() const { return image_.get(); }

 private:
  friend Sprite trimmed(Sprite whole, int left, int top);

  PxSize size_;
  int left_ = 0, top_ = 0;
  bool opaque_ = false;
  std::shared_ptr<std::uint32_t[]> pixels_;  ///< owns its surface, if it came with one
  PixmanImage image_;
};

using SpriteRef = std::shared_ptr<const Sprite>;

/// Cut to the pixels that show; knows whether it is opaque. `left`, `top`: where the first pixel of
/// `whole` lies. What fills its box already is moved, not copied.
Sprite trimmed(Sprite whole, int left, int top);

/// From straight ARGB, RGBA, RGB or a palette: anything SDL can convert.
Sprite untrimmed_sprite_of(Surface surface);

/// A copy of this size, made with a filter that takes every source pixel into account.
Sprite scaled(const Sprite& from, PxSize to);

/// The upper left quarter of a disc of this radius (1 or more).
Sprite quarter_disc(int radius, Colour colour, bool flip_x, bool flip_y);

/// 0xAARRGGBB, premultiplied.
std::uint32_t premultiplied(Colour colour);

}  // namespace nest::stage
