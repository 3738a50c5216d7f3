#pragma once
// The picture cards that pair a child's two rounds without a name: an animal and a badge, which is
// a colour and a shape at once, so that nobody has to see colours. A card is dealt by hand, kept
// until after the lesson and dealt to somebody else next time.
// Not here: who answered what under which card (only ever in locked memory), how cards are printed
// (stage/print) or shown.
#include <array>
#include <cstddef>
#include <string>

#include "core/items/item.h"

namespace nest {

enum class Animal { cat, dog, hedgehog, frog, owl, fox, rabbit, fish, cow, horse, duck, elephant };
enum class Badge { red_circle, blue_square, green_triangle, yellow_star };

inline constexpr std::size_t kAnimals = 12, kBadges = 4, kCards = kAnimals * kBadges;

struct Card {
  Animal animal = Animal::cat;
  Badge badge = Badge::red_circle;
  auto operator<=>(const Card&) const = default;
};

/// What the child is asked, first and second.
inline constexpr const char* kWhichAnimal = "card.which-animal";
inline constexpr const char* kWhichBadge = "card.which-badge";
/// And if that card was here already, or never was.
inline constexpr const char* kIsItYours = "card.is-it-yours";

/// Message keys: "card.animal.cat", "card.badge.red-circle".
std::string name_key(Animal animal);
std::string name_key(Badge badge);
/// Media keys: "library:animal-cat", "library:badge-red-circle".
std::string picture_of(Animal animal);
std::string picture_of(Badge badge);

/// The form that the holder of this card meets before the lesson; the other one comes after it.
/// Half of all cards begin with A, and so do half of each animal's and half of each badge's:
/// neither a favourite animal nor a badge can tilt the comparison of the forms.
Form first_form(const Card& card);
/// Form::a for Form::b and the other way round.
Form other_form(Form form);

/// Every card once, in the order in which they are printed and set out. However many are taken from
/// the front, those that begin with A and with B differ by one at most, and no animal comes twice
/// before each has come once: a small group gets animals that are all different.
std::array<Card, kCards> deck();

}  // namespace nest
