#include "stage/surface_canvas.h"

#include <pixman.h>

#include <cmath>

namespace nest::stage {
namespace {

constexpr std::uint16_t wide(std::uint8_t value) {
  return static_cast<std::uint16_t>(value * 257);
}

pixman_color_t premultiplied_wide(Colour c) {
  const auto part = [&c](std::uint8_t v) {
    return static_cast<std::uint16_t>(wide(v) * c.a / 255);
  };
  return {part(c.r), part(c.g), part(c.b), wide(c.a)};
}

}  // namespace

bool paintable(const SDL_PixelFormat& format) {
  return format.BytesPerPixel == 4 && format.Bmask == 0x000000FFU && format.Gmask == 0x0000FF00U &&
         format.Rmask == 0x00FF0000U;
}

SurfaceCanvas::SurfaceCanvas(SDL_Surface& surface, Present present) : present_(std::move(present)) {
  retarget(surface);
}

void SurfaceCanvas::retarget(SDL_Surface& surface) {
  if (!paintable(*surface.format)) {
    throw StageError(std::string("this pixel format is not one we can paint on: ") +
                     SDL_GetPixelFormatName(surface.format->format));
  }
  size_ = {surface.w, surface.h};
  image_.reset(pixman_image_create_bits(PIXMAN_x8r8g8b8, surface.w, surface.h,
                                        static_cast<std::uint32_t*>(surface.pixels),
                                        surface.pitch));
}

void SurfaceCanvas::fill(const PxRect& box, Colour colour) {
  const PxRect px = clipped(box, clip_);
  if (px.empty()) return;
  const pixman_box32_t area{px.x, px.y, px.right(), px.bottom()};
  const pixman_color_t paint = premultiplied_wide(colour);
  pixman_image_fill_boxes(colour.a == 255 ? PIXMAN_OP_SRC : PIXMAN_OP_OVER, image_.get(), &paint, 1,
                          &area);
}

void SurfaceCanvas::blit(const SpriteRef& sprite, int x, int y, float opacity) {
  const PxRect px = clipped({x, y, sprite->size().w, sprite->size().h}, clip_);
  if (px.empty()) return;
  PixmanImage mask;
  if (opacity < 1) {
    const pixman_color_t alpha{0, 0, 0,
                               static_cast<std::uint16_t>(std::lround(opacity * 65535.0F))};
    mask.reset(pixman_image_create_solid_fill(&alpha));
  }
  const pixman_op_t op = sprite->opaque() && !mask ? PIXMAN_OP_SRC : PIXMAN_OP_OVER;
  pixman_image_composite32(op, sprite->image(), mask.get(), image_.get(), px.x - x, px.y - y, 0, 0,
                           px.x, px.y, px.w, px.h);
}

void SurfaceCanvas::hurry(const PxRect& box) {
  end({&box, 1});
}

void SurfaceCanvas::end(std::span<const PxRect> boxes) {
  if (present_ && !boxes.empty()) present_(boxes);
}

}  // namespace nest::stage
