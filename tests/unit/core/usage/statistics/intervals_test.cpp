#include "core/usage/statistics/intervals.h"

#include <doctest/doctest.h>

using namespace nest;

namespace {

void check(std::int64_t part, std::int64_t whole, double low, double high) {
  CAPTURE(part);
  const auto interval = wilson(part, whole);
  CHECK(interval.low == doctest::Approx(low).epsilon(1e-9));
  CHECK(interval.high == doctest::Approx(high).epsilon(1e-9));
}

}  // namespace

TEST_CASE("statistics: Wilson's interval has its known values") {
  // prop.test(part, whole, correct = FALSE)$conf.int; to 16 digits from the quadratic equation
  // (p - part/whole)^2 = z^2 p (1 - p) / whole, whose roots the bounds are.
  check(0, 10, 0, 0.27753279986288926);
  check(17, 24, 0.50832306335503361, 0.85085351803039130);
  check(10, 10, 0.72246720013711075, 1);
  check(1, 1, 0.20654931437723739, 1);
  check(540, 1000, 0.50901528620226206, 0.57067857311889334);
}

TEST_CASE("statistics: nothing is known about nobody") {
  CHECK(wilson(0, 0).low == 0);
  CHECK(wilson(0, 0).high == 1);
}
