#include "core/view/easing.h"

#include <doctest/doctest.h>

using namespace nest;

namespace {
constexpr Easing kAll[] = {Easing::linear, Easing::in,       Easing::out,
                           Easing::in_out, Easing::out_back, Easing::step};
}

TEST_CASE("easing: every movement begins at its start and ends at its end") {
  for (const auto easing : kAll) {
    CHECK(ease(easing, 0) == doctest::Approx(0));
    CHECK(ease(easing, 1) == doctest::Approx(1));
    CHECK(ease(easing, -5) == doctest::Approx(0));
    CHECK(ease(easing, 5) == doctest::Approx(1));
  }
}

TEST_CASE("easing: in starts slowly, out ends slowly, in-out does both alike") {
  CHECK(ease(Easing::in, 0.25F) < 0.1F);
  CHECK(ease(Easing::out, 0.75F) > 0.9F);
  CHECK(ease(Easing::in_out, 0.5F) == doctest::Approx(0.5));
  for (float t = 0; t < 0.5F; t += 0.1F) {
    CHECK(ease(Easing::in_out, t) == doctest::Approx(1 - ease(Easing::in_out, 1 - t)));
  }
}

TEST_CASE("easing: out-back goes a tenth too far and settles") {
  float most = 0;
  for (float t = 0; t <= 1; t += 0.01F) most = std::max(most, ease(Easing::out_back, t));
  CHECK(most > 1.05F);
  CHECK(most < 1.15F);
}

TEST_CASE("easing: a step waits until the end") {
  CHECK(ease(Easing::step, 0.999F) == 0);
}

TEST_CASE("easing: packs name them by their words, and no other") {
  CHECK(easing_named("in-out") == Easing::in_out);
  CHECK(easing_named("out-back") == Easing::out_back);
  CHECK(easing_named("linear") == Easing::linear);
  CHECK_FALSE(easing_named("in_out"));
  CHECK_FALSE(easing_named(""));
}
