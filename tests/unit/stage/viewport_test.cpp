#include "stage/viewport.h"

#include <doctest/doctest.h>

#include "unit/stage/fakes.h"

using namespace nest;
using namespace nest::stage;

TEST_CASE("viewport: the canvas is as large as fits, centred, and the bars are the rest") {
  for (const PxSize size : {PxSize{1920, 1080}, PxSize{1366, 768}, PxSize{1024, 768},
                            PxSize{1080, 1920}, PxSize{321, 200}, PxSize{3840, 2160}}) {
    const Viewport view(size);
    CHECK(PxRect{0, 0, size.w, size.h}.covers(view.stage()));
    CHECK((view.stage().w == size.w || view.stage().h == size.h));
    int area = view.stage().w * view.stage().h;
    for (const auto& bar : view.bars()) {
      CHECK_FALSE(bar.overlaps(view.stage()));
      area += bar.w * bar.h;
    }
    CHECK(area == size.w * size.h);
  }
}

TEST_CASE("viewport: snapping twice changes nothing") {
  Random random(11);
  for (const PxSize size : {PxSize{1366, 768}, PxSize{701, 530}, PxSize{2560, 1600}}) {
    const Viewport view(size);
    for (int i = 0; i < 500; ++i) {
      const Frame frame = any_frame(random);
      for (const auto& op : frame.ops) {
        const DrawOp once = view.snap(op);
        CHECK(view.snap(once) == once);
      }
    }
  }
}

TEST_CASE("viewport: neighbours on the canvas are neighbours on the screen") {
  const Viewport view({1366, 768});
  for (int i = 0; i < 190; ++i) {
    const auto x = static_cast<float>(i) * 10;
    const PxRect left = view.fill_box({x, 0, 10, 10});
    const PxRect right = view.fill_box({x + 10, 0, 10, 10});
    CHECK(left.right() == right.x);
  }
}

TEST_CASE("viewport: a full turn is no turn") {
  const Viewport view({1920, 1080});
  PictureOp op{"disc", {0, 0, 50, 50}, 360, 1, false};
  CHECK(std::get<PictureOp>(view.snap(op)).turn == 0);
  op.turn = -0.2F;
  CHECK(std::get<PictureOp>(view.snap(op)).turn == 0);
  op.turn = -90;
  CHECK(std::get<PictureOp>(view.snap(op)).turn == 270);
}

TEST_CASE("viewport: a point of the window is found on the canvas") {
  const Viewport view({800, 600});
  const Point middle = view.to_canvas({400, 300});
  CHECK(middle.x == doctest::Approx(960));
  CHECK(middle.y == doctest::Approx(540));
  CHECK(view.to_canvas({400, 10}).y < 0);
}
