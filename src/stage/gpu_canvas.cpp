#include "stage/gpu_canvas.h"

#include <cmath>
#include <vector>

namespace nest::stage {
namespace {

SDL_BlendMode premultiplied_blending() {
  return SDL_ComposeCustomBlendMode(SDL_BLENDFACTOR_ONE, SDL_BLENDFACTOR_ONE_MINUS_SRC_ALPHA,
                                    SDL_BLENDOPERATION_ADD, SDL_BLENDFACTOR_ONE,
                                    SDL_BLENDFACTOR_ONE_MINUS_SRC_ALPHA, SDL_BLENDOPERATION_ADD);
}

SDL_Rect rect(const PxRect& r) {
  return {r.x, r.y, r.w, r.h};
}

std::uint32_t straight(std::uint32_t p) {
  const std::uint32_t a = p >> 24U;
  if (a == 0 || a == 255) return p;
  const auto part = [&](unsigned shift) {
    return std::min(255U, ((p >> shift & 255U) * 255U + a / 2) / a) << shift;
  };
  return a << 24U | part(16) | part(8) | part(0);
}

}  // namespace

GpuCanvas::GpuCanvas(SDL_Renderer& renderer, std::size_t budget)
    : renderer_(renderer), blend_(premultiplied_blending()), textures_(budget) {
  reset();
  straight_ = SDL_SetTextureBlendMode(back_.get(), blend_) != 0;
  if (straight_) blend_ = SDL_BLENDMODE_BLEND;
  SDL_SetTextureBlendMode(back_.get(), SDL_BLENDMODE_NONE);
}

void GpuCanvas::reset() {
  SDL_SetRenderTarget(&renderer_, nullptr);
  SDL_GetRendererOutputSize(&renderer_, &size_.w, &size_.h);
  textures_ = Lru<const Sprite*, Kept>(textures_.budget());
  back_ =
      own<Texture>(SDL_CreateTexture(&renderer_, SDL_PIXELFORMAT_ARGB8888, SDL_TEXTUREACCESS_TARGET,
                                     std::max(size_.w, 1), std::max(size_.h, 1)),
                   "making a back buffer");
  SDL_SetTextureBlendMode(back_.get(), SDL_BLENDMODE_NONE);
}

void GpuCanvas::begin(const PxRect& box) {
  if (SDL_GetRenderTarget(&renderer_) != back_.get()) {
    SDL_SetRenderTarget(&renderer_, back_.get());
  }
  const SDL_Rect clip = rect(box);
  SDL_RenderSetClipRect(&renderer_, &clip);
}

void GpuCanvas::fill(const PxRect& box, Colour colour) {
  if (box.empty()) return;
  SDL_SetRenderDrawBlendMode(&renderer_,
                             colour.a == 255 ? SDL_BLENDMODE_NONE : SDL_BLENDMODE_BLEND);
  SDL_SetRenderDrawColor(&renderer_, colour.r, colour.g, colour.b, colour.a);
  const SDL_Rect area = rect(box);
  SDL_RenderFillRect(&renderer_, &area);
}

void GpuCanvas::blit(const SpriteRef& sprite, int x, int y, float opacity) {
  if (sprite->empty()) return;
  SDL_Texture& texture = texture_of(sprite);
  const auto shine = static_cast<Uint8>(std::lround(opacity * 255.0F));
  SDL_SetTextureAlphaMod(&texture, shine);
  const Uint8 tint = straight_ ? 255 : shine;
  SDL_SetTextureColorMod(&texture, tint, tint, tint);
  SDL_SetTextureBlendMode(&texture, sprite->opaque() && shine == 255 ? SDL_BLENDMODE_NONE : blend_);
  const SDL_Rect to{x, y, sprite->size().w, sprite->size().h};
  SDL_RenderCopy(&renderer_, &texture, nullptr, &to);
}

void GpuCanvas::end(std::span<const PxRect> /*boxes*/) {
  SDL_RenderSetClipRect(&renderer_, nullptr);
  SDL_SetRenderTarget(&renderer_, nullptr);
  SDL_RenderCopy(&renderer_, back_.get(), nullptr, nullptr);
  SDL_RenderPresent(&renderer_);
  textures_.trim();
  textures_.begin_round();
}

SDL_Texture& GpuCanvas::texture_of(const SpriteRef& sprite) {
  if (Kept* kept = textures_.find(sprite.get()); kept != nullptr && !kept->sprite.expired()) {
    return *kept->texture;
  }
  const PxSize size = sprite->size();
  auto texture = own<Texture>(SDL_CreateTexture(&renderer_, SDL_PIXELFORMAT_ARGB8888,
                                                SDL_TEXTUREACCESS_STATIC, size.w, size.h),
                              "making a texture");
  if (straight_ && !sprite->opaque()) {
    const std::uint32_t* first = sprite->pixels();
    std::vector<std::uint32_t> pixels(first, first + std::ptrdiff_t{size.w} * size.h);
    for (auto& pixel : pixels) pixel = straight(pixel);
    SDL_UpdateTexture(texture.get(), nullptr, pixels.data(), size.w * 4);
  } else {
    SDL_UpdateTexture(texture.get(), nullptr, sprite->pixels(), size.w * 4);
  }
  return *textures_.put(sprite.get(), {sprite, std::move(texture)}, sprite->bytes()).texture;
}

}  // namespace nest::stage
