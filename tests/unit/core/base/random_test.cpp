#include "core/base/random.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <numeric>
#include <vector>

using namespace nest;

TEST_CASE("random: the same seed gives the same luck on every machine") {
  // SplitMix64's published first numbers for the seed 1234567.
  Random luck(1234567);
  CHECK(luck.next() == 6457827717110365317ULL);
  CHECK(luck.next() == 3203168211198807973ULL);
  CHECK(luck.next() == 9817491932198370423ULL);
}

TEST_CASE("random: a draw stays below its limit and reaches every number") {
  Random luck(1);
  std::array<int, 5> seen{};
  for (int i = 0; i < 1000; ++i) {
    const auto drawn = luck.below(5);
    REQUIRE(drawn < 5);
    ++seen[drawn];
  }
  for (const int times : seen) CHECK(times > 150);
  CHECK(luck.below(1) == 0);
  for (int i = 0; i < 100; ++i) CHECK(luck.below(0xFFFFFFFFU) < 0xFFFFFFFFU);
}

TEST_CASE("random: a shuffle keeps every card and lets each stand anywhere") {
  std::array<std::array<int, 3>, 3> places{};
  Random luck(7);
  for (int i = 0; i < 3000; ++i) {
    std::vector<std::size_t> cards(3);
    std::iota(cards.begin(), cards.end(), 0U);
    luck.shuffle(std::span(cards));
    for (std::size_t at = 0; at < 3; ++at) ++places[cards[at]][at];
  }
  for (const auto& card : places) {
    CHECK(std::accumulate(card.begin(), card.end(), 0) == 3000);
    for (const int times : card) CHECK(times > 850);
  }
}

TEST_CASE("random: nothing and a single card are shuffled too") {
  std::vector<int> none;
  std::vector<int> one{4};
  Random luck(1);
  luck.shuffle(std::span(none));
  luck.shuffle(std::span(one));
  CHECK(none.empty());
  CHECK(one == std::vector<int>{4});
}
