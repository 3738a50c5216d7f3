#include "core/workshop/cards.h"

#include <cassert>
#include <string_view>

namespace nest {
namespace {

// In the order of the enumerators. Whole keys, so that they can be searched for.
constexpr std::array<std::string_view, kAnimals> kAnimalKeys{
    "card.animal.cat", "card.animal.dog",   "card.animal.hedgehog", "card.animal.frog",
    "card.animal.owl", "card.animal.fox",   "card.animal.rabbit",   "card.animal.fish",
    "card.animal.cow", "card.animal.horse", "card.animal.duck",     "card.animal.elephant"};
constexpr std::array<std::string_view, kBadges> kBadgeKeys{
    "card.badge.red-circle", "card.badge.blue-square", "card.badge.green-triangle",
    "card.badge.yellow-star"};

std::size_t index(Animal animal) {
  return static_cast<std::size_t>(animal);
}
std::size_t index(Badge badge) {
  return static_cast<std::size_t>(badge);
}

/// "card.animal.cat" becomes "library:animal-cat".
std::string picture_named(std::string_view key) {
  constexpr std::string_view kStem = "card.";
  auto name = std::string(key.substr(kStem.size()));
  name[name.find('.')] = '-';
  return "library:" + name;
}

}  // namespace

std::string name_key(Animal animal) {
  return std::string(kAnimalKeys.at(index(animal)));
}
std::string name_key(Badge badge) {
  return std::string(kBadgeKeys.at(index(badge)));
}

std::string picture_of(Animal animal) {
  return picture_named(kAnimalKeys.at(index(animal)));
}
std::string picture_of(Badge badge) {
  return picture_named(kBadgeKeys.at(index(badge)));
}

Form first_form(const Card& card) {
  // The squares of a chessboard: every row and every column is half and half.
  return (index(card.animal) + index(card.badge)) % 2 == 0 ? Form::a : Form::b;
}

Form other_form(Form form) {
  assert(form != Form::practice);
  return form == Form::a ? Form::b : Form::a;
}

std::array<Card, kCards> deck() {
  std::array<Card, kCards> cards;
  for (std::size_t i = 0; i < kCards; ++i) {
    const auto animal = i % kAnimals;
    const auto round = i / kAnimals;
    // Two animals share a badge, then the next one follows: forms come as A B B A A B B A.
    const auto badge = (animal / 2 + round) % kBadges;
    cards[i] = {static_cast<Animal>(animal), static_cast<Badge>(badge)};
  }
  return cards;
}

}  // namespace nest
