#pragma once
// A fault for every rule, planted into a screen that has none: each rule must find its own.
#include <string>

#include "walk/look.h"

namespace nest::walk {

struct Planted {
  std::size_t found = 0, all = 0;
  std::string missed;  ///< names of what was not found, or of rules that cried at the sound screen
};
Planted plant_all(const TextMeasure& measure, Ground& ground);

}  // namespace nest::walk
