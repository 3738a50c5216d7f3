#include "core/view/pace.h"

#include <doctest/doctest.h>

using namespace nest;

namespace {
Instant at(long ms) {
  return Instant(Millis(ms));
}
}  // namespace

TEST_CASE("pace: a frame in its turn, early or late by one period is none that was dropped") {
  Pace pace;
  pace.made(at(1000), at(1016));  // the first one is owed to nobody
  pace.made(at(1016), at(1032));
  pace.made(at(1020), at(1036));  // a touch came before
  pace.made(at(1036 + 17), at(1069));
  CHECK(pace.dropped() == 0);
}

TEST_CASE("pace: a frame later than that counts once, however late it is") {
  Pace pace;
  pace.made(at(0), at(16));
  pace.made(at(16 + 18), at(50));
  CHECK(pace.dropped() == 1);
  pace.made(at(5000), at(5016));
  CHECK(pace.dropped() == 2);
  pace.made(at(5016), at(5032));
  CHECK(pace.dropped() == 2);
}

TEST_CASE("pace: a picture that stands still, and a screen that is away, are owed nothing") {
  Pace pace;
  pace.made(at(0), std::nullopt);
  pace.made(at(60'000), at(60'016));
  CHECK(pace.dropped() == 0);
  pace.rest();
  pace.made(at(120'000), at(120'016));
  CHECK(pace.dropped() == 0);
}
