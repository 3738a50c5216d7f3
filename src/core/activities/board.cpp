#include "core/activities/board.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "core/activities/reply.h"

namespace nest {
namespace {

constexpr int kTries = 2;

}  // namespace

Board::Board(const PackContent& pack, const BoardScript& script, std::string id, Random luck)
    : pack_(&pack),
      script_(&script),
      id_(std::move(id)),
      reserve_(script.things.size()),
      misses_(script.things.size()),
      variant_(luck.below(kPraises)) {
  std::iota(reserve_.begin(), reserve_.end(), std::size_t{0});
  luck.shuffle(std::span(reserve_));
  while (!reserve_.empty() && tray_.size() < script.tray) {
    tray_.emplace_back(reserve_.back());
    reserve_.pop_back();
  }
}

std::vector<std::size_t> Board::things_in(std::size_t slot) const {
  std::vector<std::size_t> out;
  std::copy_if(placed_.begin(), placed_.end(), std::back_inserter(out),
               [&](std::size_t thing) { return script_->things[thing].home == slot; });
  return out;
}

void Board::enter(const Show& show, Instant now, Outbox& out) {
  say(show, now, out);
  mila_.play("point", now);
}

void Board::tap(std::string_view target, const Show& show, Instant now, Outbox& out) {
  if (target == "listen") {
    if (!solved()) reply_.reset();
    return say(show, now, out);
  }
  if (target == "next" && solved()) {
    narrator_.stop(out.cues);
    finished_ = true;
  }
  if (solved()) return;
  if (target == "hint") return hint(show, now, out);
  for (const auto& thing : tray_) {
    if (thing && target == "thing/" + script_->things[*thing].id) {
      return pick(*thing, show, now, out);
    }
  }
  for (std::size_t i = 0; i < script_->slots.size(); ++i) {
    if (target == "slot/" + script_->slots[i].id) return place(i, show, now, out);
  }
}

void Board::pick(std::size_t thing, const Show& show, Instant now, Outbox& out) {
  if (picked_ != thing) lit_.reset();
  picked_ = thing;
  reply_.reset();
  const auto& named = script_->things[thing];
  narrator_.start({line("thing/" + named.id, named.text, "thing." + named.id, show)}, now,
                  *show.voices, out.cues);
}

void Board::place(std::size_t slot, const Show& show, Instant now, Outbox& out) {
  if (!picked_) {  // what is this bin for?
    const auto& named = script_->slots[slot];
    if (named.text.empty()) return;
    return narrator_.start({line("slot/" + named.id, named.text, "slot." + named.id, show)}, now,
                           *show.voices, out.cues);
  }
  const auto thing = *picked_;
  const auto home = script_->things[thing].home;
  const bool right = slot == home;
  if (!right) ++misses_[thing];
  const bool shown = !right && misses_[thing] >= kTries;
  const auto kind = right ? Reply::Kind::right : (shown ? Reply::Kind::shown : Reply::Kind::almost);
  reply_ = Reply{kind, thing, right || shown ? home : slot, now};
  picked_.reset();
  lit_.reset();
  if (shown) helped_ = true;
  if (right || shown) settle(thing);
  mila_.play(solved() ? "cheer" : (right ? "idle" : "think"), now);
  out.cues.emplace_back(
      PlaySound{solved() ? "library:clatter" : (right ? "library:drop" : "library:soft")});
  say(show, now, out);
}

void Board::settle(std::size_t thing) {
  placed_.push_back(thing);
  auto& cell = *std::find(tray_.begin(), tray_.end(), std::optional(thing));
  cell.reset();
  if (reserve_.empty()) return;
  cell = reserve_.back();
  reserve_.pop_back();
}

/// Shows where the picked thing belongs; without one, picks the next.
void Board::hint(const Show& show, Instant now, Outbox& out) {
  const auto next = std::find_if(tray_.begin(), tray_.end(), [](const auto& t) { return !!t; });
  const auto thing = picked_ ? *picked_ : **next;
  if (!picked_) pick(thing, show, now, out);
  lit_ = script_->things[thing].home;
  helped_ = true;
  mila_.play("point", now);
}

void Board::advance(const Show& show, Instant now, Outbox& out) {
  narrator_.advance(now, *show.voices, out.cues);
  if (!narrator_.speaking() && reply_ && reply_->kind == Reply::Kind::almost) reply_.reset();
  if (solved() && narrator_.ended() && now >= *narrator_.ended() + kLinger) finished_ = true;
}

std::optional<Instant> Board::next_due() const {
  if (finished_) return std::nullopt;
  if (solved() && narrator_.ended()) return *narrator_.ended() + kLinger;
  return narrator_.next_due();
}

void Board::language_changed(const Show& show, Instant now, Outbox& out) {
  say(show, now, out);
}

void Board::say(const Show& show, Instant now, Outbox& out) {
  narrator_.start(lines(show), now, *show.voices, out.cues);
}

Line Board::line(std::string tag, const Localized& text, const std::string& part,
                 const Show& show) const {
  return {std::move(tag), pack_->utterance(show.lang, text.plain(show.lang), id_ + "." + part)};
}

Line Board::phrase(const std::string& key, const Show& show) const {
  return {"phrase", show.phrase(key)};
}

/// What is said now: the reply to what was done, else the instruction.
std::vector<Line> Board::lines(const Show& show) const {
  if (!reply_) return {line("say", script_->say, "say", show)};
  const auto& thing = script_->things[reply_->thing];
  std::vector<Line> out;
  if (reply_->kind == Reply::Kind::almost) {
    out.push_back(phrase(fmt::format("quiz.almost.{}", variant_ % kAlmosts + 1), show));
  }
  if (reply_->kind == Reply::Kind::shown) out.push_back(phrase("board.shown", show));
  out.push_back(line("why", thing.why, "why." + thing.id, show));
  if (reply_->kind == Reply::Kind::almost) out.push_back(phrase("quiz.again", show));
  if (solved()) out.push_back(phrase(fmt::format("quiz.right.{}", variant_ + 1), show));
  return out;
}

}  // namespace nest
