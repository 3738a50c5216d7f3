#include <fmt/format.h>

#include <algorithm>

#include "core/activities/places.h"
#include "core/activities/practice_view.h"
#include "core/activities/question.h"
#include "core/view/backdrop.h"
#include "core/view/card_face.h"
#include "core/view/theme.h"

namespace nest {
namespace {

constexpr Millis kStarFlight{700};

/// What the bubble shows now, and the tag under which it is said.
struct Words {
  std::string text, tag;
};

Words bubble_words(const Question& q, const Show& show) {
  const auto& item = q.item();
  if (q.narrator().tag() == "hint") return {item.hint.plain(show.lang), "hint"};
  if (const auto why = q.explained()) {
    const auto& answer = item.answers[*why];
    return {answer.why.plain(show.lang), "why/" + answer.id.str()};
  }
  return {item.prompt.plain(show.lang), "prompt"};
}

/// Everything that the bubble may say of this question, so that the cards do not move below it.
std::vector<const std::string*> bubble_texts(const Question& q, const Lang& lang) {
  const auto& item = q.item();
  std::vector<const std::string*> texts{&item.prompt.plain(lang), &item.hint.plain(lang)};
  for (const auto& answer : item.answers) texts.push_back(&answer.why.plain(lang));
  return texts;
}

void draw_bubble(Frame& frame, const Question& q, const PracticeView& view, const Laid& laid) {
  const auto& show = view.show;
  bubble(frame, laid.bubble, show.reach.mirrored);
  Rect text = laid.words;
  if (laid.picture) frame.picture(q.pack().media(q.item().picture), *laid.picture);
  const auto words = bubble_words(q, show);
  const auto fitted = laid.lettering.fit(words.text, *show.measure, text.w);
  draw_lit(frame, view, fitted, text, words.tag);
}

bool over(const Question& q) {
  return !q.asking() && !q.evaluated();
}

/// Mark around the card: right, almost, picked, or nothing.
void draw_mark(Frame& frame, const Question& q, std::size_t answer, const Rect& face) {
  if (over(q) && q.item().answers[answer].correct) {
    card_mark(frame, face, theme::kGreen, "library:badge-right");
  } else if (q.ruled_out().contains(answer)) {
    card_mark(frame, face, theme::kAmber, "library:badge-almost");
  } else if (q.picked().contains(answer)) {
    card_mark(frame, face, theme::kBlue, "library:badge-picked");
  }
}

/// Whether the card steps back behind the others.
bool dimmed(const Question& q, std::size_t answer) {
  if (q.evaluated()) return !q.asking() && !q.picked().contains(answer);
  if (over(q)) return !q.item().answers[answer].correct;
  return q.ruled_out().contains(answer) && !std::holds_alternative<Question::Almost>(q.phase());
}

/// A card's picture and words; a sound without a picture shows the sign for listening.
struct AnswerCard {
  std::string id, picture, text;
  bool dim = false;
};

AnswerCard card_of(const Question& q, std::size_t answer, const Show& show) {
  const auto& a = q.item().answers[answer];
  const bool heard = a.picture.empty() && !a.sound.empty();
  const std::string picture = heard ? "library:answer-sound" : a.picture;
  return {"answer/" + a.id.str(), picture.empty() ? "" : q.pack().media(picture),
          q.answer_text(answer, show), dimmed(q, answer)};
}

CardFace answer_face(const AnswerCard& content, const Rect& face, const Show& show) {
  if (!content.picture.empty()) return practice_face(show, face, content.text, kChoiceType);
  return word_face(face, content.text, *show.measure, show.card_lettering(kChoiceType));
}

void draw_card(Frame& frame, const PracticeView& view, const AnswerCard& content, const Rect& face,
               const CardFace& inside) {
  if (!content.picture.empty()) frame.picture(content.picture, inside.picture);
  if (content.dim) frame.fill(face, 44, theme::kVeil.faded(0.72F));
  draw_words(frame, view, inside, content.id);  // stay readable over the veil
}

/// "I don't know yet" stands beside the answers as one of them.
AnswerCard unknown_card(const Question& q, const Show& show) {
  return {std::string("answer/") + kUnknown, "library:answer-unknown",
          show.texts->text("round.unknown"), !q.asking() && !q.unknown()};
}

/// The cells of all answers. The youngest have the larger pictures of a single row: their words may
/// be left out.
std::vector<Rect> answer_cells(const std::vector<AnswerCard>& cards, const Show& show,
                               const Rect& field) {
  const auto n = cards.size();
  const CardGrid grid{n == 2 ? 520.0F : 420.0F, std::max(n > 4 ? 24.0F : 40.0F, show.screen.gap()),
                      show.screen.answer(show.age)};
  return card_cells(field, n, grid, [&](const Rect& cell) {
    return show.age == AgeBand::a ||
           std::all_of(cards.begin(), cards.end(), [&](const AnswerCard& content) {
             const auto inside = answer_face(content, cell, show);
             return inside.with_words && inside.text.fits;
           });
  });
}

void draw_cards(Frame& frame, const Question& q, const PracticeView& view, const Rect& field) {
  const auto& show = view.show;
  std::vector<AnswerCard> cards;
  for (const auto answer : q.order()) cards.push_back(card_of(q, answer, show));
  if (q.evaluated()) cards.push_back(unknown_card(q, show));
  const auto cells = answer_cells(cards, show, field);
  std::vector<Rect> faces;
  std::vector<CardFace> insides;
  for (std::size_t i = 0; i < cards.size(); ++i) {
    faces.push_back(card(frame, cards[i].id, cells[i], show.touch, show.screen.slack()));
    if (i < q.order().size()) draw_mark(frame, q, q.order()[i], faces[i]);
    if (i == q.order().size() && q.unknown()) {
      card_mark(frame, faces[i], theme::kBlue, "library:badge-picked");
    }
    insides.push_back(answer_face(cards[i], faces[i], show));
  }
  lay_alike(insides, faces);
  for (std::size_t i = 0; i < cards.size(); ++i) {
    draw_card(frame, view, cards[i], faces[i], insides[i]);
  }
}

/// What a touch means now. A finger that was down for the first try is no second one, and a child
/// who hammers on a card hears why before the next question.
std::string_view turn(const Question& q) {
  if (!q.asking()) return "answered";
  return q.ruled_out().empty() ? "asked" : "again";
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
  const auto& own = q.item().backdrop;
  backdrop(frame, own.empty() ? "library:meadow-morning" : q.pack().media(own));
  frame.moment = fmt::format("{}/{}/{}", frame.screen, turn(q), q.item().id.str());
  const PracticeView view{show, now, q.narrator(), q.mila()};
  draw_bubble(frame, q, view, laid);
  draw_cards(frame, q, view, laid.field);
  draw_mila(frame, view, laid.mila);
  const float slack = show.screen.slack();
  disc_button(frame, "listen", places.button(1), theme::kTeal, "library:icon-listen", show.touch,
              slack);
  if (q.asking() && !q.evaluated()) {
    disc_button(frame, "hint", places.button(2), theme::kInk, "library:icon-hint", show.touch,
                slack);
  }
  const auto since = q.star_since();
  const bool flying = since && !show.calm && now - *since < kStarFlight;
  stars(frame, flying && earned > 0 ? earned - 1 : earned, total, laid.stars);
  draw_star_flight(frame, q, show, now, earned - 1, total, laid.stars);
  // Below the cards, so that a child who hammers on a card does not hit it.
  if (!q.asking() && !q.finished()) {
    disc_button(frame, "next", laid.way_on, theme::kGreen, "library:icon-next", show.touch, slack);
  }
  if (q.asking() && q.item().confirms() && !q.picked().empty()) {
    disc_button(frame, "done", laid.way_on, theme::kBlue, "library:icon-done", show.touch, slack);
  }
  if (const auto change = q.narrator().next_change(now)) frame.change_at(*change);
}

}  // namespace nest
