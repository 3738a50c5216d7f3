#include "core/usage/statistics/paired.h"

#include <doctest/doctest.h>

#include <cmath>
#include <vector>

using namespace nest;

namespace {

PairedGain gain_of(const std::vector<PairedSums>& rows) {
  const auto gain = paired_gain(rows);
  REQUIRE(gain.has_value());
  return *gain;
}

}  // namespace

TEST_CASE("paired gain: nobody has gained nothing, but no number either") {
  CHECK_FALSE(paired_gain({}).has_value());
  CHECK_FALSE(paired_gain(std::vector<PairedSums>{{0, 0, 0, 0, 0, 0, 5}}).has_value());
  CHECK_FALSE(paired_gain(std::vector<PairedSums>{{3, 3, 3, 3, 3, 3, 0}}).has_value());
}

TEST_CASE("paired gain: one child has a gain, and no interval") {
  const auto gain = gain_of({{1, 2, 4, 4, 16, 8, 5}});
  CHECK(gain.gain == doctest::Approx(0.4));
  CHECK_FALSE(gain.interval.has_value());
  CHECK_FALSE(gain.p.has_value());
  CHECK_FALSE(gain.effect.has_value());
}

TEST_CASE("paired gain: where all gained the same, chance cannot be told") {
  // Ten children went from 1 of 3 to 2 of 3; a third is no finite number in a computer.
  const auto gain = gain_of({{10, 10, 20, 10, 40, 20, 3}});
  CHECK_FALSE(gain.interval.has_value());
  CHECK_FALSE(gain.p.has_value());
  CHECK_FALSE(gain.effect.has_value());
  CHECK(gain.normalised.value() == doctest::Approx(0.5));
}

TEST_CASE("paired gain: rows of the same length are one row, in any order") {
  const PairedSums some{4, 8, 13, 22, 47, 28, 6};
  const PairedSums others{3, 9, 11, 29, 43, 35, 6};
  const PairedSums all{7, 17, 24, 51, 90, 63, 6};
  const auto apart = gain_of({some, others});
  const auto turned = gain_of({others, some});
  const auto together = gain_of({all});
  CHECK(apart.interval->low == together.interval->low);
  CHECK(apart.p == together.p);
  CHECK(turned.p == together.p);
  CHECK(turned.effect == together.effect);
}

TEST_CASE("paired gain: 2 of 4 and 3 of 6 are the same score") {
  const auto gain = gain_of({{1, 2, 3, 4, 9, 6, 4}, {1, 3, 3, 9, 9, 9, 6}});
  const auto same = gain_of({{1, 6, 9, 36, 81, 54, 12}, {1, 6, 6, 36, 36, 36, 12}});
  CHECK(gain.before == same.before);
  CHECK(gain.interval->high == same.interval->high);
}

TEST_CASE("paired gain: the normalised gain ends above 85 % before") {
  CHECK(gain_of({{10, 170, 180, 2900, 3250, 3065, 20}}).normalised.has_value());
  CHECK_FALSE(gain_of({{10, 171, 180, 2930, 3250, 3080, 20}}).normalised.has_value());
}

TEST_CASE("paired gain: a loss is a gain below nothing") {
  const auto gain = gain_of({{12, 40, 30, 150, 90, 104, 5}});
  CHECK(gain.gain < 0);
  CHECK(gain.effect.value() < 0);
  CHECK(gain.normalised.value() < 0);
}

TEST_CASE("paired gain: the largest counts and the oddest lengths still tell finite numbers") {
  constexpr std::int64_t kMany = 1'000'000'000;
  std::vector<PairedSums> rows;
  for (std::int64_t length = 1; length <= 1000; ++length) {
    rows.push_back({kMany, kMany / 2, kMany / 2 + 9, kMany / 2, kMany / 2 + 9, kMany / 4, length});
  }
  const auto gain = gain_of(rows);
  CHECK(gain.n == 1000 * kMany);
  CHECK(gain.interval->low < gain.gain);
  CHECK(gain.gain < gain.interval->high);
  CHECK(std::isfinite(gain.p.value()));
  CHECK(std::isfinite(gain.effect.value()));
}

TEST_CASE("paired gain: sums that no children can have still give no NaN") {
  const auto gain = gain_of({{5, 20, 3, 1, 0, 9, 5}});
  CHECK_FALSE(gain.interval.has_value());
  CHECK_FALSE(gain.effect.has_value());
}
