#include "core/workshop/cards.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <map>
#include <set>

using namespace nest;

namespace {

/// How many of these cards begin with form A.
template <class Cards>
long begin_with_a(const Cards& cards) {
  long n = 0;
  for (const auto& card : cards) n += first_form(card) == Form::a;
  return n;
}

TEST_CASE("cards: the deck holds each of the 48 cards once") {
  const auto cards = deck();
  CHECK(cards.size() == 48);
  CHECK(std::set<Card>(cards.begin(), cards.end()).size() == 48);
}

TEST_CASE("cards: half of all, of each animal and of each badge begin with form A") {
  CHECK(begin_with_a(deck()) == 24);
  std::map<Animal, std::vector<Card>> by_animal;
  std::map<Badge, std::vector<Card>> by_badge;
  for (const auto& card : deck()) {
    by_animal[card.animal].push_back(card);
    by_badge[card.badge].push_back(card);
  }
  REQUIRE(by_animal.size() == 12);
  REQUIRE(by_badge.size() == 4);
  for (const auto& [animal, cards] : by_animal) CHECK(begin_with_a(cards) == 2);
  for (const auto& [badge, cards] : by_badge) CHECK(begin_with_a(cards) == 6);
}

TEST_CASE("cards: however many are taken from the front, forms differ by one at most") {
  long a = 0;
  long all = 0;
  for (const auto& card : deck()) {
    a += first_form(card) == Form::a;
    ++all;
    CAPTURE(all);
    CHECK(std::labs(2 * a - all) <= 1);
  }
}

TEST_CASE("cards: twelve children have twelve different animals") {
  const auto cards = deck();
  for (std::size_t begin = 0; begin < kCards; begin += kAnimals) {
    std::set<Animal> animals;
    for (std::size_t i = begin; i < begin + kAnimals; ++i) animals.insert(cards[i].animal);
    CHECK(animals.size() == kAnimals);
  }
}

TEST_CASE("cards: the second form is the one that was not met") {
  for (const auto& card : deck()) {
    const auto first = first_form(card);
    CHECK(first != Form::practice);
    CHECK(other_form(first) != first);
    CHECK(other_form(other_form(first)) == first);
  }
}

TEST_CASE("cards: names and pictures go together, and no two are alike") {
  CHECK(name_key(Animal::hedgehog) == "card.animal.hedgehog");
  CHECK(name_key(Animal::elephant) == "card.animal.elephant");
  CHECK(picture_of(Animal::hedgehog) == "library:animal-hedgehog");
  CHECK(name_key(Badge::green_triangle) == "card.badge.green-triangle");
  CHECK(picture_of(Badge::yellow_star) == "library:badge-yellow-star");
  std::set<std::string> names;
  std::set<std::string> pictures;
  for (const auto& card : deck()) {
    names.insert({name_key(card.animal), name_key(card.badge)});
    pictures.insert({picture_of(card.animal), picture_of(card.badge)});
  }
  CHECK(names.size() == 16);
  CHECK(pictures.size() == 16);
}

}  // namespace
