#include "core/activities/what_next/what_next.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "core/view/theme.h"

namespace nest::what_next {
namespace {

/// After a moment has been told, time to look at it before the story goes on by itself.
constexpr Millis kMomentLinger{2200};
constexpr float kLargestPicture = 520;
constexpr float kLargestCard = 320;

}  // namespace

WhatNext::WhatNext(const PackContent& pack, const Script& script, std::string id, Random luck)
    : pack_(&pack), script_(&script), id_(std::move(id)), luck_(luck) {}

void WhatNext::enter(const Show& show, Instant now, Outbox& out) {
  go(0, show, now, out);
}

void WhatNext::go(std::size_t to, const Show& show, Instant now, Outbox& out) {
  at_ = to;
  ++visits_;
  order_.resize(moment().choices.size());
  std::iota(order_.begin(), order_.end(), std::size_t{0});
  luck_.shuffle(std::span(order_));
  const bool choosing = !moment().choices.empty();
  mila_.play(moment().end() ? "cheer" : (choosing ? "point" : "think"), now);
  if (visits_ > 1) {
    out.cues.emplace_back(PlaySound{moment().end() ? "library:clatter" : "library:page"});
  }
  say(show, now, out);
}

void WhatNext::tap(std::string_view target, const Show& show, Instant now, Outbox& out) {
  if (finished_) return;
  if (target == "listen") return say(show, now, out);
  if (target == "next" && moment().choices.empty()) return go_on(show, now, out);
  for (const auto& choice : moment().choices) {
    if (target == "choice/" + choice.id) return go(choice.to, show, now, out);
  }
}

void WhatNext::go_on(const Show& show, Instant now, Outbox& out) {
  if (moment().then) return go(*moment().then, show, now, out);
  narrator_.stop(out.cues);
  finished_ = true;
}

void WhatNext::advance(const Show& show, Instant now, Outbox& out) {
  narrator_.advance(now, *show.voices, out.cues);
  while (!finished_ && moment().choices.empty() && narrator_.ended() &&
         now >= *narrator_.ended() + kMomentLinger) {
    go_on(show, *narrator_.ended() + kMomentLinger, out);
    narrator_.advance(now, *show.voices, out.cues);
  }
}

std::optional<Instant> WhatNext::next_due() const {
  if (finished_) return std::nullopt;
  if (moment().choices.empty() && narrator_.ended()) return *narrator_.ended() + kMomentLinger;
  return narrator_.next_due();
}

void WhatNext::language_changed(const Show& show, Instant now, Outbox& out) {
  say(show, now, out);
}

void WhatNext::say(const Show& show, Instant now, Outbox& out) {
  const auto part = [&](const std::string& name) {
    return fmt::format("{}.{}{}", id_, moment().id, name);
  };
  std::vector<Line> lines{
      {"say", pack_->utterance(show.lang, moment().say.plain(show.lang), part(""))}};
  for (const auto i : order_) {
    const auto& choice = moment().choices[i];
    lines.push_back(
        {"choice/" + choice.id,
         pack_->utterance(show.lang, choice.text.plain(show.lang), part("." + choice.id))});
  }
  narrator_.start(std::move(lines), now, *show.voices, out.cues);
}

void WhatNext::draw(Frame& frame, const Show& show, Instant now) const {
  frame.screen = "what-next";
  frame.moment = fmt::format("what-next/{}/{}", id_, visits_);
  const PracticeView view{show, now, narrator_, mila_};
  const auto& said = view.words(moment().say);
  const auto laid = Places(show).lay(kPracticePlan, {&said});
  const auto& own = moment().backdrop;
  draw_practice(frame, view, laid, said, "say", false,
                own.empty() ? kMeadowAtDay : pack_->media(own));
  const Rect& field = laid.field;
  const float gap = std::max(30.0F, show.screen.gap());
  const bool choosing = !moment().choices.empty();
  const float high = std::min((field.h - gap) * (choosing ? 0.5F : 0.68F), kLargestPicture);
  const Rect above{field.x, field.y, field.w, high};
  const Rect picture = Rect::around(above.centre(), high, high);
  card(frame, "", picture, show.touch, 0);
  frame.picture(pack_->media(moment().picture), picture.grown(-18));
  const Rect below{field.x, above.bottom() + gap, field.w, field.bottom() - above.bottom() - gap};
  if (!choosing) return draw_way_on(frame, show, below, moment().end());
  std::vector<const std::string*> words;
  for (const auto& choice : moment().choices) words.push_back(&view.words(choice.text));
  const auto cells = practice_cells(show, below, order_.size(),
                                    {kLargestCard, gap, show.screen.answer(show.age)}, words);
  const auto choice = [&](std::size_t i) -> const auto& {
    return moment().choices[order_[i]];
  };
  std::vector<Rect> cards;
  std::vector<CardFace> faces;
  for (std::size_t i = 0; i < order_.size(); ++i) {
    cards.push_back(
        card(frame, "choice/" + choice(i).id, cells[i], show.touch, show.screen.slack()));
    faces.push_back(practice_face(show, cards[i], view.words(choice(i).text)));
  }
  lay_alike(faces, cards);
  for (std::size_t i = 0; i < order_.size(); ++i) {
    frame.picture(pack_->media(choice(i).picture), faces[i].picture);
    draw_words(frame, view, faces[i], "choice/" + choice(i).id);
  }
}

}  // namespace nest::what_next
