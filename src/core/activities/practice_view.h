#pragma once
// What the screens of the practice activities have in common: the meadow, a bubble with one
// sentence, Mila beside the playing field, listen and hint, and in the end a star and the way on.
// Not here: what lies on the field (board_view, memory_view, spot_view).
#include <string_view>
#include <vector>

#include "core/activities/places.h"
#include "core/scene/narrator.h"
#include "core/scene/performer.h"
#include "core/view/card_face.h"

namespace nest {

/// What a practice screen says, as its activity knows it.
struct PracticeView {
  const Show& show;
  Instant now;
  const Narrator& narrator;
  const Performer& mila;
  const std::string& words(const Localized& text) const { return text.plain(show.lang); }
};

/// Mila, who talks while the voice does and looks where a finger is; nothing if her rig is missing.
void draw_mila(Frame& frame, const PracticeView& view, const Stand& stand);

inline constexpr const char* kMeadowAtDay = "library:meadow-day";
/// What stands behind, bubble with `text` (whose spoken word is lit while `tag` is said), Mila,
/// listen, hint.
void draw_practice(Frame& frame, const PracticeView& view, const Laid& laid,
                   const std::string& text, std::string_view tag, bool with_hint,
                   std::string_view behind = kMeadowAtDay);
/// The way on, in the middle of `box`, beside the star if one was earned.
void draw_way_on(Frame& frame, const Show& show, const Rect& box, bool star = true);

/// A paragraph in the middle of the box; the word that is being said lies on its patch.
void draw_lit(Frame& frame, const PracticeView& view, const Fitted& fitted, const Rect& box,
              std::string_view tag);
/// A picture with its words, if `worded` (see words_fit), else with a speaker; the word that is
/// being said is lit as `tag`.
void draw_face(Frame& frame, const PracticeView& view, const Rect& face, std::string_view picture,
               const std::string& text, std::string_view tag, bool worded);
inline constexpr float kCardType = 42;    ///< em (canvas units) of the words on a game's cards
inline constexpr float kChoiceType = 46;  ///< the same of an answer's or a menu's
/// The same in two steps, for a picture of another kind. `usual`: the em of its words.
CardFace practice_face(const Show& show, const Rect& face, const std::string& text,
                       float usual = kCardType);
/// Whether a card of that size shows each of `words` below or beside its picture. If not, all that
/// lie together are only heard: a word that some have and others lack would mean something.
bool words_fit(const Show& show, const Rect& cell, const std::vector<const std::string*>& words,
               float usual = kCardType);
/// The same, but for the youngest they need not: they have the larger picture and the voice.
bool hold_words(const Show& show, const Rect& cell, const std::vector<const std::string*>& words,
                float usual = kCardType);
/// Cells of equal size for cards of a game that show any of `words`: see card_cells.
std::vector<Rect> practice_cells(const Show& show, const Rect& field, std::size_t count,
                                 const CardGrid& grid, const std::vector<const std::string*>& words,
                                 float usual = kCardType);
/// The words, or the speaker that stands for them.
void draw_words(Frame& frame, const PracticeView& view, const CardFace& face, std::string_view tag);

/// `count` cells in as few rows as make the largest squares, centred in the box.
std::vector<Rect> square_cells(const Rect& box, std::size_t count, float gap, float largest);

}  // namespace nest
