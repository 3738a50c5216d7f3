// What a question says, in the order in which it stands on the screen.
#include <fmt/format.h>

#include "core/activities/question.h"
#include "core/activities/reply.h"
#include "core/base/overloaded.h"

namespace nest {
namespace {

constexpr std::size_t kThanks = 3;
constexpr std::string_view kWhy = "why/";

/// The interface's word on an answer of a true/false item.
const char* truth_key(const Answer& answer) {
  return answer.id.str() == kTrue ? "item.true" : "item.false";
}

}  // namespace

void Question::language_changed(const Show& show, Instant now, Outbox& out) {
  if (narrator_.tag() == "hint") return say_hint(show, now, out);
  say(show, now, out);
}

void Question::prepare(const Show& show, Outbox& out) const {
  out.cues.emplace_back(Prepare{line("prompt", item_->prompt, show, "prompt").what});
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

std::string Question::answer_text(std::size_t answer, const Show& show) const {
  if (item_->kind == ItemKind::true_false)
    return show.texts->text(truth_key(item_->answers[answer]));
  return item_->answers[answer].text.plain(show.lang);
}

Line Question::answer_line(std::size_t answer, const Show& show) const {
  const auto& a = item_->answers[answer];
  const std::string tag = "answer/" + a.id.str();
  if (item_->kind == ItemKind::true_false) return {tag, show.phrase(truth_key(a))};
  auto spoken = line(tag, a.text, show, "answer." + a.id.str());
  if (!a.sound.empty()) spoken.what.recording = pack_->media(a.sound);
  return spoken;
}

/// The answers whose reasons belong to what was just answered.
std::vector<std::size_t> Question::reasons() const {
  const bool wrong = std::holds_alternative<Almost>(phase_);
  const bool over = std::holds_alternative<Right>(phase_) || std::holds_alternative<Shown>(phase_);
  std::vector<std::size_t> out;
  for (const auto i : order_) {
    const bool correct = item_->answers[i].correct;
    if ((over && correct) || (wrong && !correct && ruled_out_.contains(i))) out.push_back(i);
  }
  return out;
}

std::optional<std::size_t> Question::explained() const {
  const auto why = reasons();
  for (const auto i : why) {
    if (narrator_.tag() == std::string(kWhy) + item_->answers[i].id.str()) return i;
  }
  if (why.empty()) return std::nullopt;
  return narrator_.ended() ? why.back() : why.front();
}

std::vector<Line> Question::asked_lines(const Show& show) const {
  std::vector<Line> out{line("prompt", item_->prompt, show, "prompt")};
  for (const auto i : order_) {
    if (!ruled_out_.contains(i)) out.push_back(answer_line(i, show));
  }
  if (evaluated()) {
    out.push_back({std::string("answer/") + kUnknown, show.phrase("round.unknown")});
  }
  return out;
}

std::vector<Line> Question::reason_lines(const Show& show) const {
  std::vector<Line> out;
  for (const auto i : reasons()) {
    const auto& a = item_->answers[i];
    // True and false share one reason, which has one recording.
    const bool shared = item_->kind == ItemKind::true_false;
    out.push_back(
        line(std::string(kWhy) + a.id.str(), a.why, show, shared ? "why" : "why." + a.id.str()));
  }
  return out;
}

std::vector<Line> Question::lines(const Show& show) const {
  const auto with_reasons = [&](std::string_view before, std::string_view after) {
    std::vector<Line> out{phrase(before, show)};
    for (auto& why : reason_lines(show)) out.push_back(std::move(why));
    if (!after.empty()) out.push_back(phrase(after, show));
    return out;
  };
  return std::visit(Overloaded{
                        [&](const Asking&) { return asked_lines(show); },
                        [&](const Almost&) {
                          // Nothing of what was chosen is wrong: something is missing.
                          if (reasons().empty())
                            return std::vector<Line>{phrase("quiz.more", show)};
                          return with_reasons(
                              fmt::format("quiz.almost.{}", variant_ % kAlmosts + 1), "quiz.again");
                        },
                        [&](const Right&) {
                          return with_reasons(fmt::format("quiz.right.{}", variant_ + 1), "");
                        },
                        [&](const Shown&) { return with_reasons("quiz.shown", ""); },
                        [&](const Thanked&) {
                          return std::vector<Line>{
                              phrase(fmt::format("round.thanks.{}", variant_ % kThanks + 1), show)};
                        },
                        [](const Done&) { return std::vector<Line>{}; },
                    },
                    phase_);
}

}  // namespace nest
