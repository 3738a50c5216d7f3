#pragma once
// A picture and its words in a card: below it, beside it where the card is low, or the picture and
// a small speaker where the words do not fit in their smallest type. They are spoken in any case.
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "core/view/layout.h"

namespace nest {

struct CardFace {
  Rect picture, words;
  Fitted text;
  bool with_words = false;
  Rect speaker{};  ///< instead of words that have no room; else empty
};

/// How words are set in a card, and what they leave of its picture.
struct CardLettering {
  TextStyle style;             ///< of the usual size
  float least = 0;             ///< em (canvas units) down to which it shrinks
  float least_picture = 0.3F;  ///< part of the card's shorter side
};
CardFace card_face(const Rect& face, const std::string& text, const TextMeasure& measure,
                   const CardLettering& lettering);
/// The picture as large as it goes, and a small speaker: the words are only heard.
CardFace spoken_only(const Rect& face);
/// For cards of which one is right: none draws the eye by its size. Pictures get one size, words
/// begin at one height, and if one card has no room for its words, all of them are only spoken.
/// `cards`: of equal size, as many as faces.
void lay_alike(std::span<CardFace> faces, std::span<const Rect> cards);

/// How cards lie in their field.
struct CardGrid {
  float widest = 420;  ///< by look
  float gap = 40;
  float shortest = 0;  ///< no lower than a finger needs
  std::size_t rows = 1;
  float lift = 0;  ///< free above every row but the first
};
/// Whether all words of the cards find room in a cell of that size.
using HoldsWords = std::function<bool(const Rect& cell)>;
/// Equal cells in so many rows. Where they have no room for the words they grow twice as wide and
/// stand in up to three rows, if that helps.
std::vector<Rect> card_cells(const Rect& field, std::size_t count, const CardGrid& grid,
                             const HoldsWords& holds);

/// Words alone, in the middle of the card.
CardFace word_face(const Rect& face, const std::string& text, const TextMeasure& measure,
                   const CardLettering& lettering);

}  // namespace nest
