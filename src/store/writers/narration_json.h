#pragma once
// The list of spoken sentences as JSON, for programs: one object a sentence.
#include <string>
#include <vector>

#include "core/packs/recordings.h"

namespace nest::store {

/// What is told of one pack, or of the kiosk itself.
struct ToldNarration {
  std::string name;
  Narration narration;  ///< its sentences have moved into the takes
  std::vector<Take> takes;
};

std::string narration_json(const std::vector<ToldNarration>& told);

}  // namespace nest::store
