#include "core/activities/spot/spot.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/activities/reply.h"

namespace nest::spot {
namespace {

constexpr int kTries = 2;

}  // namespace

Spot::Spot(const PackContent& pack, const Script& script, std::string id, Random luck)
    : pack_(&pack), script_(&script), id_(std::move(id)), variant_(luck.below(kPraises)) {}

bool Spot::found(std::size_t thing) const {
  return std::find(found_.begin(), found_.end(), thing) != found_.end();
}

bool Spot::solved() const {
  const auto wanted = std::count_if(script_->things.begin(), script_->things.end(),
                                    [](const Thing& thing) { return thing.right; });
  return static_cast<std::ptrdiff_t>(found_.size()) == wanted;
}

void Spot::enter(const Show& show, Instant now, Outbox& out) {
  say(show, now, out);
  mila_.play("point", now);
}

void Spot::tap(std::string_view target, const Show& show, Instant now, Outbox& out) {
  if (target == "listen") {
    if (!solved()) told_.reset();
    return say(show, now, out);
  }
  if (target == "next" && solved()) {
    narrator_.stop(out.cues);
    finished_ = true;
  }
  if (solved()) return;
  if (target == "hint") {
    mila_.play("point", now);
    return light_next();
  }
  for (std::size_t i = 0; i < script_->things.size(); ++i) {
    if (target == "thing/" + script_->things[i].id) return touch(i, show, now, out);
  }
}

void Spot::touch(std::size_t thing, const Show& show, Instant now, Outbox& out) {
  told_ = thing;
  const bool right = script_->things[thing].right;
  if (right && !found(thing)) {
    found_.push_back(thing);
    misses_ = 0;
    lit_.reset();
  }
  if (!right && ++misses_ >= kTries) light_next();
  mila_.play(solved() ? "cheer" : (right ? "wave" : "think"), now);
  out.cues.emplace_back(
      PlaySound{solved() ? "library:clatter" : (right ? "library:drop" : "library:soft")});
  say(show, now, out);
}

/// A light on the next thing to find; that is help.
void Spot::light_next() {
  for (std::size_t i = 0; i < script_->things.size(); ++i) {
    if (!script_->things[i].right || found(i)) continue;
    lit_ = i;
    helped_ = true;
    return;
  }
}

void Spot::advance(const Show& show, Instant now, Outbox& out) {
  narrator_.advance(now, *show.voices, out.cues);
  if (!narrator_.speaking()) told_.reset();
  if (solved() && narrator_.ended() && now >= *narrator_.ended() + kLinger) finished_ = true;
}

std::optional<Instant> Spot::next_due() const {
  if (finished_) return std::nullopt;
  if (solved() && narrator_.ended()) return *narrator_.ended() + kLinger;
  return narrator_.next_due();
}

void Spot::language_changed(const Show& show, Instant now, Outbox& out) {
  say(show, now, out);
}

void Spot::say(const Show& show, Instant now, Outbox& out) {
  narrator_.start(lines(show), now, *show.voices, out.cues);
}

std::vector<Line> Spot::lines(const Show& show) const {
  const auto own = [&](const char* tag, const Localized& text, const std::string& part) {
    return Line{tag, pack_->utterance(show.lang, text.plain(show.lang), id_ + "." + part)};
  };
  const auto phrase = [&](const std::string& key) { return Line{"phrase", show.phrase(key)}; };
  if (!told_) return {own("say", script_->say, "say")};
  const auto& thing = script_->things[*told_];
  std::vector<Line> out;
  if (!thing.right) {
    out.push_back(phrase(fmt::format("quiz.almost.{}", variant_ % kAlmosts + 1)));
  }
  out.push_back(own("why", thing.why, "why." + thing.id));
  if (solved()) out.push_back(phrase(fmt::format("quiz.right.{}", variant_ + 1)));
  return out;
}

}  // namespace nest::spot
