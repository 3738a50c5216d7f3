#pragma once
// The picture cards of a workshop as sheets of A4: a page for the adult, then eight cards a page to
// be cut apart. Not here: which cards there are (core/workshop/cards), where their pictures lie.
#include <cstddef>
#include <string>
#include <vector>

namespace nest::stage {

inline constexpr std::size_t kCardsPerPage = 8;

struct PrintedCard {
  std::string animal, badge;  ///< SVG
  std::string name;           ///< "kot, czerwone kółko"
};

/// What the adult reads on the first page, in one language.
struct CardGuide {
  std::string title, purpose;
  std::vector<std::string> steps;  ///< numbered on paper
  std::string note;                ///< below the steps
};

/// A PDF of 1 + ceil(cards / 8) pages. Throws StageError if a picture or the font is not there, or
/// if the guide does not fit on its page.
std::string print_cards(const CardGuide& guide, const std::vector<PrintedCard>& cards);

}  // namespace nest::stage
