#pragma once
// A canvas on an SDL renderer: textures made from the very same sprites, painted into a texture
// that keeps its picture between frames, so that here, too, only the damage is painted.
// Not here: choosing a driver (see Window).
#include <cstddef>

#include "stage/canvas.h"
#include "stage/lru.h"

namespace nest::stage {

class GpuCanvas : public Canvas {
 public:
  /// `renderer` must outlive the canvas and be able to paint into textures; throws StageError if
  /// it is not. `budget`: bytes of textures.
  explicit GpuCanvas(SDL_Renderer& renderer, std::size_t budget = kTextureBudget);

  PxSize size() const override { return size_; }
  void begin(const PxRect& box) override;
  void fill(const PxRect& box, Colour colour) override;
  void blit(const SpriteRef& sprite, int x, int y, float opacity) override;
  void hurry(const PxRect& /*box*/) override {}  // it presents whole pictures only
  void end(std::span<const PxRect> boxes) override;

  /// The output has another size, or the driver lost its textures: everything is painted anew.
  void reset();

  static constexpr std::size_t kTextureBudget = 96U << 20U;

 private:
  using Texture = std::unique_ptr<SDL_Texture, Freed<SDL_DestroyTexture>>;
  struct Kept {
    std::weak_ptr<const Sprite> sprite;  ///< another sprite may come to live at the same address
    Texture texture;
  };

  SDL_Texture& texture_of(const SpriteRef& sprite);

  SDL_Renderer& renderer_;
  SDL_BlendMode blend_;
  bool straight_ = false;  ///< the driver knows no premultiplied blending
  PxSize size_;
  Texture back_;
  Lru<const Sprite*, Kept> textures_;
};

}  // namespace nest::stage
