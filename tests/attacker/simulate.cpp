#include "attacker/simulate.h"

#include <fmt/format.h>

#include <array>
#include <map>
#include <string>

#include "core/base/random.h"
#include "core/usage/tally.h"
#include "support/event_rows.h"

namespace nest::attacker {
namespace {

/// What one set is like: how much its children know, and how often they leave.
struct Climate {
  std::array<int, 2> knows{};  ///< percent right, before and after
  int leaves = 0, misses = 0;  ///< percent who leave a round half-way, who miss one
  int hastes = 0;              ///< percent of answers within three seconds
  int schools = 1;             ///< how many times a workshop's children
  int eases = 0;               ///< points more right answers to some of form A, not to their twins
  int eased = 0;               ///< these questions
};

class World {
 public:
  explicit World(std::uint64_t seed) : luck_(seed) {
    for (const std::string pack : {"hands", "teeth"}) lengths_[pack] = 3 + below(4);
    const std::array knows{3, 20, 45, 60, 80, 95, 100};
    climate_.knows = {pick(knows), pick(knows)};
    climate_.leaves = pick(std::array{0, 0, 4, 12});
    climate_.misses = pick(std::array{0, 0, 5, 15, 40});
    climate_.hastes = pick(std::array{0, 2, 30, 98});
    climate_.schools = pick(std::array{1, 1, 1, 4});
    climate_.eases = pick(std::array{0, 0, 40});
    climate_.eased = 1 + below(2);
    if (percent(30)) calm_down();
  }
  SimulatedSet make() {
    free_play();
    const int rooms = 1 + below(4);
    for (int room = 0; room < rooms; ++room) workshop(room, true);
    SimulatedSet set{tables_, {}};
    workshop(rooms, false);
    set.with_open = tables_;
    return set;
  }

 private:
  void count(const std::string& run, const UsageEvent& event, int times = 1) {
    test::add_rows(tables_, run, event, times);
  }
  /// A set of which much is told: large groups that stay and know half of most questions.
  void calm_down() {
    const std::array knows{40, 50, 60};
    climate_.knows = {pick(knows), pick(knows)};
    climate_.leaves = pick(std::array{0, 0, 12});
    climate_.misses = pick(std::array{0, 0, 25});
    climate_.schools = pick(std::array{2, 3, 6});
    climate_.eases = pick(std::array{0, 30, 40, 55, -45});
  }

  int below(int limit) { return static_cast<int>(luck_.below(static_cast<std::uint32_t>(limit))); }
  bool percent(int chance) { return below(100) < chance; }
  template <class Choices>
  typename Choices::value_type pick(const Choices& choices) {
    return choices[luck_.below(static_cast<std::uint32_t>(choices.size()))];
  }
  int some() { return percent(15) ? 0 : below(percent(50) ? 9 : 60); }

  void free_play() {
    const std::string run = "free";
    tables_.runs.push_back({run, "free", {}, {}, {}, {}, {}, false});
    visits(run);
    for (const auto* const pack : {"hands", "teeth"}) {
      activity(run, {PackId(pack), ActivityId("quiz")});
      activity(run, {PackId(pack), ActivityId("story")});
      for (int q = 0; q < 2; ++q)
        practice(run, {PackId(pack), ItemId(fmt::format("{}-p-{}", pack, q))});
    }
  }
  void visits(const std::string& run) {
    int all = percent(20) ? below(4) : 0;  // that go on
    for (const auto how : {VisitEnd::farewell, VisitEnd::home, VisitEnd::idle}) {
      const int n = some();
      count(run, VisitEnded{how}, n);
      all += n;
    }
    count(run, VisitStarted{}, all);
    int left = all;
    for (const auto band : {AgeBand::a, AgeBand::b, AgeBand::c}) {
      const int n = std::min(left, some());
      count(run, AgeChosen{band}, n);
      left -= n;
    }
    for (const auto* const lang : {"pl", "lt", "en"})
      count(run, LanguageChosen{Lang(lang)}, some());
    for (const auto how : {AgainAnswer::yes, AgainAnswer::maybe, AgainAnswer::no}) {
      count(run, AgainAnswered{how}, some());
    }
    for (const auto* const id : {"quiz", "story"}) {
      count(run, FavouriteChosen{{PackId("hands"), ActivityId(id)}}, some());
    }
  }
  void activity(const std::string& run, const ActivityRef& which) {
    const int completed = some();
    const int abandoned = some();
    count(run, ActivityCompleted{which}, completed);
    count(run, ActivityAbandoned{which}, abandoned);
    count(run, ActivityHelped{which}, std::min(completed, some()));
    count(run, ActivityStarted{which}, completed + abandoned + (percent(20) ? below(4) : 0));
  }
  void practice(const std::string& run, const ItemRef& item) {
    int answered = 0;
    for (const auto* const option : {"right", "wrong", "other"}) {
      const int n = some();
      count(run,
            ItemAnswered{item, Phase::practice, AnswerId(option), option == std::string("right"),
                         Millis(0)},
            n);
      answered += n;
    }
    count(run, ItemShown{item, Phase::practice}, answered + below(6));
    count(run, HintShown{item}, some());
  }

  void workshop(int number, bool closed) {
    const auto mode = pick(std::array{"paired", "paired", "paired", "unpaired", "play"});
    const auto* const pack = pick(std::array{"hands", "teeth"});
    const int kiosks = percent(20) ? 2 : 1;
    const int children = climate_.schools * pick(std::array{1 + below(5), 5 + below(10),
                                                            10 + below(21), 10 + below(21)});
    for (int k = 0; k < kiosks; ++k) {
      RunRow row{fmt::format("{:x}{:x}", number, k),       mode,
                 fmt::format("2026-05-{:02}", number + 1), "alytus",
                 pick(std::array{"A", "B", "C"}),          "",
                 fmt::format("room-{}", number),           closed};
      if (k > 0) row.ages = tables_.runs.back().ages;
      tables_.runs.push_back(row);
      for (int c = k; c < children; c += kiosks) child(row, pack);
    }
  }
  void child(const RunRow& run, const std::string& pack) {
    if (run.mode == "play") return play(run.id, pack);
    const auto first = percent(50) ? Form::a : Form::b;
    const auto second = first == Form::a ? Form::b : Form::a;
    std::optional<Earlier> earlier;
    if (!percent(climate_.misses)) {
      if (auto known = round(run.id, pack, Phase::before, first, {})) {
        if (run.mode == "paired") earlier = Earlier{first, std::move(*known)};
      } else if (run.mode == "paired") {
        count(run.id, CardTroubled{CardTrouble::half_way});
      }
    }
    if (!percent(climate_.misses)) round(run.id, pack, Phase::after, second, earlier);
  }
  void play(const std::string& run, const std::string& pack) {
    const ActivityRef quiz{PackId(pack), ActivityId("quiz")};
    count(run, VisitStarted{});
    count(run, ActivityStarted{quiz});
    const bool leaves = percent(10);
    if (leaves) count(run, ActivityAbandoned{quiz});
    if (!leaves) count(run, ActivityCompleted{quiz});
    count(run, VisitEnded{leaves ? VisitEnd::home : VisitEnd::farewell});
  }
  /// What the child knew, by goal; nothing if it left half-way.
  std::optional<std::map<GoalId, bool>> round(const std::string& run, const std::string& pack,
                                              Phase phase, Form form,
                                              const std::optional<Earlier>& earlier) {
    const bool first = phase == Phase::before;
    const ActivityRef activity{PackId(pack), ActivityId(first ? "round-before" : "round-after")};
    FormFinished event{PackId(pack), phase, form, {}, earlier};
    std::map<GoalId, bool> known;
    count(run, VisitStarted{});
    count(run, ActivityStarted{activity});
    const int length = lengths_.at(pack);
    const int stops = percent(climate_.leaves) ? below(length) : length;
    for (int q = 0; q < length; ++q) {
      const ItemRef item{PackId(pack),
                         ItemId(fmt::format("{}-{}-{}", pack, form == Form::a ? "a" : "b", q))};
      const GoalId goal(fmt::format("{}-goal-{}", pack, q));
      const bool eased = form == Form::a && q < climate_.eased;
      const bool right = percent(climate_.knows.at(first ? 0 : 1) + (eased ? climate_.eases : 0));
      count(run, ItemShown{item, phase});
      if (q == stops) break;
      const AnswerId option(right ? "right" : percent(50) ? "wrong" : "unknown");
      const Millis taken(percent(climate_.hastes) ? 2000 : 8000);
      count(run, ItemAnswered{item, phase, option, right, taken});
      event.answers.push_back({item.item, goal, right});
      known[goal] = right;
    }
    const bool leaves = stops < length;
    count(run, VisitEnded{leaves ? VisitEnd::home : VisitEnd::farewell});
    if (leaves) return count(run, ActivityAbandoned{activity}), std::nullopt;
    count(run, ActivityCompleted{activity});
    count(run, event);
    return known;
  }

  Random luck_;
  TallyTables tables_;
  std::map<std::string, int> lengths_;
  Climate climate_;
};

}  // namespace

SimulatedSet simulate(std::uint64_t seed) {
  return World(seed).make();
}

}  // namespace nest::attacker
