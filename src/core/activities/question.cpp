#include "core/activities/question.h"

#include <fmt/format.h>

#include <numeric>

#include "core/base/overloaded.h"

namespace nest {
namespace {

/// After the reason has been said, time to look before the next question comes by itself.
constexpr Millis kLinger{1600};
constexpr std::uint32_t kPraises = 4;
constexpr std::size_t kAlmosts = 3;

}  // namespace

Question::Question(const PackContent& pack, const Item& item, Random luck)
    : pack_(&pack), item_(&item), order_(item.answers.size()), variant_(luck.below(kPraises)) {
  std::iota(order_.begin(), order_.end(), std::size_t{0});
  luck.shuffle(std::span(order_));
}

void Question::enter(const Show& show, Instant now, Outbox& out) {
  appeared_ = now;
  out.count(ItemShown{{pack_->id, item_->id}, nest::Phase::practice});
  say(show, now, out);
}

void Question::tap(std::string_view target, const Show& show, Instant now, Outbox& out) {
  if (target == "listen") return say(show, now, out);
  const bool answered =
      std::holds_alternative<Right>(phase_) || std::holds_alternative<Shown>(phase_);
  if (target == "next" && answered) {
    narrator_.stop(out.cues);
    phase_ = Done{};
    return;
  }
  if (answered || finished()) return;  // a late second tap is normal with children
  if (target == "hint") {
    if (!hinted_) out.count(HintShown{{pack_->id, item_->id}});
    hinted_ = helped_ = true;
    if (std::holds_alternative<Almost>(phase_)) phase_ = Asking{true};
    mila_.play("think", now);
    return say_hint(show, now, out);
  }
  for (std::size_t i = 0; i < item_->answers.size(); ++i) {
    if (target == "answer/" + item_->answers[i].id.str()) choose(i, show, now, out);
  }
}

void Question::choose(std::size_t answer, const Show& show, Instant now, Outbox& out) {
  if (ruled_out_ == answer) return;  // its reason has been given
  const bool first = !ruled_out_.has_value();
  const bool correct = item_->answers[answer].correct;
  const ItemRef ref{pack_->id, item_->id};
  if (first) {
    out.count(ItemAnswered{ref, nest::Phase::practice, item_->answers[answer].id, correct,
                           now - appeared_});
  } else {
    out.count(ItemRetried{ref, correct});
  }
  if (correct) phase_ = Right{answer, now};
  if (!correct && first) phase_ = Almost{answer};
  if (!correct && !first) phase_ = Shown{now};
  helped_ = helped_ || std::holds_alternative<Shown>(phase_);
  if (!correct && first) ruled_out_ = answer;
  mila_.play(correct ? "cheer" : (first ? "think" : "point"), now);
  out.cues.emplace_back(PlaySound{correct ? "library:clatter" : "library:soft"});
  say(show, now, out);
}

std::optional<Instant> Question::auto_next() const {
  const bool answered =
      std::holds_alternative<Right>(phase_) || std::holds_alternative<Shown>(phase_);
  if (!answered || !narrator_.ended()) return std::nullopt;
  return *narrator_.ended() + kLinger;
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
  return finished() ? std::optional<Instant>(Instant{}) : std::nullopt;
}

void Question::language_changed(const Show& show, Instant now, Outbox& out) {
  if (narrator_.tag() == "hint") return say_hint(show, now, out);
  say(show, now, out);
}

void Question::say(const Show& show, Instant now, Outbox& out) {
  narrator_.start(lines(show), now, *show.voices, out.cues);
}

void Question::say_hint(const Show& show, Instant now, Outbox& out) {
  narrator_.start({line("hint", item_->hint, show, "hint")}, now, *show.voices, out.cues);
}

Line Question::line(std::string tag, const Localized& text, const Show& show,
                    const std::string& part) const {
  return {std::move(tag),
          pack_->utterance(show.lang, text.plain(show.lang), item_->id.str() + "." + part)};
}

Line Question::phrase(std::string_view key, const Show& show) const {
  return {"phrase", show.phrase(key)};
}

/// What is said in this phase, in the order in which it stands on the screen.
std::vector<Line> Question::lines(const Show& show) const {
  const auto why = [&](std::size_t answer) {
    const auto& a = item_->answers[answer];
    return line("why", a.why, show, "why." + a.id.str());
  };
  return std::visit(
      Overloaded{
          [&](const Asking&) {
            std::vector<Line> out{line("prompt", item_->prompt, show, "prompt")};
            for (const auto i : order_) {
              const auto& a = item_->answers[i];
              if (ruled_out_ == i) continue;
              out.push_back(line("answer/" + a.id.str(), a.text, show, "answer." + a.id.str()));
            }
            return out;
          },
          [&](const Almost& p) {
            return std::vector<Line>{
                phrase(fmt::format("quiz.almost.{}", variant_ % kAlmosts + 1), show), why(p.chosen),
                phrase("quiz.again", show)};
          },
          [&](const Right& p) {
            return std::vector<Line>{phrase(fmt::format("quiz.right.{}", variant_ + 1), show),
                                     why(p.chosen)};
          },
          [&](const Shown&) {
            return std::vector<Line>{phrase("quiz.shown", show), why(item_->correct())};
          },
          [](const Done&) { return std::vector<Line>{}; },
      },
      phase_);
}

}  // namespace nest
