#include "stage/pose.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/base/random.h"

using namespace nest;
using namespace nest::stage;

namespace {

/// Every pixel of it shows something, and no two neighbours are alike.
Sprite speckled(PxSize size) {
  Sprite sprite(size, 0, 0);
  Random luck(7);
  for (int i = 0; i < size.w * size.h; ++i) {
    const auto part = [&luck] { return static_cast<std::uint8_t>(luck.below(256)); };
    sprite.pixels()[i] =
        premultiplied({part(), part(), part(), static_cast<std::uint8_t>(64 + luck.below(192))});
  }
  return sprite;
}

int channel(std::uint32_t pixel, unsigned shift) {
  return static_cast<int>(pixel >> shift & 0xFFU);
}

/// What a channel of a copy's pixel should be, computed from the definition in doubles.
double expected(const Sprite& from, const Pose& pose, int x, int y, unsigned shift) {
  const double angle = pose.turn * std::numbers::pi / 180;
  const double qx = (x + 0.5 - pose.to_centre.x) / pose.scale;
  const double qy = (y + 0.5 - pose.to_centre.y) / pose.scale;
  const double px = qx * std::cos(angle) + qy * std::sin(angle);
  const double u = (pose.flip ? -px : px) + pose.from_centre.x - 0.5;
  const double v = qy * std::cos(angle) - qx * std::sin(angle) + pose.from_centre.y - 0.5;
  double sum = 0;
  for (const int dx : {0, 1}) {
    for (const int dy : {0, 1}) {
      const int column = static_cast<int>(std::floor(u)) + dx;
      const int row = static_cast<int>(std::floor(v)) + dy;
      if (column < 0 || row < 0 || column >= from.size().w || row >= from.size().h) continue;
      const double weight = (1 - std::abs(u - column)) * (1 - std::abs(v - row));
      sum += weight * channel(from.pixels()[row * from.size().w + column], shift);
    }
  }
  return sum;
}

}  // namespace

TEST_CASE("pose: every pixel is the bilinear one, however turned, mirrored or scaled") {
  const auto from = speckled({23, 17});
  for (const float turn : {0.0F, 0.3F, 17.0F, 90.0F, 133.0F, 180.0F, -45.0F, 359.7F}) {
    for (const float scale : {0.6F, 1.0F, 2.3F}) {
      for (const bool flip : {false, true}) {
        CAPTURE(turn);
        CAPTURE(scale);
        CAPTURE(flip);
        const Pose pose{turn, flip, scale, {11.5F, 8.5F}, {40.25F, 31.5F}};
        const auto copy = posed(from, pose);
        REQUIRE(!copy.empty());
        double worst = 0;
        for (int y = 0; y < copy.size().h; ++y) {
          for (int x = 0; x < copy.size().w; ++x) {
            for (const unsigned shift : {0U, 8U, 16U, 24U}) {
              const int is = channel(copy.pixels()[y * copy.size().w + x], shift);
              worst = std::max(worst, std::abs(is - expected(from, pose, copy.left() + x,
                                                             copy.top() + y, shift)));
            }
          }
        }
        // 1/128 of a step between neighbours of 255, both ways, and rounding.
        CHECK(worst <= 6);
      }
    }
  }
}

TEST_CASE("pose: nothing done is the same picture, a half turn the same pixels backwards") {
  const auto from = speckled({8, 6});
  const auto pixels = [](const Sprite& sprite) {
    return std::vector<std::uint32_t>(
        sprite.pixels(), sprite.pixels() + std::ptrdiff_t{sprite.size().w} * sprite.size().h);
  };
  const Pose still{0, false, 1, {4, 3}, {4, 3}};
  CHECK(pixels(posed(from, still)) == pixels(from));
  auto backwards = pixels(from);
  std::reverse(backwards.begin(), backwards.end());
  CHECK(pixels(posed(from, {180, false, 1, {4, 3}, {4, 3}})) == backwards);
}

TEST_CASE("pose: what shrinks to nothing or was nothing stays nothing") {
  CHECK(posed({}, {45, false, 1, {}, {}}).empty());
  CHECK(posed(speckled({3, 3}), {0, false, 0.0001F, {1, 1}, {0.4F, 0.4F}}).size().w <= 1);
  CHECK(posed(speckled({1, 1}), {30, true, 1, {0.5F, 0.5F}, {0, 0}}).size().w <= 2);
}
