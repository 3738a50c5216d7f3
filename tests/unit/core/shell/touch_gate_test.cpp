#include "core/shell/touch_gate.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace {

using namespace nest;

constexpr Point kSoap{200, 200};
constexpr Point kTap{800, 200};
constexpr Point kScenery{1500, 900};
/// 1 mm on the default screen.
constexpr float kMm = 1 / 0.248F;

/// A screen with two buttons, and a clock in milliseconds.
struct Glass {
  Glass() {
    frame.target("soap", Rect::around(kSoap, 200, 200), 12);
    frame.target("tap", Rect::around(kTap, 200, 200), 12);
  }
  void down(long at, Point where, int id = 1) { feed(at, FingerPhase::down, where, id); }
  void move(long at, Point where, int id = 1) { feed(at, FingerPhase::move, where, id); }
  void up(long at, Point where, int id = 1) { feed(at, FingerPhase::up, where, id); }
  void tap(long at, Point where, int id = 1) {
    down(at, where, id);
    up(at + 100, where, id);
  }
  void new_screen(long at) {
    pass(at);
    gate.moment_changed(Instant(Millis(at)));
  }
  void pass(long at) {
    while (const auto due = gate.next_due()) {
      if (*due > Instant(Millis(at))) break;
      if (const auto target = gate.advance(*due)) taps.push_back(*target);
    }
  }
  void feed(long at, FingerPhase phase, Point where, int id) {
    pass(at);
    if (const auto target = gate.feed({id, phase, where}, frame, Instant(Millis(at)))) {
      taps.push_back(*target);
    }
  }

  Frame frame;
  TouchGate gate;
  std::vector<std::string> taps;
};

using Taps = std::vector<std::string>;

}  // namespace

TEST_CASE("touch gate: a finger is seen at once and commits on release") {
  Glass g;
  g.down(0, kSoap);
  CHECK(g.gate.shown().pressed == "soap");
  CHECK(g.taps.empty());
  g.up(100, kSoap);
  CHECK(g.taps == Taps{"soap"});
  CHECK(g.gate.shown().pressed.empty());
}

TEST_CASE("touch gate: the touched area is the picture and its slack, nothing beyond") {
  Glass g;
  g.tap(0, kSoap + Point{111, 0});
  CHECK(g.taps == Taps{"soap"});
  g.tap(200, kSoap + Point{113, 0});
  CHECK(g.taps.size() == 1);
}

TEST_CASE("touch gate: a finger that rests inside for 600 ms commits once") {
  Glass g;
  g.down(0, kSoap);
  g.pass(599);
  CHECK(g.taps.empty());
  g.pass(600);
  CHECK(g.taps == Taps{"soap"});
  g.up(5000, kSoap);
  CHECK(g.taps.size() == 1);
}

TEST_CASE("touch gate: a finger may slide 10 mm out of its target and no further") {
  for (const float mm : {9.5F, 10.5F}) {
    CAPTURE(mm);
    Glass g;
    const Point aside = kSoap + Point{100 + mm * kMm, 0};
    g.down(0, kSoap);
    g.move(50, aside);
    CHECK(g.gate.shown().pressed.empty() == (mm > 10));
    g.up(100, aside);
    CHECK(g.taps.empty() == (mm > 10));
  }
}

TEST_CASE("touch gate: only an unbroken rest inside is a hold") {
  Glass g;
  g.down(0, kSoap);
  g.move(100, kScenery);
  g.pass(1000);
  CHECK(g.taps.empty());
  g.move(1000, kSoap);
  g.pass(1599);
  CHECK(g.taps.empty());
  g.pass(1600);
  CHECK(g.taps == Taps{"soap"});
}

TEST_CASE("touch gate: a finger that was down before the screen changed does not count") {
  Glass g;
  g.down(0, kSoap);
  g.new_screen(100);
  g.up(2000, kSoap);
  CHECK(g.taps.empty());
}

TEST_CASE("touch gate: a finger left over from the last screen keeps nobody from answering") {
  Glass g;
  g.down(0, kSoap, 1);
  g.new_screen(100);
  g.tap(600, kTap, 2);
  CHECK(g.taps == Taps{"tap"});
}

TEST_CASE("touch gate: a new screen ignores touch for 400 ms") {
  Glass g;
  g.new_screen(1000);
  g.tap(1100, kSoap);
  CHECK(g.taps.empty());
  g.down(1390, kSoap);
  g.up(1800, kSoap);
  CHECK(g.taps.empty());
  g.tap(1900, kSoap);
  CHECK(g.taps == Taps{"soap"});
}

TEST_CASE("touch gate: a child who hammers gets through as soon as 400 ms are over") {
  for (const int period : {90, 120, 200, 330, 399}) {
    CAPTURE(period);
    Glass g;
    g.new_screen(0);
    for (int at = 0; at < 1000; at += period) {
      g.down(at, kSoap);
      g.up(at + period / 2, kSoap);
      if (at >= 400) break;
    }
    CHECK(g.taps.size() == 1);
  }
}

TEST_CASE("touch gate: a child who presses too early and does not let go gets through") {
  Glass g;
  g.new_screen(0);
  g.down(200, kSoap);
  g.pass(999);
  CHECK(g.taps.empty());
  g.pass(1000);  // held for 600 ms since the screen takes touches
  CHECK(g.taps == Taps{"soap"});
}

TEST_CASE("touch gate: two hands that hammer in turn get through") {
  Glass g;
  g.new_screen(0);
  for (int at = 0; at < 900; at += 150) {
    g.down(at, kSoap, at / 150 % 2);
    if (at > 0) g.up(at + 50, kSoap, 1 - at / 150 % 2);
  }
  CHECK_FALSE(g.taps.empty());
}

TEST_CASE(
    "touch gate: the first finger owns the gesture, a second child neither answers nor ends it") {
  Glass g;
  g.down(0, kSoap, 1);
  g.down(200, kTap, 2);
  g.up(300, kTap, 2);
  CHECK(g.taps.empty());
  CHECK(g.gate.shown().pressed == "soap");
  g.up(400, kSoap, 1);
  CHECK(g.taps == Taps{"soap"});
}

TEST_CASE("touch gate: a finger that came second does not block the next tap") {
  Glass g;
  g.down(0, kSoap, 1);
  g.down(100, kTap, 2);
  g.up(200, kSoap, 1);
  g.tap(400, kSoap, 1);
  CHECK(g.taps == Taps{"soap", "soap"});
  g.up(900, kTap, 2);
  CHECK(g.taps.size() == 2);
}

TEST_CASE("touch gate: a palm never answers") {
  Glass g;
  const Point near{15 * kMm, 0};
  g.down(0, kSoap, 1);
  g.down(10, kSoap + near, 2);
  g.down(30, kSoap - near, 3);
  g.down(200, kSoap + Point{0, 60}, 4);  // the hand settles
  g.pass(3000);
  for (int id = 1; id <= 4; ++id) g.up(3000 + id, kSoap, id);
  CHECK(g.taps.empty());
  g.tap(4000, kSoap);
  CHECK(g.taps == Taps{"soap"});
}

TEST_CASE("touch gate: a small child's two fingers are one tap") {
  Glass g;
  g.down(0, kSoap, 1);
  g.down(10, kSoap + Point{60, 0}, 2);
  g.up(100, kSoap, 1);
  g.up(110, kSoap, 2);
  CHECK(g.taps == Taps{"soap"});
}

TEST_CASE("touch gate: a hand that rests beside the buttons blocks nobody") {
  Glass g;
  g.down(0, kScenery, 1);
  g.tap(500, kSoap, 2);
  CHECK(g.taps == Taps{"soap"});
}

TEST_CASE("touch gate: a finger still for 8 s is dead and holds nothing, however it trembles") {
  Glass g;
  g.down(0, kSoap, 1);
  g.pass(1000);
  g.taps.clear();
  for (int at = 1000; at < 8000; at += 100) {
    g.move(at, kSoap + Point{static_cast<float>(at / 100 % 2) * 2, 0}, 1);
  }
  CHECK(g.gate.held(Instant(Millis(7999))));
  CHECK_FALSE(g.gate.held(Instant(Millis(8000))));
  g.tap(8100, kTap, 2);
  CHECK(g.taps == Taps{"tap"});
}

TEST_CASE("touch gate: a finger that wanders is alive") {
  Glass g;
  g.down(0, kScenery);
  for (int at = 0; at < 20000; at += 1000) {
    g.move(at, kScenery + Point{static_cast<float>(at) / 100, 0});
  }
  CHECK(g.gate.held(Instant(Millis(25000))));
}

TEST_CASE("touch gate: a finger whose lifting was never told may land again") {
  Glass g;
  g.down(0, kScenery);
  g.tap(100, kSoap);
  CHECK(g.taps == Taps{"soap"});
  g.down(300, kSoap);
  g.tap(400, kTap);
  CHECK(g.taps == Taps{"soap", "tap"});
}

TEST_CASE("touch gate: movement and release of a finger nobody put down mean nothing") {
  Glass g;
  g.move(0, kSoap, 7);
  g.up(10, kSoap, 7);
  CHECK(g.taps.empty());
  CHECK_FALSE(g.gate.held(Instant(Millis(10))));
}
