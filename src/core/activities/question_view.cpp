#include <algorithm>

#include "core/activities/places.h"
#include "core/activities/question.h"
#include "core/view/card_face.h"
#include "core/view/theme.h"

namespace nest {
namespace {

constexpr Millis kStarFlight{700};

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

/// Everything that the bubble may say of this question, so that the cards do not move below it.
std::vector<const std::string*> bubble_texts(const Question& q, const Lang& lang) {
  const auto& item = q.item();
  std::vector<const std::string*> texts{&item.prompt.plain(lang), &item.hint.plain(lang)};
  for (const auto& answer : item.answers) texts.push_back(&answer.why.plain(lang));
  return texts;
}

void draw_bubble(Frame& frame, const Question& q, const Show& show, Instant now, const Laid& laid) {
  bubble(frame, laid.bubble, show.reach.mirrored);
  Rect text = laid.words;
  if (laid.picture) frame.picture(q.pack().media(q.item().picture), *laid.picture);
  const auto fitted = laid.lettering.fit(bubble_text(q).plain(show.lang), *show.measure, text.w);
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
  const auto inside =
      card_face(face, a.text.plain(show.lang), *show.measure,
                {show.screen.type(show.age, 46), false, theme::kInk}, show.screen.type(show.age));
  frame.picture(q.pack().media(a.picture), inside.picture);
  const bool settled = !std::holds_alternative<Question::Asking>(q.phase()) &&
                       !std::holds_alternative<Question::Almost>(q.phase());
  const bool meant = q.item().correct() == answer;
  const bool dimmed =
      q.ruled_out() == answer && !std::holds_alternative<Question::Almost>(q.phase());
  if ((settled && !meant) || dimmed) frame.fill(face, 44, theme::kVeil.faded(0.72F));
  // Words stay readable over the veil.
  if (inside.with_words) lit_paragraph(frame, inside.text, inside.words, q, show, now, id);
}

void draw_cards(Frame& frame, const Question& q, const Show& show, Instant now, const Rect& field) {
  const auto n = q.order().size();
  const float gap = std::max(40.0F, show.screen.gap());
  const float most = n == 2 ? 520.0F : 420.0F;
  const float fitting = (field.w - gap * static_cast<float>(n - 1)) / static_cast<float>(n);
  const auto cells = row(field, n, std::min(most, fitting), gap);
  for (std::size_t i = 0; i < n; ++i) draw_answer(frame, q, q.order()[i], cells[i], show, now);
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
  const Places places(show);
  const auto laid =
      places.lay(kQuestionPlan, bubble_texts(q, show.lang), !q.item().picture.empty());
  frame.moment = frame.screen + "/" + q.item().id.str();
  draw_bubble(frame, q, show, now, laid);
  draw_cards(frame, q, show, now, laid.field);
  const bool talking = q.narrator().speaking();
  if (const auto* mila = show.rig("mila")) {
    q.mila().draw(frame, *mila, laid.mila, now,
                  talking ? std::optional(q.narrator().since()) : std::nullopt, show.calm);
  }
  const float slack = show.screen.slack();
  disc_button(frame, "listen", places.button(1), theme::kTeal, "library:icon-listen", show.touch,
              slack);
  const bool asking = std::holds_alternative<Question::Asking>(q.phase()) ||
                      std::holds_alternative<Question::Almost>(q.phase());
  if (asking) {
    disc_button(frame, "hint", places.button(2), theme::kInk, "library:icon-hint", show.touch,
                slack);
  }
  const auto since = q.star_since();
  const bool flying = since && !show.calm && now - *since < kStarFlight;
  stars(frame, flying && earned > 0 ? earned - 1 : earned, total, laid.stars);
  draw_star_flight(frame, q, show, now, earned - 1, total, laid.stars);
  if (!asking && !q.finished()) {
    // Below the cards, so that a child who hammers on a card does not hit it.
    disc_button(frame, "next", laid.way_on, theme::kGreen, "library:icon-next", show.touch, slack);
  }
  if (const auto change = q.narrator().next_change(now)) frame.change_at(*change);
}

}  // namespace nest
