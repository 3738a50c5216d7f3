#include "core/activities/practice_view.h"

#include <algorithm>

#include "core/scene/spoken_paragraph.h"
#include "core/view/backdrop.h"
#include "core/view/theme.h"

namespace nest {

void draw_lit(Frame& frame, const PracticeView& view, const Fitted& fitted, const Rect& box,
              std::string_view tag) {
  draw_spoken(frame, fitted.paragraph, box, *view.show.measure, view.narrator, tag, view.now);
}

void draw_words(Frame& frame, const PracticeView& view, const CardFace& face,
                std::string_view tag) {
  if (face.with_words) draw_lit(frame, view, face.text, face.words, tag);
  if (!face.speaker.empty()) frame.picture("library:answer-sound", face.speaker);
}

CardFace practice_face(const Show& show, const Rect& face, const std::string& text, float usual) {
  return card_face(face, text, *show.measure, show.card_lettering(usual));
}

bool words_fit(const Show& show, const Rect& cell, const std::vector<const std::string*>& words,
               float usual) {
  return std::all_of(words.begin(), words.end(), [&](const std::string* text) {
    return text->empty() || practice_face(show, cell, *text, usual).with_words;
  });
}

bool hold_words(const Show& show, const Rect& cell, const std::vector<const std::string*>& words,
                float usual) {
  return show.age == AgeBand::a || words_fit(show, cell, words, usual);
}

std::vector<Rect> practice_cells(const Show& show, const Rect& field, std::size_t count,
                                 const CardGrid& grid, const std::vector<const std::string*>& words,
                                 float usual) {
  return card_cells(field, count, grid,
                    [&](const Rect& cell) { return hold_words(show, cell, words, usual); });
}

void draw_face(Frame& frame, const PracticeView& view, const Rect& face, std::string_view picture,
               const std::string& text, std::string_view tag, bool worded) {
  const auto laid =
      worded || text.empty() ? practice_face(view.show, face, text) : spoken_only(face);
  frame.picture(picture, laid.picture);
  draw_words(frame, view, laid, tag);
}

void draw_mila(Frame& frame, const PracticeView& view, const Stand& stand) {
  const auto& [show, now, voice, mila] = view;
  const auto* rig = show.rig("mila");
  if (rig == nullptr) return;
  const auto talking = voice.speaking() ? std::optional(voice.since()) : std::nullopt;
  mila.draw(frame, *rig, stand, now, talking, show.calm, show.touch.at);
}

void draw_practice(Frame& frame, const PracticeView& view, const Laid& laid,
                   const std::string& text, std::string_view tag, bool with_hint,
                   std::string_view behind) {
  const auto& show = view.show;
  backdrop(frame, behind);
  bubble(frame, laid.bubble, show.reach.mirrored);
  draw_lit(frame, view, laid.lettering.fit(text, *show.measure, laid.words.w), laid.words, tag);
  draw_mila(frame, view, laid.mila);
  const Places places(show);
  const float slack = show.screen.slack();
  disc_button(frame, "listen", places.button(1), theme::kTeal, "library:icon-listen", show.touch,
              slack);
  if (with_hint) {
    disc_button(frame, "hint", places.button(2), theme::kInk, "library:icon-hint", show.touch,
                slack);
  }
  if (const auto change = view.narrator.next_change(view.now)) frame.change_at(*change);
}

void draw_way_on(Frame& frame, const Show& show, const Rect& box, bool star) {
  const Places places(show);
  const float side = std::min(std::max(places.control(), 150.0F), box.h);
  const float apart = star ? side / 2 + places.gap() + 40 : 0;
  const Point middle = box.centre();
  if (star) {
    frame.picture("library:star", Rect::around(middle - Point{apart, 0}, side * 1.2F, side * 1.2F));
  }
  disc_button(frame, "next", Rect::around(middle + Point{apart, 0}, side, side), theme::kGreen,
              "library:icon-next", show.touch, show.screen.slack());
}

std::vector<Rect> square_cells(const Rect& box, std::size_t count, float gap, float largest) {
  std::vector<Rect> best;
  float best_side = 0;
  for (std::size_t rows = 1; rows <= count; ++rows) {
    const std::size_t columns = (count + rows - 1) / rows;
    const auto r = static_cast<float>(rows);
    const auto c = static_cast<float>(columns);
    const float side =
        std::min({(box.w - gap * (c - 1)) / c, (box.h - gap * (r - 1)) / r, largest});
    if (side <= best_side) continue;
    best_side = side;
    best.clear();
    const float top = box.y + (box.h - r * side - (r - 1) * gap) / 2;
    for (std::size_t i = 0; i < rows; ++i) {
      const std::size_t here = std::min(columns, count - i * columns);
      const Rect line{box.x, top + static_cast<float>(i) * (side + gap), box.w, side};
      for (const auto& cell : row(line, here, side, gap)) best.push_back(cell);
    }
  }
  return best;
}

}  // namespace nest
