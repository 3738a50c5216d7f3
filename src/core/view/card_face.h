#pragma once
// A picture and its words in a card: below it, beside it where the card is low, or the picture
// alone where the words do not fit in their smallest type. They are spoken in any case.
#include <string>

#include "core/view/layout.h"

namespace nest {

struct CardFace {
  Rect picture, words;
  Fitted text;
  bool with_words = false;
};

/// `style` has the usual size; it shrinks down to `least`.
CardFace card_face(const Rect& face, const std::string& text, const TextMeasure& measure,
                   const TextStyle& style, float least);

/// Words alone, in the middle of the card.
CardFace word_face(const Rect& face, const std::string& text, const TextMeasure& measure,
                   const TextStyle& style, float least);

}  // namespace nest
