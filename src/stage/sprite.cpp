#include "stage/sprite.h"

#include <pixman.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <span>
#include <utility>

namespace nest::stage {
namespace {

constexpr std::uint32_t kAlpha = 0xFF000000U;

std::uint32_t* pixels_of(const SDL_Surface& surface) {
  return static_cast<std::uint32_t*>(surface.pixels);
}

PixmanImage image_on(std::uint32_t* pixels, PxSize size) {
  return PixmanImage(pixman_image_create_bits(PIXMAN_a8r8g8b8, size.w, size.h, pixels, size.w * 4));
}

/// The smallest box that holds every pixel with some alpha.
PxRect shown_box(const Sprite& sprite) {
  const PxSize size = sprite.size();
  PxRect box{size.w, size.h, 0, 0};
  int right = 0;
  int bottom = 0;
  for (int y = 0; y < size.h; ++y) {
    const std::uint32_t* row = sprite.pixels() + std::ptrdiff_t{y} * size.w;
    const auto shows = [](std::uint32_t p) { return p > 0x00FFFFFFU; };
    const auto* first = std::find_if(row, row + size.w, shows);
    if (first == row + size.w) continue;
    const auto* last = row + size.w;
    while (!shows(*(last - 1))) --last;
    box.x = std::min(box.x, static_cast<int>(first - row));
    right = std::max(right, static_cast<int>(last - row));
    box.y = std::min(box.y, y);
    bottom = y + 1;
  }
  box.w = right - box.x;
  box.h = bottom - box.y;
  return box;
}

}  // namespace

void free_image(pixman_image* image) noexcept {
  pixman_image_unref(image);
}

Sprite::Sprite(PxSize size, int left, int top)
    : size_(size),
      left_(left),
      top_(top),
      pixels_(std::make_unique_for_overwrite<std::uint32_t[]>(static_cast<std::size_t>(size.w) *
                                                              static_cast<std::size_t>(size.h))),
      image_(image_on(pixels_.get(), size)) {}

Sprite::Sprite(Surface surface)
    : size_{surface->w, surface->h}, image_(image_on(pixels_of(*surface), size_)) {
  auto* pixels = pixels_of(*surface);
  pixels_ = {std::shared_ptr<SDL_Surface>(std::move(surface)), pixels};
}

std::size_t Sprite::bytes() const {
  constexpr std::size_t kOwn = 200;
  return static_cast<std::size_t>(size_.w) * static_cast<std::size_t>(size_.h) * 4 + kOwn;
}

Sprite trimmed(Sprite whole, int left, int top) {
  if (whole.empty()) return {};
  const PxRect box = shown_box(whole);
  if (box.empty()) return {};
  const bool cut = box.w < whole.size().w || box.h < whole.size().h;
  Sprite out = cut ? Sprite({box.w, box.h}, 0, 0) : Sprite();
  bool opaque = true;
  for (int y = 0; y < box.h; ++y) {
    const auto* from = whole.pixels() + std::ptrdiff_t{box.y + y} * whole.size().w + box.x;
    opaque = opaque && std::all_of(from, from + box.w, [](auto p) { return p >= kAlpha; });
    if (cut) std::copy_n(from, box.w, out.pixels() + std::ptrdiff_t{y} * box.w);
  }
  if (!cut) out = std::move(whole);
  out.left_ = left + box.x;
  out.top_ = top + box.y;
  out.opaque_ = opaque;
  return out;
}

Sprite untrimmed_sprite_of(Surface surface) {
  if (surface->format->format == SDL_PIXELFORMAT_RGBA32 && surface->pitch == surface->w * 4) {
    // As the SVG rasteriser leaves them, often a whole screen: one walk, in place.
    auto* pixels = pixels_of(*surface);
    const std::span all(
        pixels, static_cast<std::size_t>(surface->w) * static_cast<std::size_t>(surface->h));
    for (auto& pixel : all) {
      const auto rgba = std::bit_cast<std::array<std::uint8_t, 4>>(pixel);
      // Most pixels of a scene are opaque; these only change the order of their bytes.
      pixel = rgba[3] == 255
                  ? (pixel & 0xFF00FF00U) | ((pixel & 0xFFU) << 16U) | ((pixel >> 16U) & 0xFFU)
                  : premultiplied({rgba[0], rgba[1], rgba[2], rgba[3]});
    }
    return Sprite(std::move(surface));
  }
  const Surface argb = own<Surface>(
      SDL_ConvertSurfaceFormat(surface.get(), SDL_PIXELFORMAT_ARGB8888, 0), "converting a picture");
  Sprite whole({argb->w, argb->h}, 0, 0);
  SDL_PremultiplyAlpha(argb->w, argb->h, SDL_PIXELFORMAT_ARGB8888, argb->pixels, argb->pitch,
                       SDL_PIXELFORMAT_ARGB8888, whole.pixels(), argb->w * 4);
  return whole;
}

Sprite scaled(const Sprite& from, PxSize to) {
  Sprite out(to, 0, 0);
  const double sx = static_cast<double>(from.size().w) / to.w;
  const double sy = static_cast<double>(from.size().h) / to.h;
  int count = 0;
  using Params = std::unique_ptr<pixman_fixed_t, Freed<std::free>>;
  const Params params(pixman_filter_create_separable_convolution(
      &count, pixman_double_to_fixed(sx), pixman_double_to_fixed(sy), PIXMAN_KERNEL_LINEAR,
      PIXMAN_KERNEL_LINEAR, PIXMAN_KERNEL_BOX, PIXMAN_KERNEL_BOX, 4, 4));
  pixman_transform_t transform;
  pixman_transform_init_scale(&transform, pixman_double_to_fixed(sx), pixman_double_to_fixed(sy));
  pixman_image_set_transform(from.image(), &transform);
  pixman_image_set_filter(from.image(), PIXMAN_FILTER_SEPARABLE_CONVOLUTION, params.get(), count);
  pixman_image_set_repeat(from.image(), PIXMAN_REPEAT_PAD);
  pixman_image_composite32(PIXMAN_OP_SRC, from.image(), nullptr, out.image(), 0, 0, 0, 0, 0, 0,
                           to.w, to.h);
  return out;
}

Sprite quarter_disc(int radius, Colour colour, bool flip_x, bool flip_y) {
  Sprite out({radius, radius}, 0, 0);
  const auto r = static_cast<float>(radius);
  for (int y = 0; y < radius; ++y) {
    for (int x = 0; x < radius; ++x) {
      const float dx = r - (static_cast<float>(x) + 0.5F);
      const float dy = r - (static_cast<float>(y) + 0.5F);
      const float inside = std::clamp(r - std::sqrt(dx * dx + dy * dy) + 0.5F, 0.0F, 1.0F);
      const int to_x = flip_x ? radius - 1 - x : x;
      const int to_y = flip_y ? radius - 1 - y : y;
      out.pixels()[std::ptrdiff_t{to_y} * radius + to_x] = premultiplied(colour.faded(inside));
    }
  }
  return out;
}

std::uint32_t premultiplied(Colour c) {
  if (c.a == 255) return kAlpha | std::uint32_t{c.r} << 16U | std::uint32_t{c.g} << 8U | c.b;
  const auto part = [&c](std::uint8_t v) {
    return static_cast<std::uint32_t>((v * c.a + 127) / 255);
  };
  return static_cast<std::uint32_t>(c.a) << 24U | part(c.r) << 16U | part(c.g) << 8U | part(c.b);
}

}  // namespace nest::stage
