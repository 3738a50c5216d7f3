#include "core/usage/reports/scores.h"

#include <algorithm>
#include <cmath>

#include "core/usage/release.h"

namespace nest::reports {
namespace {

/// A round's scores as shares of their forms, and the answers they are made of.
struct Round {
  std::int64_t n = 0, right = 0, answers = 0;
  double sum = 0, squares = 0;

  void add(std::int64_t children, std::int64_t scores, std::int64_t square_sum,
           std::int64_t length) {
    const auto out_of = static_cast<double>(length);
    n += children;
    right += scores;
    answers += children * length;
    sum += static_cast<double>(scores) / out_of;
    squares += static_cast<double>(square_sum) / (out_of * out_of);
  }
  double mean() const { return sum / static_cast<double>(n); }
  double error() const {
    const auto children = static_cast<double>(n);
    const double variance = (squares - sum * sum / children) / (children - 1);
    return std::sqrt(std::max(variance, 0.0) / children);
  }
};

constexpr double kNoSpread = 1e-9;

Interval within(const Interval& interval, double least) {
  return {std::max(interval.low, least), std::min(interval.high, 1.0)};
}

/// The round's mean with its t interval, or what may be told of it.
Cell mean_cell(const Round& round) {
  if (round.n < kFewestChildren) return Withheld{};
  if (round.answers - round.right < kSmallestCell) return Beyond{true, kTopShare, round.n};
  if (round.right < kSmallestCell) return Beyond{false, kBottomShare, round.n};
  if (round.error() < kNoSpread) return Withheld{};
  const auto interval = t_interval(round.mean(), round.error(), static_cast<double>(round.n - 1));
  return Mean{round.mean(), within(interval, 0), round.n};
}

bool is_told(const Cell& cell) {
  return std::holds_alternative<Mean>(cell);
}

Verdict judge(const Interval& gain) {
  if (gain.low > 0) return Verdict::improved;
  return gain.high < 0 ? Verdict::declined : Verdict::cannot_tell;
}

long points(double share) {
  return std::lround(share * 100);
}

/// Where the group stands so near an end that only this can be said.
Message end_sentence(const GroupResult& result) {
  const auto* const before = std::get_if<Mean>(&result.before);
  const auto* const after = std::get_if<Beyond>(&result.after);
  if (before && after && after->above) {
    return {"report.verdict.nearly-all",
            {{"before", points(before->value)}, {"n", static_cast<long>(result.n)}}};
  }
  return {"report.verdict.ends", {{"n", static_cast<long>(result.n)}}};
}

/// As verdict_message has it for matched children.
Message unpaired_sentence(const MeanDifference& of, Verdict verdict) {
  const char* const key = verdict == Verdict::improved   ? "report.verdict.unpaired.more"
                          : verdict == Verdict::declined ? "report.verdict.unpaired.less"
                                                         : "report.verdict.unpaired.unclear";
  const auto interval = within(*of.interval, -1);
  return {key,
          {{"before", points(of.before)},
           {"after", points(of.after)},
           {"gain", points(of.after) - points(of.before)},
           {"low", points(interval.low)},
           {"high", points(interval.high)},
           {"n", static_cast<long>(of.n_before)},
           {"m", static_cast<long>(of.n_after)}}};
}

Round round_of(const std::vector<ScoreCount>& scores) {
  Round round;
  for (const auto& [out_of, score, n] : scores) {
    if (out_of > 0) round.add(n, n * score, n * score * score, out_of);
  }
  return round;
}

}  // namespace

void PairedGroup::add(const ScoreKey& key, const ScoreSums& sums) {
  if (key.out_of < 1) return;
  auto& row = by_length_[key.out_of];
  row.out_of = key.out_of;
  const auto [n, x, y, xx, yy, xy] = sums;
  row.n += n;
  row.x += x;
  row.y += y;
  row.xx += xx;
  row.yy += yy;
  row.xy += xy;
}

std::vector<PairedSums> PairedGroup::rows() const {
  std::vector<PairedSums> out;
  for (const auto& [length, row] : by_length_) out.push_back(row);
  return out;
}

std::int64_t PairedGroup::n() const {
  std::int64_t all = 0;
  for (const auto& [length, row] : by_length_) all += row.n;
  return all;
}

std::map<std::string, PairedGroup> paired_groups(const Figures& figures) {
  std::map<std::string, PairedGroup> groups;
  for (const auto& [key, sums] : figures.scores) groups[key.pack].add(key, sums);
  return groups;
}

std::map<std::string, UnpairedGroup> unpaired_groups(const Figures& figures) {
  std::map<std::string, UnpairedGroup> groups;
  for (const auto& run : figures.runs) {
    if (run.run.mode != "unpaired") continue;
    for (const auto& [key, n] : run.forms) groups[key.pack].add(key, n);
  }
  return groups;
}

GroupResult paired_result(const PairedGroup& group) {
  GroupResult result;
  result.n = group.n();
  const auto rows = group.rows();
  const auto gain = paired_gain(rows);
  if (result.n < kFewestChildren || !gain) {
    result.verdict = Verdict::too_few;
    result.sentence = {"report.verdict.too-few", {{"fewest", kFewestChildren}}};
    return result;
  }
  Round before;
  Round after;
  for (const auto& row : rows) {
    before.add(row.n, row.x, row.xx, row.out_of);
    after.add(row.n, row.y, row.yy, row.out_of);
  }
  result.before = mean_cell(before);
  result.after = mean_cell(after);
  result.sentence = end_sentence(result);
  if (!is_told(result.before) || !is_told(result.after) || !gain->interval) return result;
  result.verdict = verdict(*gain);
  result.sentence = verdict_message(*gain);
  result.gain = Gain{gain->gain, within(*gain->interval, -1), gain->n};
  if (gain->effect) result.effect = Figure{*gain->effect, 2};
  if (gain->normalised) result.normalised = Figure{*gain->normalised, 2};
  return result;
}

void UnpairedGroup::add(const FormKey& key, std::int64_t n) {
  if (key.phase == "before") before.push_back({key.out_of, key.score, n});
  if (key.phase == "after") after.push_back({key.out_of, key.score, n});
}

UnpairedResult unpaired_result(const UnpairedGroup& group) {
  UnpairedResult result;
  const auto before = round_of(group.before);
  const auto after = round_of(group.after);
  result.n_before = before.n;
  result.n_after = after.n;
  if (std::min(before.n, after.n) < kFewestChildren) {
    result.verdict = Verdict::too_few;
    result.sentence = {"report.verdict.unpaired.too-few", {{"fewest", kFewestChildren}}};
    return result;
  }
  result.before = mean_cell(before);
  result.after = mean_cell(after);
  result.sentence = {"report.verdict.unpaired.ends",
                     {{"n", static_cast<long>(before.n)}, {"m", static_cast<long>(after.n)}}};
  const auto difference = welch(group.before, group.after);
  if (!is_told(result.before) || !is_told(result.after)) return result;
  if (!difference || !difference->interval) return result;
  const auto n = before.n + after.n;
  result.verdict = judge(*difference->interval);
  result.sentence = unpaired_sentence(*difference, *result.verdict);
  result.gain = Gain{difference->gain, within(*difference->interval, -1), n};
  const auto share = [](const Round& round) {
    return static_cast<double>(round.right) / static_cast<double>(round.answers);
  };
  const auto interval = newcombe({before.right, before.answers}, {after.right, after.answers});
  result.answers = Gain{share(after) - share(before), interval, before.answers + after.answers};
  return result;
}

Cell verdict_cell(std::optional<Verdict> verdict) {
  if (!verdict) return Withheld{};
  switch (*verdict) {
    case Verdict::improved:
      return Message{"report.result.more", {}};
    case Verdict::declined:
      return Message{"report.result.less", {}};
    case Verdict::cannot_tell:
      return Message{"report.result.unclear", {}};
    case Verdict::too_few:
      return Message{"report.result.too-few", {}};
    case Verdict::alike:
      break;
  }
  return Withheld{};
}

}  // namespace nest::reports
