#pragma once
// A whole workshop with cards, and free play before it, counted as the kiosk counts: every kind of
// event, through the same Workshop and Counter. For tests of what the file may hold afterwards.
#include <fmt/format.h>

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/base/random.h"
#include "core/usage/tally.h"
#include "core/workshop/workshop.h"

namespace nest::test {

class ScriptedWorkshop {
 public:
  /// So many bits that what a card has answered is found nowhere by chance.
  static constexpr std::size_t kGoals = 40, kChildren = 8;
  /// As large as a sum over all children and goals can become; the number of a day is larger.
  static constexpr std::int64_t kLargest = kChildren * kGoals * kGoals;

  ScriptedWorkshop(TallyStore& store, Vault& vault) : counter_(store), vault_(vault) {}

  /// Called after each event.
  std::function<void()> after_each = [] {};

  void free_play() {
    const ActivityRef quiz{kPack, ActivityId("quiz")};
    const ItemRef item{kPack, ItemId("soap")};
    count({VisitStarted{}, LanguageChosen{Lang("lt")}, AgeChosen{AgeBand::c}, ActivityStarted{quiz},
           PlayedTogether{3}, ItemShown{item}, HintShown{item},
           ItemAnswered{item, Phase::practice, AnswerId("soap+towel"), false, Millis(29'999)},
           ItemRetried{item, true}, ActivityHelped{quiz}, ActivityCompleted{quiz},
           AgainAnswered{AgainAnswer::maybe}, FavouriteChosen{quiz}, VisitEnded{VisitEnd::idle}});
  }
  void begin() {
    const RunInfo run{
        "00000000000000aa", "paired", "2026-05-04", "suwalki-school", "B", "10-14", "4827"};
    count({RunBegun{run}});
    workshop_.emplace(run, kPack, goals(), vault_, Instant{});
  }
  /// All children, one after the other; then a card that has been seen already, and a child who
  /// leaves.
  void round() {
    for (std::size_t child = 0; child < kChildren; ++child) answer(card(child), child);
    answer(card(0), kChildren);
    std::vector<UsageEvent> out;
    const auto ticket = workshop_->admit(card(kChildren), out);
    workshop_->leave(ticket, out);
    count(out);
  }
  void next_stage() { workshop_->next_stage(); }
  void close() {
    workshop_.reset();
    count({RunClosed{}});
  }
  /// Up to the moment before the workshop is closed.
  void play() {
    free_play();
    begin();
    round();
    next_stage();
    next_stage();
    round();
  }

  static Card card(std::size_t child) { return deck().at(child); }
  /// All ids of the content that was played.
  static std::set<std::string> ids() {
    std::set<std::string> out{kPack.str(), "quiz", "soap", "soap+towel", "water", "unknown"};
    for (std::size_t goal = 0; goal < kGoals; ++goal) {
      out.insert({goal_id(goal), goal_id(goal) + "-a", goal_id(goal) + "-b"});
    }
    return out;
  }

 private:
  static inline const PackId kPack{"hands"};
  static std::string goal_id(std::size_t goal) { return fmt::format("goal-{}", goal); }
  static std::vector<GoalId> goals() {
    std::vector<GoalId> out;
    for (std::size_t goal = 0; goal < kGoals; ++goal) out.emplace_back(goal_id(goal));
    return out;
  }
  void count(const std::vector<UsageEvent>& events) {
    for (const auto& event : events) {
      counter_.count(event);
      after_each();
    }
  }
  void answer(const Card& card, std::size_t child) {
    std::vector<UsageEvent> out;
    const auto ticket = workshop_->admit(card, out);
    Random luck(child + (ticket.phase == Phase::after ? 100 : 1));
    FormFinished form{kPack, ticket.phase, ticket.form, {}, {}};
    for (const auto& goal : goals()) {
      const ItemId item(goal.str() + (ticket.form == Form::a ? "-a" : "-b"));
      form.answers.push_back({item, goal, luck.below(2) == 0});
    }
    const auto& first = form.answers.front();
    out.push_back(ItemAnswered{{kPack, first.item},
                               ticket.phase,
                               AnswerId(first.correct ? "water" : "unknown"),
                               first.correct,
                               Millis(luck.below(40'000))});
    workshop_->finish(ticket, form);
    out.emplace_back(std::move(form));
    count(out);
  }

  Counter counter_;
  Vault& vault_;
  std::optional<Workshop> workshop_;
};

}  // namespace nest::test
