#pragma once
// Films of everything that moves: the attract loop, every lesson to its end, and a child's touches
// in every game, at 60 frames a second.
#include <string>
#include <vector>

#include "walk/world.h"

namespace nest::walk {

struct Film {
  float seconds = 0;
  std::size_t painted = 0;
  std::vector<std::string> faults;
};
Film film_all(World& world);

}  // namespace nest::walk
