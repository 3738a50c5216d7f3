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

TEST_CASE("statistics: nothing is known about a difference from nobody") {
  CHECK(newcombe({0, 0}, {3, 9}).low == -1);
  CHECK(newcombe({0, 0}, {3, 9}).high == 1);
  CHECK(newcombe({3, 9}, {0, 0}).low == -1);
  CHECK(newcombe({3, 9}, {0, 0}).high == 1);
}

TEST_CASE("statistics: Newcombe's interval is turned round with its rounds") {
  // Newcombe (1998), table II, example (a): 56/70 and 48/80, method 10: 0.0524 to 0.3339.
  const auto more = newcombe({48, 80}, {56, 70});
  CHECK(more.low == doctest::Approx(0.0524).epsilon(0.001));
  CHECK(more.high == doctest::Approx(0.3339).epsilon(0.001));
  const auto less = newcombe({56, 70}, {48, 80});
  CHECK(less.low == doctest::Approx(-more.high));
  CHECK(less.high == doctest::Approx(-more.low));
}
