#include "core/view/geometry.h"

#include <doctest/doctest.h>

using namespace nest;

TEST_CASE("geometry: a box holds its left and upper edge, not its right and lower one") {
  const Rect box{10, 20, 30, 40};
  CHECK(box.contains({10, 20}));
  CHECK(box.contains({39.9F, 59.9F}));
  CHECK_FALSE(box.contains({40, 30}));
  CHECK_FALSE(box.contains({20, 60}));
  CHECK_FALSE(box.contains({9.9F, 30}));
  CHECK_FALSE(Rect{}.contains({0, 0}));
}

TEST_CASE("geometry: boxes that only touch do not overlap") {
  const Rect box{0, 0, 10, 10};
  CHECK(box.overlaps({9, 9, 10, 10}));
  CHECK(box.overlaps({2, 2, 1, 1}));
  CHECK_FALSE(box.overlaps({10, 0, 10, 10}));
  CHECK_FALSE(box.overlaps({0, 10, 10, 10}));
}

TEST_CASE("geometry: together two boxes span both; an empty one adds nothing") {
  CHECK(united({0, 0, 10, 10}, {20, 30, 5, 5}) == Rect{0, 0, 25, 35});
  CHECK(united({}, {20, 30, 5, 5}) == Rect{20, 30, 5, 5});
  CHECK(united({20, 30, 5, 5}, {90, 90, 0, 5}) == Rect{20, 30, 5, 5});
}

TEST_CASE("geometry: what two boxes share is empty when they are apart") {
  CHECK(clipped({0, 0, 10, 10}, {5, 6, 20, 20}) == Rect{5, 6, 5, 4});
  CHECK(clipped({0, 0, 10, 10}, {10, 0, 5, 5}).empty());
  CHECK(clipped({0, 0, 10, 10}, {50, 50, 5, 5}).empty());
}

TEST_CASE("geometry: boxes grow and are centred about their middle") {
  CHECK(Rect::around({50, 60}, 20, 10) == Rect{40, 55, 20, 10});
  CHECK(Rect{40, 55, 20, 10}.grown(5).centre() == Point{50, 60});
  CHECK(Rect{0, 0, 4, 4}.grown(-2).empty());
  CHECK(Rect{1, 2, 3, 4}.moved({10, 20}) == Rect{11, 22, 3, 4});
}

TEST_CASE("geometry: colours fade within their bounds and mix from end to end") {
  CHECK(rgb(0x27364A) == Colour{0x27, 0x36, 0x4A, 255});
  CHECK(rgb(0xFFFFFF).faded(0.5F).a == 128);
  CHECK(rgb(0xFFFFFF).faded(-1).a == 0);
  CHECK(rgb(0xFFFFFF).faded(7).a == 255);
  CHECK(mixed(rgb(0), rgb(0xFFFFFF), 0) == rgb(0));
  CHECK(mixed(rgb(0), rgb(0xFFFFFF), 1) == rgb(0xFFFFFF));
  CHECK(mixed(rgb(0), rgb(0x640064), 0.5F) == rgb(0x320032));
}
