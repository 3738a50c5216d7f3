#include "core/base/time.h"

#include <doctest/doctest.h>

using namespace nest;

TEST_CASE("time: seconds and milliseconds tell the same span") {
  CHECK(seconds(Millis(1500)) == 1.5F);
  CHECK(from_seconds(1.5F) == Millis(1500));
  CHECK(from_seconds(0) == Millis(0));
  CHECK(from_seconds(seconds(Millis(180'000))) == Millis(180'000));
}

TEST_CASE("time: parts of a millisecond are rounded to the nearest") {
  CHECK(from_seconds(0.0014F) == Millis(1));
  CHECK(from_seconds(0.0016F) == Millis(2));
}

TEST_CASE("time: instants differ by spans") {
  CHECK(Instant(Millis(70)) - Instant(Millis(20)) == Millis(50));
}
