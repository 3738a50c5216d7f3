#pragma once
// What every single screen is held to. Figures: docs/adr and README say where they come from.
#include <span>

#include "walk/look.h"

namespace nest::walk {

void targets_are_large(const Look& look, const Complain& complain);
void targets_stand_apart(const Look& look, const Complain& complain);
void seats_are_plain(const Look& look, const Complain& complain);
void nothing_covers_a_target(const Look& look, const Complain& complain);
void text_stays_inside(const Look& look, const Complain& complain);
void text_covers_nothing(const Look& look, const Complain& complain);
void type_is_large(const Look& look, const Complain& complain);
void glyphs_exist(const Look& look, const Complain& complain);
void texts_are_translated(const Look& look, const Complain& complain);
void promised_words_stand(const Look& look, const Complain& complain);
void text_stands_out(const Look& look, const Complain& complain);
void marks_stand_out(const Look& look, const Complain& complain);
void twins_differ_by_shape(const Look& look, const Complain& complain);

inline constexpr Rule kRules[] = {
    {"target size", targets_are_large},
    {"target gap", targets_stand_apart},
    {"seats", seats_are_plain},
    {"target covered", nothing_covers_a_target},
    {"text overflow", text_stays_inside},
    {"overlap", text_covers_nothing},
    {"type size", type_is_large},
    {"glyph", glyphs_exist},
    {"translation", texts_are_translated},
    {"word missing", promised_words_stand},
    {"text contrast", text_stands_out},
    {"mark contrast", marks_stand_out},
    {"colour only", twins_differ_by_shape},
};

}  // namespace nest::walk
