#include "core/activities/question.h"

#include <numeric>

#include "core/activities/reply.h"

namespace nest {
namespace {

/// After the reason has been said, time to look before the next question comes by itself.
constexpr Millis kReasonLinger{1600};
/// After a thank-you there is nothing to look at.
constexpr Millis kThanksLinger{400};

}  // namespace

Question::Question(const PackContent& pack, const Item& item, Random luck, nest::Phase when)
    : pack_(&pack),
      item_(&item),
      order_(item.answers.size()),
      variant_(luck.below(kPraises)),
      when_(when) {
  std::iota(order_.begin(), order_.end(), std::size_t{0});
  // "True" stands first on every card of this kind, so that children need not look for it.
  if (item.kind != ItemKind::true_false) luck.shuffle(std::span(order_));
}

void Question::enter(const Show& show, Instant now, Outbox& out) {
  appeared_ = now;
  out.count(ItemShown{{pack_->id, item_->id}, when_});
  say(show, now, out);
}

bool Question::asking() const {
  return std::holds_alternative<Asking>(phase_) || std::holds_alternative<Almost>(phase_);
}

void Question::tap(std::string_view target, const Show& show, Instant now, Outbox& out) {
  if (target == "listen") return say(show, now, out);
  if (target == "next" && !asking()) {
    narrator_.stop(out.cues);
    phase_ = Done{};
    return;
  }
  if (!asking()) return;  // a late second tap is normal with children
  if (target == "hint" && !evaluated()) return ask_hint(show, now, out);
  if (target == "done" && item_->confirms() && !picked_.empty()) return take(show, now, out);
  if (target == std::string("answer/") + kUnknown && evaluated()) {
    picked_.clear();
    unknown_ = true;
    return take_evaluated(AnswerId(kUnknown), false, show, now, out);
  }
  for (std::size_t i = 0; i < item_->answers.size(); ++i) {
    if (target == "answer/" + item_->answers[i].id.str()) pick(i, show, now, out);
  }
}

void Question::ask_hint(const Show& show, Instant now, Outbox& out) {
  if (!hinted_) out.count(HintShown{{pack_->id, item_->id}});
  hinted_ = helped_ = true;
  if (std::holds_alternative<Almost>(phase_)) phase_ = Asking{true};
  mila_.play("think", now);
  say_hint(show, now, out);
}

void Question::pick(std::size_t answer, const Show& show, Instant now, Outbox& out) {
  if (ruled_out_.contains(answer)) return;  // its reason has been given
  if (!item_->confirms()) {
    picked_ = {answer};
    return take(show, now, out);
  }
  if (std::holds_alternative<Almost>(phase_)) phase_ = Asking{true};
  out.cues.emplace_back(PlaySound{"library:drop"});
  if (item_->several && picked_.erase(answer) > 0) return;  // put back
  if (!item_->several) picked_.clear();
  picked_.insert(answer);
  // What was picked is heard, so that a child who cannot read knows it.
  narrator_.start({answer_line(answer, show)}, now, *show.voices, out.cues);
}

/// What is counted: the answer's id; where several are right, those that were chosen.
AnswerId Question::option() const {
  std::string ids;
  for (const auto i : picked_) ids += (ids.empty() ? "" : "+") + item_->answers[i].id.str();
  return AnswerId(ids);
}

void Question::take(const Show& show, Instant now, Outbox& out) {
  const auto right = item_->correct();
  const bool correct = picked_ == Answers(right.begin(), right.end());
  if (evaluated()) return take_evaluated(option(), correct, show, now, out);
  const bool first = tries_++ == 0;
  const ItemRef ref{pack_->id, item_->id};
  if (first) {
    out.count(ItemAnswered{ref, when_, option(), correct, now - appeared_});
  } else {
    out.count(ItemRetried{ref, correct});
  }
  solved_ = correct;
  for (const auto i : picked_) {
    if (!item_->answers[i].correct) ruled_out_.insert(i);
  }
  if (correct) phase_ = Right{now};
  if (!correct && first) phase_ = Almost{};
  if (!correct && !first) phase_ = Shown{now};
  helped_ = helped_ || std::holds_alternative<Shown>(phase_);
  mila_.play(correct ? "cheer" : (first ? "think" : "point"), now);
  out.cues.emplace_back(PlaySound{correct ? "library:clatter" : "library:soft"});
  say(show, now, out);
  for (const auto i : ruled_out_) picked_.erase(i);
}

void Question::take_evaluated(AnswerId option, bool correct, const Show& show, Instant now,
                              Outbox& out) {
  out.count(
      ItemAnswered{{pack_->id, item_->id}, when_, std::move(option), correct, now - appeared_});
  solved_ = correct;
  phase_ = Thanked{now};
  out.cues.emplace_back(PlaySound{"library:drop"});
  say(show, now, out);
}

std::optional<Instant> Question::auto_next() const {
  if (asking() || finished() || !narrator_.ended()) return std::nullopt;
  return *narrator_.ended() + (evaluated() ? kThanksLinger : kReasonLinger);
}

void Question::advance(const Show& show, Instant now, Outbox& out) {
  narrator_.advance(now, *show.voices, out.cues);
  if (std::holds_alternative<Almost>(phase_) && narrator_.ended()) phase_ = Asking{true};
  const auto next = auto_next();
  if (next && now >= *next) phase_ = Done{};
}

std::optional<Instant> Question::next_due() const {
  const auto next = auto_next();
  return next ? next : narrator_.next_due();
}

std::optional<Instant> Question::star_since() const {
  if (const auto* right = std::get_if<Right>(&phase_)) return right->since;
  if (const auto* shown = std::get_if<Shown>(&phase_)) return shown->since;
  if (const auto* thanked = std::get_if<Thanked>(&phase_)) return thanked->since;
  return finished() ? std::optional<Instant>(Instant{}) : std::nullopt;
}

}  // namespace nest
