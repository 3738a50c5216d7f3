#include "core/usage/statistics/mcnemar.h"

#include <doctest/doctest.h>

using namespace nest;

TEST_CASE("McNemar: six learned and none lost is the least that is more than chance") {
  CHECK(mcnemar(6, 0) < 0.05);
  CHECK(mcnemar(5, 0) > 0.05);
  CHECK(mcnemar(0, 6) == mcnemar(6, 0));
}

TEST_CASE("McNemar: who did not change says nothing") {
  CHECK(mcnemar(0, 0) == 1);
  CHECK(mcnemar(4, 4) == 1);
}

TEST_CASE("Holm: five goals at once ask more of each") {
  const auto raised = holm({0.5, 0.03125, 0.2, 0.9, 0.009});
  CHECK(raised[4] == doctest::Approx(0.045));
  CHECK(raised[1] == doctest::Approx(0.125));
  CHECK(raised[3] == 1);
  CHECK(holm({}).empty());
}
