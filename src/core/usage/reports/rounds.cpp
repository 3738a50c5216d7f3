#include "core/usage/reports/rounds.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "core/usage/release.h"
#include "core/usage/reports/goals.h"
#include "core/usage/reports/scores.h"

namespace nest::reports {
namespace {

/// One topic's round.
class TopicRound {
 public:
  TopicRound(const Figures& figures, std::string pack, std::string_view phase)
      : figures_(figures), pack_(std::move(pack)), phase_(phase) {}

  bool told() const {
    return scores_told() && !others_few() && goals_told(figures_, pack_, phase_) && !left_few();
  }

 private:
  bool is_before() const { return phase_ == "before"; }
  std::int64_t pairs() const { return paired().n(); }
  PairedGroup paired() const {
    PairedGroup group;
    for (const auto& [key, sums] : figures_.scores) {
      if (key.pack == pack_) group.add(key, sums);
    }
    return group;
  }
  UnpairedResult unpaired() const {
    UnpairedGroup group;
    for (const auto& run : figures_.runs) {
      if (run.run.mode != "unpaired") continue;
      for (const auto& [key, n] : run.forms) {
        if (key.pack == pack_) group.add(key, n);
      }
    }
    return unpaired_result(group);
  }
  bool scores_told() const {
    const auto is_told = [&](const auto& result) {
      return std::holds_alternative<Mean>(is_before() ? result.before : result.after);
    };
    const auto without_cards = unpaired();
    const auto n = is_before() ? without_cards.n_before : without_cards.n_after;
    return (pairs() == 0 || is_told(paired_result(paired()))) && (n == 0 || is_told(without_cards));
  }
  /// Children who did the round and are in no pair, workshops without cards aside.
  bool others_few() const {
    std::int64_t all = 0;
    for (const auto& [key, n] : figures_.forms) {
      if (key.pack == pack_ && key.phase == phase_) all += n;
    }
    const auto result = unpaired();
    return is_small(all - pairs() - (is_before() ? result.n_before : result.n_after));
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
  const std::string pack_;
  const std::string_view phase_;
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
  std::set<std::string> kept;
  std::copy_if(packs.begin(), packs.end(), std::inserter(kept, kept.end()),
               [&](const std::string& pack) { return !TopicRound(figures, pack, phase).told(); });
  return kept;
}

}  // namespace nest::reports
