#include "core/usage/statistics/items.h"

#include <doctest/doctest.h>

using namespace nest;

TEST_CASE("items: nothing is told of an item that nobody answered") {
  CHECK_FALSE(facility({}).has_value());
  CHECK_FALSE(discrimination({}).has_value());
  CHECK(effective_weights({}).empty());
  CHECK_FALSE(effective_weights(std::vector<ItemSums>(3)).at(1).has_value());
}

TEST_CASE("items: one that all answer right sorts no children") {
  const ItemSums easy{20, 20, 40, 90, 40};
  CHECK(facility(easy).value() == 1);
  CHECK_FALSE(discrimination(easy).has_value());
}

TEST_CASE("items: an item right exactly for those who know the rest discriminates fully") {
  // Ten children have 3 of the other questions right and this one too, ten have neither.
  CHECK(discrimination({20, 10, 30, 90, 30}).value() == doctest::Approx(1));
  CHECK(discrimination({20, 10, 30, 90, 0}).value() == doctest::Approx(-1));
}

TEST_CASE("items: the weights of a form add up to one; an item against the rest has none") {
  // Four of eight children know the first two; just the others know the third.
  const auto weights =
      effective_weights(std::vector<ItemSums>{{8, 4, 8, 8, 4}, {8, 4, 8, 8, 4}, {8, 4, 8, 16, 0}});
  CHECK(weights[0].value() == doctest::Approx(0.5));
  CHECK(weights[1].value() == doctest::Approx(0.5));
  CHECK_FALSE(weights[2].has_value());
}

TEST_CASE("items: who guesses is right as often as the answers allow") {
  CHECK(guess_level(2, false) == 0.5);
  CHECK(guess_level(4, false) == 0.25);
  CHECK(guess_level(3, true) == doctest::Approx(1.0 / 7));
  CHECK(guess_level(0, false) == 0);
  CHECK(guess_level(0, true) == 0);
}
