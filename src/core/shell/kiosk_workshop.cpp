// What a workshop does to the kiosk, and what children do in one.
#include <algorithm>
#include <charconv>

#include "core/activities/question_run.h"
#include "core/base/wording.h"
#include "core/shell/kiosk.h"

namespace nest {
namespace {

/// "animal/3" → 3, if it is below `count`.
std::optional<std::size_t> numbered(std::string_view target, std::string_view prefix,
                                    std::size_t count) {
  if (!target.starts_with(prefix)) return std::nullopt;
  std::size_t number = 0;
  const auto digits = target.substr(prefix.size());
  const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (fault != std::errc{} || number >= count) return std::nullopt;
  return number;
}

}  // namespace

void Kiosk::start_workshop(RunInfo run, const PackId& topic, Vault& vault, Instant now) {
  close_workshop(now);
  end_visit(VisitEnd::home, now);
  std::vector<GoalId> goals;
  for (const auto& p : packs_) {
    if (p.id() != topic) continue;
    for (const auto& item : p.content.items) {
      const bool known = std::find(goals.begin(), goals.end(), item.goal) != goals.end();
      if (item.form != Form::practice && !known) goals.push_back(item.goal);
    }
  }
  out_.count(RunBegun{run});
  workshop_ = std::make_unique<Workshop>(std::move(run), topic, std::move(goals), vault, now);
  stale_ = true;
}

void Kiosk::next_stage(Instant now) {
  if (!workshop_) return;
  end_visit(VisitEnd::home, now);
  workshop_->next_stage();
  stale_ = true;
}

void Kiosk::close_workshop(Instant now) {
  if (!workshop_) return;
  end_visit(VisitEnd::home, now);
  out_.count(RunClosed{});
  out_.usage = counted(std::move(out_.usage));  // as it was ordered until now
  workshop_.reset();
  counts_ = true;
  paused_ = false;
  stale_ = true;
}

void Kiosk::pause_all(bool on, Instant now) {
  if (on == paused_) return;
  if (on && !held_still()) hold_still(now);
  paused_ = on;
  if (!held_still()) go_on(now);
}

void Kiosk::do_not_count(bool on) {
  // The adult is at the screen, so no child is in the middle of anything.
  counts_ = !on;
}

/// What may leave: while nothing is to be counted, only that runs begin and end; of children who
/// play together no single answer.
std::vector<UsageEvent> Kiosk::counted(std::vector<UsageEvent> events) const {
  const auto of_a_run = [](const UsageEvent& event) {
    return std::holds_alternative<RunBegun>(event) || std::holds_alternative<RunClosed>(event);
  };
  const auto of_one_child = [](const UsageEvent& event) {
    const auto* const shown = std::get_if<ItemShown>(&event);
    const auto* const answered = std::get_if<ItemAnswered>(&event);
    return (shown != nullptr && shown->phase == Phase::practice) ||
           (answered != nullptr && answered->phase == Phase::practice) ||
           std::holds_alternative<ItemRetried>(event) || std::holds_alternative<HintShown>(event);
  };
  std::erase_if(events, [&](const UsageEvent& event) {
    return (!counts_ && !of_a_run(event)) || (together_ && of_one_child(event));
  });
  return events;
}

/// The workshop's pack, if children of its age find something in it.
std::optional<std::size_t> Kiosk::topic() const {
  for (const auto i : offered()) {
    if (workshop_ && pack(i).id() == workshop_->topic()) return i;
  }
  return std::nullopt;
}

/// What a child meets after the choice of its language; false if the topic is not there.
bool Kiosk::begin_topic(Instant now) {
  visit_->age = band_of(workshop_->run().ages).value_or(AgeBand::b);
  const auto index = topic();
  if (!index) return false;
  out_.count(AgeChosen{visit_->age});
  if (!workshop_->asks()) {
    open_pack(*index, now);
  } else if (workshop_->stage() == Stage::before) {
    go(Notice{}, now);
  } else {
    begin_round(now);
  }
  return true;
}

void Kiosk::begin_round(Instant now) {
  if (workshop_->wants_card()) return go(CardChoice{}, now);
  play_round(std::nullopt, now);
}

void Kiosk::choose_animal(std::size_t index, Instant now) {
  go(CardChoice{static_cast<Animal>(index), {}}, now);
}

void Kiosk::choose_badge(std::size_t index, Instant now) {
  const Card card{*std::get<CardChoice>(state_).animal, static_cast<Badge>(index)};
  if (workshop_->trouble(card)) return go(CardChoice{card.animal, card}, now);
  play_round(card, now);
}

void Kiosk::play_round(std::optional<Card> card, Instant now) {
  const auto index = topic();
  if (!index) return end_visit(VisitEnd::home, now);
  const Ticket ticket = workshop_->admit(card, out_.usage);
  auto activity = start_form(pack(*index).content, visit_->age, ticket.form, ticket.phase,
                             Random(luck_.next()));
  if (!activity) return end_visit(VisitEnd::home, now);
  const ActivityId id(ticket.phase == Phase::before ? "round-before" : "round-after");
  go(Playing{*index, std::nullopt, id, std::move(activity), ticket}, now);
  auto& playing = std::get<Playing>(state_);
  out_.count(ActivityStarted{ref(playing)});
  playing.activity->enter(show(), now, out_);
}

/// The answers of the round are on their way out; what is known of the card's first round goes with
/// them, so that both are one transaction.
void Kiosk::round_ended(Playing& playing, Instant now) {
  for (auto& event : out_.usage) {
    if (auto* form = std::get_if<FormFinished>(&event); form != nullptr && workshop_) {
      workshop_->finish(playing.ticket, *form);
    }
  }
  go(Farewell{}, now);
  mila_.play("wave", now);
}

bool Kiosk::tap_workshop(std::string_view target, Instant now) {
  if (!workshop_) return false;
  if (std::holds_alternative<Notice>(state_) && target == "notice/ok") {
    begin_round(now);
    return true;
  }
  const auto* choice = std::get_if<CardChoice>(&state_);
  if (choice == nullptr) return false;
  if (choice->doubted && target == "card/again") {
    begin_round(now);
    return true;
  }
  if (choice->doubted && target == "card/mine") {
    play_round(Card(*choice->doubted), now);
    return true;
  }
  if (const auto animal = numbered(target, "animal/", kAnimals); animal && !choice->animal) {
    choose_animal(*animal, now);
    return true;
  }
  if (const auto badge = numbered(target, "badge/", kBadges);
      badge && choice->animal && !choice->doubted) {
    choose_badge(*badge, now);
    return true;
  }
  return false;
}

}  // namespace nest
