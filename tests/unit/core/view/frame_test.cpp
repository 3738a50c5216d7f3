#include "core/view/frame.h"

#include <doctest/doctest.h>

using namespace nest;

TEST_CASE("frame: the uppermost target under a finger is hit") {
  Frame f;
  f.target("below", {0, 0, 100, 100}, 0);
  f.target("above", {50, 50, 100, 100}, 0);
  REQUIRE(hit(f, {60, 60}) != nullptr);
  CHECK(hit(f, {60, 60})->id == "above");
  CHECK(hit(f, {10, 10})->id == "below");
  CHECK(hit(f, {400, 400}) == nullptr);
}

TEST_CASE("frame: slack widens a target but never takes a neighbour's inside") {
  Frame f;
  f.target("left", {0, 0, 100, 100}, 0);
  f.target("right", {105, 0, 100, 100}, 12);
  CHECK(hit(f, {99, 50})->id == "left");
  CHECK(hit(f, {101, 50})->id == "right");
  CHECK(hit(f, {210, 50})->id == "right");
}

TEST_CASE("frame: a turned picture has room for its corners") {
  const Rect box = bounds(PictureOp{"x", {0, 0, 100, 100}, 45, 1, false});
  CHECK(box.w > 141);
  CHECK(box.w < 142);
}

TEST_CASE("frame: text form is exact and readable") {
  Frame f;
  f.screen = "attract";
  f.fill({1, 2, 3, 4}, 5, rgb(0x102030));
  f.target("language/pl", {1, 2, 3, 4}, 6);
  CHECK(f.to_text() ==
        "screen attract\nfill 1.0 2.0 3.0 4.0 r5.0 #102030FF\n"
        "target language/pl 1.0 2.0 3.0 4.0 slack 6.0\n");
}
