#include "core/view/backdrop.h"

#include <doctest/doctest.h>

using namespace nest;

TEST_CASE(
    "backdrop: a meadow of the library is a sky, sun, clouds and its picture, without a gap") {
  Frame frame;
  backdrop(frame, "library:meadow-day");
  float covered = 0;
  for (const auto& op : frame.ops) {
    if (const auto* fill = std::get_if<FillOp>(&op)) {
      CHECK(fill->box.y == covered);
      CHECK(fill->box.w == kCanvasWidth);
      covered = fill->box.bottom();
    }
  }
  CHECK(covered == kCanvasHeight);
  const auto& meadow = std::get<PictureOp>(frame.ops.back());
  CHECK(meadow.picture == "library:meadow-day");
  CHECK(meadow.box.bottom() == kCanvasHeight);
}

TEST_CASE("backdrop: the shades of a sky follow each other without an edge") {
  Frame frame;
  backdrop(frame, "library:meadow-day");
  const auto& high = std::get<FillOp>(frame.ops[0]);
  const auto& low = std::get<FillOp>(frame.ops[1]);
  REQUIRE(high.low);
  REQUIRE(low.low);
  CHECK(*high.low == low.colour);
}

TEST_CASE("backdrop: any other picture fills the canvas as it is") {
  Frame frame;
  backdrop(frame, "hands:media/kitchen.png");
  REQUIRE(frame.ops.size() == 1);
  CHECK(std::get<PictureOp>(frame.ops[0]).box == kCanvas);
}
