#include "core/usage/reports/rounds.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>

#include "core/usage/release.h"
#include "core/usage/reports/goals.h"
#include "core/usage/reports/scores.h"

namespace nest::reports {
namespace {

/// What else is told of all topics, looked up once for their rounds.
struct Elsewhere {
  std::map<std::string, PairedGroup> paired;
  std::map<std::string, UnpairedGroup> unpaired;
  std::set<std::string> kept_goals;
};

/// One topic's round.
class TopicRound {
 public:
  TopicRound(const Figures& figures, Elsewhere& elsewhere, const std::string& pack,
             std::string_view phase)
      : figures_(figures),
        pack_(pack),
        phase_(phase),
        goals_told_(elsewhere.kept_goals.count(pack) == 0),
        paired_(paired_result(elsewhere.paired[pack])),
        unpaired_(unpaired_result(elsewhere.unpaired[pack])) {}

  bool told() const { return scores_told() && !others_few() && goals_told_ && !left_few(); }

 private:
  bool is_before() const { return phase_ == "before"; }
  /// Children of workshops without cards.
  std::int64_t without_cards() const {
    return is_before() ? unpaired_.n_before : unpaired_.n_after;
  }
  bool scores_told() const {
    const auto is_told = [&](const auto& result) {
      return std::holds_alternative<Mean>(is_before() ? result.before : result.after);
    };
    return (paired_.n == 0 || is_told(paired_)) && (without_cards() == 0 || is_told(unpaired_));
  }
  /// Children who did the round and are in no pair, workshops without cards aside.
  bool others_few() const {
    std::int64_t all = 0;
    for (const auto& [key, n] : figures_.forms) {
      if (key.pack == pack_ && key.phase == phase_) all += n;
    }
    return is_small(all - paired_.n - without_cards());
  }
  /// Children who left half-way, by the round and by the question.
  bool left_few() const {
    for (const auto& [key, counts] : figures_.activities) {
      if (key.pack != pack_ || round_of_activity(key.activity) != phase_) continue;
      const auto [started, completed, abandoned, helped] = counts;
      if (is_small(abandoned) || is_small(started - completed - abandoned)) return true;
    }
    return std::any_of(figures_.items.begin(), figures_.items.end(), [&](const auto& item) {
      const auto& [key, counts] = item;
      if (key.pack != pack_ || key.phase != phase_) return false;
      const auto sums = figures_.item_sums.find(key);
      const auto done = sums == figures_.item_sums.end() ? 0 : sums->second[0];
      return is_small(counts[1] - done);
    });
  }

  const Figures& figures_;
  const std::string& pack_;
  const std::string_view phase_;
  const bool goals_told_;
  const GroupResult paired_;
  const UnpairedResult unpaired_;
};

}  // namespace

std::string_view round_of_activity(std::string_view activity) {
  if (activity == "round-before") return "before";
  return activity == "round-after" ? "after" : "";
}

std::set<std::string> kept_rounds(const Figures& figures, std::string_view phase) {
  std::set<std::string> packs;
  for (const auto& [key, counts] : figures.items) {
    if (key.phase == phase) packs.insert(key.pack);
  }
  for (const auto& [key, counts] : figures.activities) {
    if (round_of_activity(key.activity) == phase) packs.insert(key.pack);
  }
  Elsewhere elsewhere{paired_groups(figures), unpaired_groups(figures),
                      packs_with_kept_goals(figures, phase)};
  std::set<std::string> kept;
  std::copy_if(
      packs.begin(), packs.end(), std::inserter(kept, kept.end()),
      [&](const std::string& pack) { return !TopicRound(figures, elsewhere, pack, phase).told(); });
  return kept;
}

}  // namespace nest::reports
