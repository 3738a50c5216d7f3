#include "core/base/age.h"

#include <doctest/doctest.h>

#include "support/builders.h"

using namespace nest;
using namespace nest::test;

TEST_CASE("age: a set has the bands that were added and no other") {
  Ages none;
  CHECK(none.empty());
  const auto some = ages("AC");
  CHECK_FALSE(some.empty());
  CHECK(some.has(AgeBand::a));
  CHECK_FALSE(some.has(AgeBand::b));
  CHECK(some.has(AgeBand::c));
}

TEST_CASE("age: the youngest band of a set sets its limits") {
  CHECK(ages("CBA").youngest() == AgeBand::a);
  CHECK(ages("CB").youngest() == AgeBand::b);
  CHECK(ages("C").youngest() == AgeBand::c);
}

TEST_CASE("age: a band that is added twice is there once") {
  CHECK(ages("BB").has(AgeBand::b));
  CHECK_FALSE(ages("BB").has(AgeBand::c));
}
