#include <fmt/format.h>

#include <algorithm>

#include "core/activities/question.h"
#include "core/view/theme.h"

namespace nest {
namespace {

constexpr float kMargin = 36;
constexpr Millis kStarFlight{700};

/// Where things lie: from millimetres down to boxes, once per frame.
struct Places {
  Rect bubble, cards, languages;
  float control;
};

Places places(const Show& show) {
  Places p;
  p.control = show.control();
  const float language_h = std::max(92.0F, p.control * 0.77F);
  const float top = 30 + p.control;
  p.languages = {0, kCanvasHeight - language_h - 24, kCanvasWidth, language_h};
  p.bubble = {468, top, 1364, 234};
  const float cards_top = p.bubble.bottom() + 66;
  p.cards = {490, cards_top, 1360, p.languages.y - 54 - cards_top};
  return p;
}

Rect top_button(const Show& show, std::size_t index) {
  const float c = show.control();
  const float gap = std::max(20.0F, show.screen.gap());
  return {kMargin + static_cast<float>(index) * (c + gap), 30, c, c};
}

/// The text that the bubble shows in this phase.
const Localized& bubble_text(const Question& q) {
  const auto& item = q.item();
  if (const auto* right = std::get_if<Question::Right>(&q.phase())) {
    return item.answers[right->chosen].why;
  }
  if (std::holds_alternative<Question::Shown>(q.phase())) return item.answers[item.correct()].why;
  if (const auto* almost = std::get_if<Question::Almost>(&q.phase())) {
    return item.answers[almost->chosen].why;
  }
  return q.narrator().tag() == "hint" ? item.hint : item.prompt;
}

/// The spoken word of the text with that tag, patched under the ink.
void lit_paragraph(Frame& frame, const Fitted& fitted, const Rect& box, const Question& q,
                   const Show& show, Instant now, std::string_view tag) {
  const auto word = q.narrator().word(now);
  if (word && word->tag == tag) {
    word_patch(frame, word_box(fitted.paragraph, *show.measure, box, Align::centre, word->begin,
                               word->end));
  }
  draw_paragraph(frame, fitted.paragraph, box, Align::centre);
}

std::string_view bubble_tag(const Question& q) {
  const bool asking = std::holds_alternative<Question::Asking>(q.phase());
  if (!asking) return "why";
  return q.narrator().tag() == "hint" ? "hint" : "prompt";
}

void draw_bubble(Frame& frame, const Question& q, const Show& show, Instant now, const Places& p) {
  bubble(frame, p.bubble);
  Rect text = p.bubble.grown(-34);
  const auto& item = q.item();
  if (!item.picture.empty()) {
    const float side = p.bubble.h - 30;
    frame.picture(q.pack().media(item.picture), {p.bubble.x + 30, p.bubble.y + 15, side, side});
    text.x += side;
    text.w -= side;
  }
  const float least = show.screen.type(show.age);
  const auto fitted = fit_text(bubble_text(q).plain(show.lang), *show.measure,
                               {std::max(62.0F, least), true, theme::kInk}, text.w, 2, least);
  lit_paragraph(frame, fitted, text, q, show, now, bubble_tag(q));
}

/// Mark around the card: right, ruled out, or nothing.
void draw_mark(Frame& frame, const Question& q, std::size_t answer, const Rect& face) {
  const bool shown = std::holds_alternative<Question::Shown>(q.phase());
  const auto* right = std::get_if<Question::Right>(&q.phase());
  if ((right != nullptr && right->chosen == answer) || (shown && q.item().correct() == answer)) {
    card_mark(frame, face, theme::kGreen, "library:badge-right");
  } else if (q.ruled_out() == answer) {
    card_mark(frame, face, theme::kAmber, "library:badge-almost");
  }
}

void draw_answer(Frame& frame, const Question& q, std::size_t answer, const Rect& box,
                 const Show& show, Instant now) {
  const auto& a = q.item().answers[answer];
  const std::string id = "answer/" + a.id.str();
  const Rect face = card(frame, id, box, show.touch, show.screen.slack());
  draw_mark(frame, q, answer, face);
  const float least = show.screen.type(show.age);
  const float text_w = face.w - 36;
  const auto fitted = fit_text(a.text.plain(show.lang), *show.measure,
                               {std::max(46.0F, least), false, theme::kInk}, text_w, 2, least);
  // Where a word does not fit, children who do not read yet see the picture alone; it is spoken.
  const bool with_text = fitted.fits || show.age != AgeBand::a;
  const float text_h = with_text ? std::max(fitted.paragraph.height(), 90.0F) : 0;
  const Rect text{face.x + 18, face.bottom() - text_h - 20, text_w, text_h};
  const float side = std::min(face.w - 60, face.h - text_h - 50);
  frame.picture(q.pack().media(a.picture),
                Rect::around({face.x + face.w / 2, face.y + 24 + side / 2}, side, side));
  const bool settled = !std::holds_alternative<Question::Asking>(q.phase()) &&
                       !std::holds_alternative<Question::Almost>(q.phase());
  const bool meant = q.item().correct() == answer;
  const bool dimmed =
      q.ruled_out() == answer && !std::holds_alternative<Question::Almost>(q.phase());
  if ((settled && !meant) || dimmed) frame.fill(face, 44, theme::kVeil.faded(0.72F));
  // Words stay readable over the veil.
  if (with_text) lit_paragraph(frame, fitted, text, q, show, now, id);
}

void draw_cards(Frame& frame, const Question& q, const Show& show, Instant now, const Places& p) {
  const auto n = q.order().size();
  const float gap = std::max(40.0F, show.screen.gap());
  const float most = n == 2 ? 520.0F : 420.0F;
  const float fitting = (p.cards.w - gap * static_cast<float>(n - 1)) / static_cast<float>(n);
  const auto cells = row(p.cards, n, std::min(most, fitting), gap);
  for (std::size_t i = 0; i < n; ++i) draw_answer(frame, q, q.order()[i], cells[i], show, now);
}

/// What a touch means now. A finger that was down for the first try is no second one, and a child
/// who hammers on a card hears why before the next question.
std::string_view turn(const Question& q) {
  const bool open = std::holds_alternative<Question::Asking>(q.phase()) ||
                    std::holds_alternative<Question::Almost>(q.phase());
  if (!open) return "answered";
  return q.ruled_out() ? "again" : "asked";
}

/// The earned star flies on an arc from the cards to its place in the row.
void draw_star_flight(Frame& frame, const Question& q, const Show& show, Instant now,
                      std::size_t index, std::size_t total, const Rect& stars_box) {
  const auto since = q.star_since();
  if (!since || show.calm || now - *since >= kStarFlight || now < *since) return;
  const float t = ease(Easing::in_out, seconds(now - *since) / seconds(kStarFlight));
  const Point from{1150, 640};
  const Point to = star_place(index, total, stars_box);
  const Point at = from + (to - from) * t - Point{0, 160 * 4 * t * (1 - t)};
  const float size = 150 - 70 * t;
  frame.picture("library:star", Rect::around(at, size, size), 1, 360 * t);
  frame.change_at(now + Millis(16));
}

}  // namespace

void draw_question(Frame& frame, const Question& q, const Show& show, Instant now,
                   std::size_t earned, std::size_t total) {
  const Places p = places(show);
  frame.moment = fmt::format("{}/{}/{}", frame.screen, turn(q), q.item().id.str());
  draw_bubble(frame, q, show, now, p);
  draw_cards(frame, q, show, now, p);
  const bool talking = q.narrator().speaking();
  if (const auto* mila = show.rig("mila")) {
    q.mila().draw(frame, *mila, {{272, 964}, 0.86F, 0, 1, true}, now,
                  talking ? std::optional(q.narrator().since()) : std::nullopt, show.calm);
  }
  const float slack = show.screen.slack();
  disc_button(frame, "listen", top_button(show, 1), theme::kTeal, "library:icon-listen", show.touch,
              slack);
  const bool asking = std::holds_alternative<Question::Asking>(q.phase()) ||
                      std::holds_alternative<Question::Almost>(q.phase());
  if (asking) {
    disc_button(frame, "hint", top_button(show, 2), theme::kInk, "library:icon-hint", show.touch,
                slack);
  }
  const Rect stars_box{top_button(show, 3).x, 30, kCanvasWidth - top_button(show, 3).x - 90,
                       p.control};
  const auto since = q.star_since();
  const bool flying = since && !show.calm && now - *since < kStarFlight;
  stars(frame, flying && earned > 0 ? earned - 1 : earned, total, stars_box);
  draw_star_flight(frame, q, show, now, earned - 1, total, stars_box);
  if (!asking && !q.finished()) {
    // Below the cards, so that a child who hammers on a card does not hit it.
    const float top = p.cards.bottom() + (kCanvasHeight - p.cards.bottom() - p.control) / 2;
    const Rect next{p.cards.x + p.cards.w / 2 - 220, top, p.control, p.control};
    disc_button(frame, "next", next, theme::kGreen, "library:icon-next", show.touch, slack);
  }
  if (const auto change = q.narrator().next_change(now)) frame.change_at(*change);
}

}  // namespace nest
