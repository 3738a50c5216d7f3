#include "core/workshop/workshop.h"

#include <algorithm>

namespace nest {
namespace {

using State = CardEntry::State;

std::size_t index(const Card& card) {
  return static_cast<std::size_t>(card.animal) * kBadges + static_cast<std::size_t>(card.badge);
}

Phase phase_of(Stage stage) {
  return stage == Stage::after ? Phase::after : Phase::before;
}

}  // namespace

Workshop::Workshop(RunInfo run, PackId topic, std::vector<GoalId> goals, Vault& vault, Instant now)
    : run_(std::move(run)),
      topic_(std::move(topic)),
      goals_(std::move(goals)),
      vault_(vault),
      began_(now),
      stage_(run_.mode == "play" ? Stage::lesson : Stage::before) {
  goals_.resize(std::min(goals_.size(), kMostGoals));
  vault_.wipe();
}

Workshop::~Workshop() {
  vault_.wipe();
}

void Workshop::next_stage() {
  if (run_.mode == "play" || stage_ == Stage::after) return;
  stage_ = stage_ == Stage::before ? Stage::lesson : Stage::after;
  finished_ = 0;
}

CardEntry& Workshop::entry(const Card& card) const {
  return vault_.entries()[index(card)];
}

/// Without cards the forms take turns, so that both come before and after.
Form Workshop::next_form() {
  return admitted_++ % 2 == 0 ? Form::a : Form::b;
}

std::optional<CardTrouble> Workshop::trouble(const Card& card) const {
  const auto state = entry(card).state;
  if (stage_ == Stage::before) {
    return state == State::unused ? std::nullopt : std::optional(CardTrouble::taken);
  }
  if (state == State::between) return std::nullopt;
  return state == State::unused || state == State::before ? CardTrouble::unknown
                                                          : CardTrouble::taken;
}

Ticket Workshop::admit(std::optional<Card> card, std::vector<UsageEvent>& out) {
  const Phase phase = phase_of(stage_);
  if (!card) return {phase, next_form(), std::nullopt};
  const Form first = first_form(*card);
  Ticket ticket{phase, phase == Phase::before ? first : other_form(first), card};
  if (const auto why = trouble(*card)) {
    out.emplace_back(CardTroubled{*why});
    ticket.card.reset();
    return ticket;
  }
  entry(*card).state = phase == Phase::before ? State::before : State::after;
  return ticket;
}

void Workshop::finish(const Ticket& ticket, FormFinished& event) {
  ++finished_;
  if (!ticket.card) {
    if (run_.mode == "paired") ++unpaired_;
    return;
  }
  auto& kept = entry(*ticket.card);
  if (ticket.phase == Phase::before) {
    kept = {State::between, 0, 0};
    for (const auto& answer : event.answers) {
      const auto goal = std::find(goals_.begin(), goals_.end(), answer.goal);
      if (goal == goals_.end()) continue;
      const auto bit = std::uint64_t{1} << static_cast<unsigned>(goal - goals_.begin());
      kept.asked |= bit;
      if (answer.correct) kept.right |= bit;
    }
    return;
  }
  if (kept.state != State::after) return;  // its time was over in between
  Earlier earlier{first_form(*ticket.card), {}};
  for (std::size_t i = 0; i < goals_.size(); ++i) {
    const auto bit = std::uint64_t{1} << i;
    if ((kept.asked & bit) != 0) earlier.correct[goals_[i]] = (kept.right & bit) != 0;
  }
  event.earlier = std::move(earlier);
  kept = {State::done, 0, 0};
}

void Workshop::leave(const Ticket& ticket, std::vector<UsageEvent>& out) {
  out.emplace_back(CardTroubled{CardTrouble::half_way});
  if (!ticket.card) return;
  auto& state = entry(*ticket.card).state;
  if (state == State::before) state = State::unused;
  if (state == State::after) state = State::between;
}

void Workshop::advance(Instant now) {
  if (forgotten_ || now - began_ < kCardsKept) return;
  vault_.wipe();
  forgotten_ = true;
}

std::optional<Instant> Workshop::next_due() const {
  if (forgotten_) return std::nullopt;
  return began_ + kCardsKept;
}

std::optional<std::size_t> Workshop::left() const {
  if (stage_ != Stage::after || run_.mode != "paired") return std::nullopt;
  const auto entries = vault_.entries();
  return static_cast<std::size_t>(
      std::count_if(entries.begin(), entries.end(),
                    [](const CardEntry& e) { return e.state == State::between; }));
}

}  // namespace nest
