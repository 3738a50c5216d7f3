#include "stage/offscreen.h"

#include <SDL2/SDL_image.h>

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace nest::stage {
namespace {

constexpr std::uint32_t kFormat = SDL_PIXELFORMAT_RGB888;

Surface as_format(SDL_Surface& surface) {
  return own<Surface>(SDL_ConvertSurfaceFormat(&surface, kFormat, 0), "converting a picture");
}

const std::uint32_t* row(const SDL_Surface& surface, int y) {
  return reinterpret_cast<const std::uint32_t*>(static_cast<const unsigned char*>(surface.pixels) +
                                                std::ptrdiff_t{y} * surface.pitch);
}

int largest_step(std::uint32_t a, std::uint32_t b) {
  int largest = 0;
  for (const unsigned shift : {0U, 8U, 16U}) {
    const auto channel = [shift](std::uint32_t p) { return static_cast<int>(p >> shift & 255U); };
    largest = std::max(largest, std::abs(channel(a) - channel(b)));
  }
  return largest;
}

}  // namespace

Surface blank_surface(PxSize size) {
  return own<Surface>(SDL_CreateRGBSurfaceWithFormat(0, size.w, size.h, 32, kFormat),
                      "making room for a picture");
}

Offscreen::Offscreen(PxSize size, const MediaSource& media, const Fonts& fonts, Sprites::Note note)
    : images_(media, {}),
      sprites_(images_, fonts, std::move(note)),
      surface_(blank_surface(size)),
      canvas_(*surface_),
      painter_(canvas_, sprites_, images_) {}

SDL_Surface& Offscreen::render(const Frame& frame) {
  painter_.paint(frame);
  painter_.settle();
  return *surface_;
}

void save_png(SDL_Surface& surface, const std::string& path) {
  if (IMG_SavePNG(&surface, path.c_str()) != 0) {
    throw StageError("writing the picture " + path + ": " + IMG_GetError());
  }
}

Surface load_png(const std::string& path) {
  const auto loaded = own<Surface>(IMG_Load(path.c_str()), "reading a picture");
  return as_format(*loaded);
}

Difference compare(SDL_Surface& a, SDL_Surface& b, int tolerance) {
  Difference found;
  found.same_size = a.w == b.w && a.h == b.h;
  const Surface left = as_format(a);
  const Surface right = as_format(b);
  for (int y = 0; y < std::min(a.h, b.h); ++y) {
    for (int x = 0; x < std::min(a.w, b.w); ++x) {
      const int step = largest_step(row(*left, y)[x], row(*right, y)[x]);
      found.largest = std::max(found.largest, step);
      if (step > tolerance) ++found.beyond;
    }
  }
  return found;
}

Surface difference_picture(SDL_Surface& a, SDL_Surface& b) {
  const Surface left = as_format(a);
  const Surface right = as_format(b);
  Surface out = blank_surface({std::min(a.w, b.w), std::min(a.h, b.h)});
  for (int y = 0; y < out->h; ++y) {
    auto* to = reinterpret_cast<std::uint32_t*>(static_cast<unsigned char*>(out->pixels) +
                                                std::ptrdiff_t{y} * out->pitch);
    for (int x = 0; x < out->w; ++x) {
      const int step = largest_step(row(*left, y)[x], row(*right, y)[x]);
      to[x] = step == 0 ? 0U : 0x404040U | static_cast<std::uint32_t>(step) << 16U;
    }
  }
  return out;
}

}  // namespace nest::stage
