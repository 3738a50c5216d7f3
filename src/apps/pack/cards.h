#pragma once
// storknest-pack cards: the picture cards of workshops, to print and to cut apart.
#include <filesystem>
#include <string>

#include "apps/pack/kit.h"

namespace nest::app {

struct CardsOptions {
  std::string lang = "pl";    ///< one of the interface's languages
  std::filesystem::path out;  ///< the PDF; overwritten if it is there
};

/// Throws std::runtime_error with one sentence if the language is not there.
int print_cards(const CardsOptions& options, Kit& kit);

}  // namespace nest::app
