#include "core/view/damage.h"

#include <doctest/doctest.h>

using namespace nest;

TEST_CASE("damage: equal frames need no paint") {
  Frame a;
  a.picture("library:meadow", kCanvas);
  a.fill({10, 10, 50, 50}, 5, rgb(0xFFFFFF));
  CHECK(damage(a, a).empty());
}

TEST_CASE("damage: a moved op costs its old and its new place") {
  Frame a;
  a.fill({0, 0, 10, 10}, 0, rgb(0));
  Frame b;
  b.fill({1000, 0, 10, 10}, 0, rgb(0));
  const auto boxes = damage(a, b);
  REQUIRE(boxes.size() == 2);
  CHECK(boxes[0] == Rect{0, 0, 10, 10});
  CHECK(boxes[1] == Rect{1000, 0, 10, 10});
}

TEST_CASE("damage: an op in between leaves its neighbours alone") {
  Frame a;
  a.fill({0, 0, 10, 10}, 0, rgb(1));
  a.fill({900, 900, 10, 10}, 0, rgb(3));
  Frame b;
  b.fill({0, 0, 10, 10}, 0, rgb(1));
  b.fill({500, 500, 20, 20}, 0, rgb(2));
  b.fill({900, 900, 10, 10}, 0, rgb(3));
  CHECK(damage(a, b) == std::vector<Rect>{{500, 500, 20, 20}});
  CHECK(damage(b, a) == std::vector<Rect>{{500, 500, 20, 20}});
}

TEST_CASE("damage: two ops that change places are painted again where they overlap") {
  Frame a;
  a.fill({0, 0, 100, 100}, 0, rgb(1));
  a.fill({50, 50, 100, 100}, 0, rgb(2));
  Frame b;
  b.fill({50, 50, 100, 100}, 0, rgb(2));
  b.fill({0, 0, 100, 100}, 0, rgb(1));
  const auto boxes = damage(a, b);
  REQUIRE_FALSE(boxes.empty());
  CHECK(boxes[0].overlaps({60, 60, 10, 10}));
}

TEST_CASE("damage: never more boxes than the limit, and all is covered") {
  Frame a;
  Frame b;
  for (int i = 0; i < 40; ++i) {
    b.fill({static_cast<float>(i * 45), static_cast<float>(i * 20), 10, 10}, 0, rgb(9));
  }
  const auto boxes = damage(a, b, 4);
  CHECK(boxes.size() <= 4);
  for (const auto& op : b.ops) {
    bool covered = false;
    for (const auto& box : boxes) covered = covered || united(box, bounds(op)) == box;
    CHECK(covered);
  }
}
