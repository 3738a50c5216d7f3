#pragma once
// How the shell's own screens look. Each function only appends to the frame.
#include "core/shell/kiosk.h"

namespace nest {

/// What the shell's screens share.
struct ScreenView {
  const Show& show;
  const std::map<Lang, Catalog>& catalogs;
  const Narrator& narrator;
  const Performer& mila;
  Instant now;
};

/// A big card: target, picture, words and what is said for it.
struct Choice {
  std::string target;
  std::string picture;
  std::string text;  ///< as shown
  Utterance spoken;  ///< its narration tag is the target
  bool done = false;
};

void draw_attract(Frame& frame, const ScreenView& view);
/// `buttons` stand in the row beside the bubble; those after home and listen draw themselves.
void draw_choices(Frame& frame, const ScreenView& view, const std::string& title,
                  const std::vector<Choice>& choices, std::size_t buttons = 2);
void draw_farewell(Frame& frame, const ScreenView& view, std::size_t stars);
void draw_trouble(Frame& frame, const ScreenView& view, const std::string& code);
/// How many children play; a tap adds one, up to four.
void draw_seats_button(Frame& frame, const ScreenView& view, std::size_t seats);
/// The badge of every seat, of which the one whose turn it is stands out; nobody takes turns in
/// watching. `turn` counts turns, not seats.
void draw_seats(Frame& frame, const ScreenView& view, std::size_t turn);

/// Mila and the meadow; nothing to touch.
void draw_pause(Frame& frame, const ScreenView& view);
/// Lies over whatever is there.
void draw_still_there(Frame& frame, const ScreenView& view, long seconds_left);

void draw_home(Frame& frame, const ScreenView& view);
void draw_listen(Frame& frame, const ScreenView& view);
/// The languages; a lesson leaves the lower edge to its caption.
void draw_languages(Frame& frame, const ScreenView& view, bool in_lesson);

}  // namespace nest
