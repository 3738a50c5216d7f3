#include "core/activities/practice_view.h"

#include <algorithm>

#include "core/view/backdrop.h"
#include "core/view/theme.h"

namespace nest {
namespace {

constexpr float kMargin = 36;
constexpr float kMilaWidth = 350;

float gap_of(const Show& show) {
  return std::max(20.0F, show.screen.gap());
}

/// The buttons of the top row, from the left: home, listen, hint.
Rect top_button(const Show& show, std::size_t index) {
  const float c = show.control();
  return {kMargin + static_cast<float>(index) * (c + gap_of(show)), 30, c, c};
}

}  // namespace

PracticeStage practice_stage(const Show& show) {
  const float least = show.screen.type(show.age);
  const float left = top_button(show, 3).x;
  PracticeStage stage;
  stage.bubble = {left, 24, kCanvasWidth - left - 40,
                  std::max(2 * least * kLineHeight + 36, show.control() + 12)};
  const float languages = std::max(92.0F, show.screen.control(show.age)) + 24;
  const float top = stage.bubble.bottom() + 36;
  stage.field = {kMilaWidth, top, kCanvasWidth - kMilaWidth - kMargin,
                 kCanvasHeight - languages - 30 - top};
  return stage;
}

void draw_lit(Frame& frame, const PracticeView& view, const Fitted& fitted, const Rect& box,
              std::string_view tag) {
  const auto word = view.narrator.word(view.now);
  if (word && word->tag == tag) {
    word_patch(frame, word_box(fitted.paragraph, *view.show.measure, box, Align::centre,
                               word->begin, word->end));
  }
  draw_paragraph(frame, fitted.paragraph, box, Align::centre);
}

float draw_word(Frame& frame, const PracticeView& view, const Rect& face, const std::string& text,
                std::string_view tag) {
  const auto& show = view.show;
  const float least = show.screen.type(show.age);
  const float width = face.w - 28;
  const auto word =
      fit_text(text, *show.measure, {std::max(42.0F, least), false, theme::kInk}, width, 1, least);
  if (text.empty() || !word.fits) return 0;
  const float high = word.paragraph.height();
  draw_lit(frame, view, word, {face.x + 14, face.bottom() - high - 10, width, high}, tag);
  return high;
}

void draw_face(Frame& frame, const PracticeView& view, const Rect& face, std::string_view picture,
               const std::string& text, std::string_view tag) {
  // Where the word does not fit, the picture stands alone; it is spoken when it is touched.
  const float below = draw_word(frame, view, face, text, tag);
  const float side = std::min(face.w - 36, face.h - below - 32);
  frame.picture(picture, Rect::around({face.centre().x, face.y + 14 + side / 2}, side, side));
}

void draw_practice(Frame& frame, const PracticeView& view, const std::string& text,
                   std::string_view tag, bool with_hint) {
  const auto& show = view.show;
  const auto stage = practice_stage(show);
  backdrop(frame, "library:meadow-day");
  bubble(frame, stage.bubble);
  const float least = show.screen.type(show.age);
  const Rect box = stage.bubble.grown(-18);
  const auto fitted =
      fit_text(text, *show.measure, {std::max(56.0F, least), true, theme::kInk}, box.w, 2, least);
  draw_lit(frame, view, fitted, box, tag);
  if (const auto* mila = show.rig("mila")) {
    const auto& voice = view.narrator;
    view.mila.draw(frame, *mila, {{190, 1016}, 0.64F, 0, 1, true}, view.now,
                   voice.speaking() ? std::optional(voice.since()) : std::nullopt, show.calm);
  }
  const float slack = show.screen.slack();
  disc_button(frame, "listen", top_button(show, 1), theme::kTeal, "library:icon-listen", show.touch,
              slack);
  if (with_hint) {
    disc_button(frame, "hint", top_button(show, 2), theme::kInk, "library:icon-hint", show.touch,
                slack);
  }
  if (const auto change = view.narrator.next_change(view.now)) frame.change_at(*change);
}

void draw_way_on(Frame& frame, const Show& show, const Rect& box, bool star) {
  const float side = std::max(show.control(), 150.0F);
  const float apart = star ? side / 2 + gap_of(show) + 40 : 0;
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
