#include "core/shell/corner_hold.h"

#include <doctest/doctest.h>

using namespace nest;

namespace {

constexpr Point kCorner{20, 1060};
constexpr Point kElsewhere{960, 540};

struct Corner {
  void down(long at, Point where, int id = 1) { feed(at, FingerPhase::down, where, id); }
  void move(long at, Point where, int id = 1) { feed(at, FingerPhase::move, where, id); }
  void up(long at, Point where, int id = 1) { feed(at, FingerPhase::up, where, id); }
  void pass(long at) { opened += hold.advance(Instant(Millis(at))); }
  void feed(long at, FingerPhase phase, Point where, int id) {
    pass(at);
    hold.feed({id, phase, where}, Instant(Millis(at)));
  }
  CornerHold hold;
  int opened = 0;
};

}  // namespace

TEST_CASE("corner hold: three seconds in the corner open, once") {
  Corner g;
  g.down(0, kCorner);
  CHECK(g.hold.next_due() == Instant(Millis(3000)));
  g.pass(2999);
  CHECK(g.opened == 0);
  g.pass(3000);
  g.pass(9000);
  CHECK(g.opened == 1);
}

TEST_CASE("corner hold: the corner is 25 mm wide and high, whatever the display") {
  for (const float mm : {0.1F, 0.248F, 0.6F}) {
    const auto box = CornerHold::corner({mm});
    CHECK(box.w * mm == doctest::Approx(25));
    CHECK(box.x == 0);
    CHECK(box.bottom() == doctest::Approx(kCanvasHeight));
  }
}

TEST_CASE("corner hold: lifting, leaving and a second finger end it until it is begun anew") {
  Corner lifted;
  lifted.down(0, kCorner);
  lifted.up(2900, kCorner);
  lifted.pass(5000);
  CHECK(lifted.opened == 0);

  Corner left;
  left.down(0, kCorner);
  left.move(1000, kElsewhere);
  left.move(1100, kCorner);
  left.pass(9000);
  CHECK(left.opened == 0);

  Corner helped;
  helped.down(0, kCorner);
  helped.down(1000, kElsewhere, 2);
  helped.up(1100, kElsewhere, 2);
  helped.pass(9000);
  CHECK(helped.opened == 0);
  helped.up(9100, kCorner);
  helped.down(9200, kCorner);
  helped.pass(12'200);
  CHECK(helped.opened == 1);
}

TEST_CASE("corner hold: nobody gets in while another finger is down, or from outside") {
  Corner g;
  g.down(0, kElsewhere, 2);
  g.down(100, kCorner);
  g.pass(5000);
  CHECK(g.opened == 0);
  Corner slid;
  slid.down(0, kElsewhere);
  slid.move(100, kCorner);
  slid.pass(5000);
  CHECK(slid.opened == 0);
}

TEST_CASE("corner hold: a finger whose lift was lost does not keep the adult out") {
  Corner g;
  g.down(0, kElsewhere, 7);
  g.down(8000, kCorner, 1);
  g.pass(11'000);
  CHECK(g.opened == 1);
}
