#include "stage/painter.h"

#include <doctest/doctest.h>

#include "stage/offscreen.h"
#include "unit/stage/fakes.h"

using namespace nest;
using namespace nest::stage;

namespace {

/// A painter on a surface, and what it presented.
struct Bench {
  explicit Bench(PxSize size, std::size_t budget = kSpriteBudget)
      : surface(blank_surface(size)),
        images(media, {}),
        sprites(
            images, fonts, [this](const std::string& note) { notes.push_back(note); }, budget),
        canvas(*surface,
               [this](std::span<const PxRect> boxes) {
                 presented.assign(boxes.begin(), boxes.end());
               }),
        painter(canvas, sprites, images) {}

  void show(const Frame& frame) {
    painter.paint(frame);
    painter.settle();
  }

  SomePictures media;
  Fonts fonts;
  std::vector<std::string> notes;
  std::vector<PxRect> presented;
  Surface surface;
  Images images;
  Sprites sprites;
  SurfaceCanvas canvas;
  Painter painter;
};

std::uint32_t pixel(const Bench& bench, int x, int y) {
  const auto* row = static_cast<const unsigned char*>(bench.surface->pixels) +
                    std::ptrdiff_t{y} * bench.surface->pitch;
  return reinterpret_cast<const std::uint32_t*>(row)[x] & 0xFFFFFFU;
}

}  // namespace

TEST_CASE("painter: repainting the damage leaves the same pixels as painting the whole frame") {
  for (const PxSize size : {PxSize{960, 540}, PxSize{701, 530}}) {
    Bench patched(size);
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
      CAPTURE(seed);
      Random random(seed);
      const Frame before = any_frame(random);
      const Frame after = changed(before, random);
      patched.show(before);
      patched.show(after);
      Bench fresh(size);
      fresh.show(after);
      const auto difference = compare(*patched.surface, *fresh.surface, 0);
      CHECK_MESSAGE(difference.beyond == 0, after.to_text());
    }
  }
}

TEST_CASE("painter: only damaged boxes are painted again") {
  Bench bench({960, 540});
  Frame frame;
  frame.picture("sky", kCanvas);
  frame.picture("disc", {200, 200, 100, 100});
  bench.show(frame);
  frame.picture("disc", {1000, 600, 100, 100});
  bench.show(frame);
  REQUIRE(bench.presented.size() == 1);
  const PxRect box = bench.presented.front();
  CHECK(box.covers({500, 300, 50, 50}));
  CHECK(PxRect{496, 296, 58, 58}.covers(box));
}

TEST_CASE("painter: a still frame paints nothing") {
  Bench bench({960, 540});
  Random random(7);
  const Frame frame = any_frame(random);
  bench.show(frame);
  bench.presented.clear();
  CHECK_FALSE(bench.painter.paint(frame));
  CHECK(bench.presented.empty());
}

TEST_CASE("painter: a movement too small to see paints nothing") {
  Bench bench({960, 540});
  Frame frame;
  frame.picture("bar", {100, 100, 80, 240}, 1, 10);
  bench.show(frame);
  std::get<PictureOp>(frame.ops.front()).turn = 10.1F;
  std::get<PictureOp>(frame.ops.front()).box.x += 0.4F;
  CHECK_FALSE(bench.painter.paint(frame));
}

TEST_CASE("painter: a picture that becomes ready is painted though the frame stood still") {
  Bench bench({960, 540});
  Frame frame;
  frame.picture("disc", {0, 0, 200, 200});
  CHECK(bench.painter.paint(frame));
  while (!bench.painter.paint(frame)) REQUIRE(bench.images.wait());
  CHECK(pixel(bench, 50, 50) == 0xF26B3A);
  CHECK_FALSE(bench.painter.paint(frame));
}

TEST_CASE("painter: while a new size is being made the old one stands in") {
  Bench bench({960, 540});
  Frame frame;
  frame.picture("disc", {0, 0, 200, 200});
  bench.show(frame);
  frame.ops.clear();
  frame.picture("disc", {0, 0, 600, 600});
  frame.next = Instant{};
  bench.painter.paint(frame);
  CHECK(pixel(bench, 150, 150) == 0xF26B3A);
}

TEST_CASE("painter: a picture that moves and changes its size is not rasterised at every step") {
  Bench bench({960, 540});
  Frame frame;
  frame.picture("disc", {0, 0, 400, 400});
  bench.show(frame);
  const int opened = bench.media.opened;
  for (int step = 1; step < 30; ++step) {
    Frame moving;
    moving.picture("disc", {0, 0, 400.0F - 4.0F * static_cast<float>(step), 400});
    moving.next = Instant{};
    bench.painter.paint(moving);
  }
  CHECK(bench.media.opened == opened);
}

TEST_CASE("painter: a picture that came to rest is rasterised at its very size") {
  Bench bench({960, 540});
  Frame frame;
  frame.picture("disc", {0, 0, 400, 400});
  bench.show(frame);
  Frame shrunk;
  shrunk.picture("disc", {0, 0, 300, 300});
  shrunk.next = Instant{};
  bench.painter.paint(shrunk);
  const int opened = bench.media.opened;
  shrunk.next.reset();
  bench.painter.paint(shrunk);
  CHECK(bench.images.wait());
  CHECK(bench.media.opened == opened + 1);
}

TEST_CASE("painter: the canvas is centred and the bars are sky") {
  Bench bench({800, 600});
  Frame frame;
  frame.fill(kCanvas, 0, rgb(0x123456));
  frame.fill({-500, -500, 3000, 400}, 0, rgb(0xFF0000));
  bench.show(frame);
  CHECK(pixel(bench, 400, 74) == 0xA9DDF3);
  CHECK(pixel(bench, 400, 75) == 0x123456);
  CHECK(pixel(bench, 400, 524) == 0x123456);
  CHECK(pixel(bench, 400, 525) == 0xA9DDF3);
}

TEST_CASE("painter: a picture that cannot be shown is blank and noted once") {
  Bench bench({960, 540});
  Frame frame;
  frame.fill(kCanvas, 0, rgb(0x123456));
  frame.picture("no such", {0, 0, 200, 200});
  bench.show(frame);
  std::get<PictureOp>(frame.ops.back()).box.w = 300;
  bench.show(frame);
  CHECK(pixel(bench, 50, 50) == 0x123456);
  REQUIRE(bench.notes.size() == 1);
  CHECK(bench.notes.front() == "the picture no such is left blank: there is no such picture");
}

TEST_CASE("painter: a turn is clockwise, after the mirror") {
  Bench bench({1920, 1080});
  bench.media.add("half", svg(100, 100, R"(<rect width="50" height="100" fill="#FF0000"/>)"));
  Frame frame;
  frame.fill(kCanvas, 0, rgb(0xFFFFFF));
  frame.picture("half", {0, 0, 100, 100});                 // left
  frame.picture("half", {200, 0, 100, 100}, 1, 90);        // left goes up
  frame.picture("half", {400, 0, 100, 100}, 1, 90, true);  // right goes down
  frame.picture("half", {600, 0, 100, 100}, 1, 0, true);
  bench.show(frame);
  CHECK(pixel(bench, 25, 50) == 0xFF0000);
  CHECK(pixel(bench, 75, 50) == 0xFFFFFF);
  CHECK(pixel(bench, 250, 25) == 0xFF0000);
  CHECK(pixel(bench, 250, 75) == 0xFFFFFF);
  CHECK(pixel(bench, 450, 25) == 0xFFFFFF);
  CHECK(pixel(bench, 450, 75) == 0xFF0000);
  CHECK(pixel(bench, 649, 50) == 0xFFFFFF);
  CHECK(pixel(bench, 651, 50) == 0xFF0000);
}

TEST_CASE(
    "painter: a shade goes from one colour to the other, and damage within it leaves no edge") {
  Bench bench({96, 54});
  Frame frame;
  frame.shade(kCanvas, rgb(0x000000), rgb(0x6C6C6C));
  bench.show(frame);
  CHECK(pixel(bench, 10, 0) == 0x010101);
  CHECK(pixel(bench, 10, 27) == 0x373737);
  CHECK(pixel(bench, 10, 53) == 0x6B6B6B);
  const auto before = pixel(bench, 50, 30);
  Frame crossed = frame;
  crossed.fill({900, 500, 300, 300}, 0, rgb(0xFF0000));
  bench.show(crossed);
  CHECK(pixel(bench, 50, 30) == 0xFF0000);
  bench.show(frame);
  CHECK(pixel(bench, 50, 30) == before);
}

TEST_CASE("painter: pictures and lines that come soon are ready when their frame comes") {
  Bench bench({96, 54});
  Frame next;
  next.picture("disc", {0, 0, 600, 600});
  Frame now;
  now.fill(kCanvas, 0, rgb(0x112233));
  now.soon = next.ops;
  bench.painter.paint(now);
  while (bench.images.wait()) bench.painter.paint(now);
  bench.painter.paint(next);
  CHECK(pixel(bench, 15, 15) != 0x112233);
  CHECK(pixel(bench, 15, 15) != (kBarColour.r << 16U | kBarColour.g << 8U | kBarColour.b));
}
