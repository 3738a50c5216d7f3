#include "core/view/widgets.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace nest;

namespace {
const Rect kBox{100, 100, 400, 300};

std::size_t pictures(const Frame& frame, std::string_view key) {
  return static_cast<std::size_t>(
      std::count_if(frame.ops.begin(), frame.ops.end(), [key](const DrawOp& op) {
        const auto* picture = std::get_if<PictureOp>(&op);
        return picture != nullptr && picture->picture == key;
      }));
}
}  // namespace

TEST_CASE("widgets: a card and its touch area are made by the same call") {
  Frame frame;
  card(frame, "answer/soap", kBox, {}, 12);
  REQUIRE(frame.targets.size() == 1);
  CHECK(frame.targets[0] == Target{"answer/soap", kBox, 12});
  CHECK(hit(frame, {95, 95}) != nullptr);
}

TEST_CASE("widgets: a card without an id is only shown") {
  Frame frame;
  card(frame, "", kBox, {}, 12);
  CHECK_FALSE(frame.ops.empty());
  CHECK(frame.targets.empty());
}

TEST_CASE("widgets: a pressed card sinks, its touch area stays") {
  Frame frame;
  const auto up = card(frame, "answer/soap", kBox, {}, 12);
  const auto down = card(frame, "answer/soap", kBox, {"answer/soap"}, 12);
  CHECK(down.y > up.y);
  CHECK(frame.targets[0].box == frame.targets[1].box);
  CHECK(card(frame, "answer/mud", kBox, {"answer/soap"}, 12) == up);
}

TEST_CASE("widgets: a button shows its icon and can be touched; pressed it looks different") {
  Frame plain, pressed;
  disc_button(plain, "home", {0, 0, 120, 120}, rgb(0x1E8F8A), "library:icon-home", {}, 12);
  disc_button(pressed, "home", {0, 0, 120, 120}, rgb(0x1E8F8A), "library:icon-home", {"home"}, 12);
  CHECK(pictures(plain, "library:icon-home") == 1);
  CHECK(plain.targets == pressed.targets);
  CHECK_FALSE(plain.ops == pressed.ops);
}

TEST_CASE("widgets: as many stars shine as were earned, the others wait") {
  Frame frame;
  stars(frame, 2, 5, {0, 0, 600, 80});
  CHECK(pictures(frame, "library:star") == 2);
  CHECK(pictures(frame, "library:star-empty") == 3);
  Frame none;
  stars(none, 0, 0, {0, 0, 600, 80});
  CHECK(none.ops.empty());
}

TEST_CASE("widgets: stars stand in their box from left to right, also many of them") {
  const Rect box{0, 0, 600, 80};
  for (const std::size_t total : {1U, 5U, 30U}) {
    for (std::size_t i = 0; i < total; ++i) {
      CHECK(box.contains(star_place(i, total, box)));
      if (i > 0) CHECK(star_place(i, total, box).x > star_place(i - 1, total, box).x);
    }
  }
}

TEST_CASE("widgets: no word, no patch") {
  Frame frame;
  word_patch(frame, {});
  CHECK(frame.ops.empty());
  word_patch(frame, {10, 10, 50, 20});
  REQUIRE(frame.ops.size() == 1);
  CHECK(bounds(frame.ops[0]).contains({10, 10}));
}
