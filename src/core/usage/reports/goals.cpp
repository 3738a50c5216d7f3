#include "core/usage/reports/goals.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/usage/release.h"
#include "core/usage/reports/scores.h"
#include "core/usage/statistics/mcnemar.h"

namespace nest::reports {
namespace {

constexpr double kAlpha = 0.05;

struct Goal {
  std::string id;
  std::int64_t ww = 0, wr = 0, rw = 0, rr = 0;  ///< wrong or right before, then after
  double p = 1;                                 ///< as Holm raises it
  Cell before = Withheld{}, after = Withheld{};
  bool counts_told = false;

  std::int64_t n() const { return ww + wr + rw + rr; }
  std::int64_t before_right() const { return rw + rr; }
  std::int64_t after_right() const { return wr + rr; }
  bool significant() const { return p <= kAlpha; }
};

std::vector<Goal> collect(const Figures& figures, const std::string& pack) {
  std::map<std::string, Goal> goals;
  for (const auto& [key, counts] : figures.pairs) {
    if (key.pack != pack) continue;
    auto& goal = goals[key.goal];
    goal.id = key.goal;
    goal.ww += counts[0];
    goal.wr += counts[1];
    goal.rw += counts[2];
    goal.rr += counts[3];
  }
  std::vector<Goal> out;
  std::vector<double> p;
  for (auto& [id, goal] : goals) {
    if (goal.n() < kFewestChildren) continue;
    p.push_back(mcnemar(goal.wr, goal.rw));
    out.push_back(std::move(goal));
  }
  const auto raised = holm(p);
  for (std::size_t i = 0; i < out.size(); ++i) out[i].p = raised[i];
  return out;
}

/// Goals of the same number of children have right answers whose sum the mean score tells.
void release(std::vector<Goal>& goals) {
  std::map<std::int64_t, std::vector<Goal*>> by_n;
  for (auto& goal : goals) by_n[goal.n()].push_back(&goal);
  for (const auto& [n, same] : by_n) {
    std::vector<std::int64_t> before;
    std::vector<std::int64_t> after;
    for (const auto* const goal : same) {
      before.push_back(goal->before_right());
      after.push_back(goal->after_right());
    }
    const auto shown_before = shown_shares(before, n);
    const auto shown_after = shown_shares(after, n);
    for (std::size_t i = 0; i < same.size(); ++i) {
      same[i]->before = coded_cell(shown_before[i], before[i], n);
      same[i]->after = coded_cell(shown_after[i], after[i], n);
      const std::array cells{same[i]->ww, same[i]->wr, same[i]->rw, same[i]->rr};
      same[i]->counts_told = shown_before[i] == ShownShare::exact &&
                             shown_after[i] == ShownShare::exact &&
                             std::none_of(cells.begin(), cells.end(), is_small);
    }
  }
}

/// Whom a verdict may come from: every table with the margins as they are told.
class Guesses {
 public:
  /// `tests`, `rejected`: how many goals there are, and how many of them Holm calls significant.
  Guesses(const Goal& goal, std::size_t tests, std::size_t rejected)
      : goal_(goal),
        most_(kAlpha / static_cast<double>(tests - rejected + 1)),
        least_(rejected < tests ? kAlpha / static_cast<double>(tests - rejected) : 1) {}

  /// True if the verdict leaves each of the four cells at least five values.
  bool leave_room() {
    for (auto before = low(goal_.before); before <= high(goal_.before); ++before) {
      for (auto after = low(goal_.after); after <= high(goal_.after); ++after) {
        for (std::int64_t rw = 0; rw <= before; ++rw) {
          if (++tried_ > kMostTries) return false;
          take(before, after, rw);
          if (wide()) return true;
        }
      }
    }
    return false;
  }

 private:
  static constexpr std::int64_t kMostTries = 100'000;

  std::int64_t low(const Cell& cell) const {
    if (const auto* const share = std::get_if<Share>(&cell)) return share->part;
    const auto* const beyond = std::get_if<Beyond>(&cell);
    return beyond && beyond->above ? of_all(beyond->share) : 0;
  }
  std::int64_t high(const Cell& cell) const {
    if (const auto* const share = std::get_if<Share>(&cell)) return share->part;
    const auto* const beyond = std::get_if<Beyond>(&cell);
    return beyond && !beyond->above ? of_all(beyond->share) : goal_.n();
  }
  std::int64_t of_all(double share) const {
    return static_cast<std::int64_t>(share * static_cast<double>(goal_.n()) + 0.5);
  }
  void take(std::int64_t before, std::int64_t after, std::int64_t rw) {
    const auto rr = before - rw;
    const auto wr = after - rr;
    const auto ww = goal_.n() - before - wr;
    if (wr < 0 || ww < 0) return;
    const double p = mcnemar(wr, rw);
    const bool same =
        goal_.significant() ? p <= most_ && (wr > rw) == (goal_.wr > goal_.rw) : p > least_;
    if (!same) return;
    const std::array cells{ww, wr, rw, rr};
    for (std::size_t i = 0; i < cells.size(); ++i) {
      least_seen_.at(i) = none_ ? cells.at(i) : std::min(least_seen_.at(i), cells.at(i));
      most_seen_.at(i) = none_ ? cells.at(i) : std::max(most_seen_.at(i), cells.at(i));
    }
    none_ = false;
  }
  bool wide() const {
    for (std::size_t i = 0; i < most_seen_.size(); ++i) {
      if (most_seen_.at(i) - least_seen_.at(i) + 1 < kSmallestCell) return false;
    }
    return true;
  }

  const Goal& goal_;
  double most_, least_;
  std::int64_t tried_ = 0;
  bool none_ = true;
  std::array<std::int64_t, 4> least_seen_{}, most_seen_{};
};

Cell result_cell(const Goal& goal, std::size_t tests, std::size_t rejected) {
  if (!goal.counts_told && !Guesses(goal, tests, rejected).leave_room()) return Withheld{};
  if (!goal.significant()) return Message{"report.result.unclear", {}};
  return Message{goal.wr > goal.rw ? "report.result.more" : "report.result.less", {}};
}

/// Goals add up to the mean: one that is kept because all scores are the same keeps them.
void keep_with_mean(std::vector<Goal>& goals, const PairedGroup& group) {
  const auto result = paired_result(group);
  const bool before = std::holds_alternative<Withheld>(result.before);
  const bool after = std::holds_alternative<Withheld>(result.after);
  for (auto& goal : goals) {
    if (before) goal.before = Withheld{};
    if (after) goal.after = Withheld{};
    goal.counts_told = goal.counts_told && !before && !after;
  }
}

/// One pack's goals; Holm's correction is for these together.
struct Topic {
  std::string pack;
  std::vector<Goal> goals;
  std::size_t rejected = 0;
};

std::vector<Topic> topics_of(const Figures& figures) {
  auto groups = paired_groups(figures);
  std::set<std::string> packs;
  for (const auto& [key, counts] : figures.pairs) packs.insert(key.pack);
  std::vector<Topic> topics;
  for (const auto& pack : packs) {
    Topic topic{pack, collect(figures, pack), 0};
    if (topic.goals.empty()) continue;
    release(topic.goals);
    keep_with_mean(topic.goals, groups[pack]);
    topic.rejected = static_cast<std::size_t>(
        std::count_if(topic.goals.begin(), topic.goals.end(),
                      [](const Goal& goal) { return goal.significant(); }));
    topics.push_back(std::move(topic));
  }
  return topics;
}

Cell goal_cell(const ReportInput& input, const std::string& pack, const Goal& goal) {
  return title_cell(input, {pack, {}, {}, {}, goal.id});
}

/// The counts of the test are mostly too small to be told; then they get no columns.
Table table_of(const ReportInput& input, const std::vector<Topic>& topics) {
  const bool counts = std::any_of(topics.begin(), topics.end(), [](const Topic& topic) {
    return std::any_of(topic.goals.begin(), topic.goals.end(),
                       [](const Goal& goal) { return goal.counts_told; });
  });
  Table table{"learning.goals", {"report.goals.title", {}}, {}, {}};
  for (const auto* const key : {"report.topic", "report.goal", "report.before", "report.after"}) {
    table.columns.push_back({key, {}});
  }
  if (counts) {
    for (const auto* const key : {"report.learned", "report.lost", "report.p"}) {
      table.columns.push_back({key, {}});
    }
  }
  table.columns.push_back({"report.result", {}});
  for (const auto& topic : topics) {
    for (const auto& goal : topic.goals) {
      auto& row = table.rows.emplace_back();
      row = {title_cell(input, {topic.pack, {}, {}, {}}), goal_cell(input, topic.pack, goal),
             goal.before, goal.after};
      if (counts) {
        row.push_back(count_cell(goal.wr, !goal.counts_told));
        row.push_back(count_cell(goal.rw, !goal.counts_told));
        row.push_back(goal.counts_told ? Cell(PValue{goal.p}) : Cell(Withheld{}));
      }
      row.push_back(result_cell(goal, topic.goals.size(), topic.rejected));
    }
  }
  return table;
}

/// Empty where every goal is withheld.
DotChart chart_of(const ReportInput& input, const Topic& topic) {
  DotChart dots;
  for (const auto& goal : topic.goals) {
    const auto before = chart_point(goal.before);
    const auto after = chart_point(goal.after);
    if (before || after) dots.rows.push_back({goal_cell(input, topic.pack, goal), before, after});
  }
  return dots;
}

}  // namespace

std::set<std::string> packs_with_kept_goals(const Figures& figures, std::string_view phase) {
  std::set<std::string> packs;
  for (const auto& topic : topics_of(figures)) {
    const bool told = std::all_of(topic.goals.begin(), topic.goals.end(), [&](const Goal& goal) {
      return std::holds_alternative<Share>(phase == "before" ? goal.before : goal.after);
    });
    if (!told) packs.insert(topic.pack);
  }
  return packs;
}

void add_goals(const ReportInput& input, Section& section) {
  const auto topics = topics_of(input.figures);
  if (topics.empty()) return;
  section.tables.push_back(table_of(input, topics));
  for (const auto& topic : topics) {
    auto dots = chart_of(input, topic);
    if (dots.rows.empty()) continue;
    const auto title = title_cell(input, {topic.pack, {}, {}, {}});
    section.charts.push_back({"learning.goals." + topic.pack,
                              {"report.chart.goals", {}},
                              std::move(dots),
                              std::get<Literal>(title)});
  }
}

}  // namespace nest::reports
