#include <doctest/doctest.h>

#include "stage/gpu_canvas.h"
#include "stage/offscreen.h"
#include "unit/stage/fakes.h"

using namespace nest;
using namespace nest::stage;

namespace {

using Renderer = std::unique_ptr<SDL_Renderer, Freed<SDL_DestroyRenderer>>;

/// The GPU canvas on SDL's software renderer.
struct Textured {
  explicit Textured(PxSize size, const MediaSource& media, const Fonts& fonts)
      : surface(blank_surface(size)),
        renderer(own<Renderer>(SDL_CreateSoftwareRenderer(surface.get()), "renderer")),
        canvas(*renderer),
        images(media, {}),
        sprites(images, fonts, {}),
        painter(canvas, sprites, images) {}

  Surface surface;
  Renderer renderer;
  GpuCanvas canvas;
  Images images;
  Sprites sprites;
  Painter painter;
};

}  // namespace

TEST_CASE("canvas: surface and GPU show the same picture within a small tolerance") {
  const SomePictures media;
  const Fonts fonts;
  Offscreen surface({960, 540}, media, fonts);
  Textured gpu({960, 540}, media, fonts);
  for (std::uint64_t seed = 0; seed < 30; ++seed) {
    CAPTURE(seed);
    Random random(seed);
    const Frame frame = any_frame(random);
    gpu.painter.paint(frame);
    gpu.painter.settle();
    const auto difference = compare(surface.render(frame), *gpu.surface, 6);
    CHECK(difference.same_size);
    CHECK(difference.beyond == 0);
    CAPTURE(difference.largest);
  }
}

TEST_CASE("canvas: a sprite that takes a dead one's place in memory shows itself") {
  const SomePictures media;
  const Fonts fonts;
  Textured gpu({64, 64}, media, fonts);
  const std::array<PxRect, 1> all{PxRect{0, 0, 64, 64}};
  for (int i = 0; i < 50; ++i) {
    const Colour colour = rgb(static_cast<std::uint32_t>(i) * 0x040302);
    auto sprite = std::make_shared<Sprite>(PxSize{8, 8}, 0, 0);
    std::fill_n(sprite->pixels(), 64, premultiplied(colour));
    gpu.canvas.begin(all[0]);
    gpu.canvas.blit(sprite, 0, 0, 1);
    gpu.canvas.end(all);
    const auto pixel = *static_cast<const std::uint32_t*>(gpu.surface->pixels) & 0xFFFFFFU;
    CHECK(pixel == (premultiplied(colour) & 0xFFFFFFU));
  }
}

TEST_CASE("compare: the difference is measured, a little of it tolerated") {
  const Surface a = blank_surface({4, 4});
  const Surface b = blank_surface({4, 4});
  CHECK(compare(*a, *b, 0).beyond == 0);
  static_cast<std::uint32_t*>(b->pixels)[5] = 0x030000;
  CHECK(compare(*a, *b, 3).beyond == 0);
  CHECK(compare(*a, *b, 2).beyond == 1);
  CHECK(compare(*a, *b, 2).largest == 3);
  CHECK_FALSE(compare(*a, *blank_surface({4, 5}), 0).same_size);
}
