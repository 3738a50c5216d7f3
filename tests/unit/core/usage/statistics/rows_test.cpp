// Sums tell what rows would have told: 10 000 workshops whose children exist only here, computed
// the plain way from their rows, in two passes, and from what the tally keeps of them.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "core/base/random.h"
#include "core/usage/statistics/items.h"
#include "core/usage/statistics/paired.h"
#include "core/usage/statistics/unpaired.h"

using namespace nest;

namespace {

struct Child {
  std::vector<int> before, after;  ///< 1 for each goal that was right
};

int score(const std::vector<int>& answers) {
  int sum = 0;
  for (const int right : answers) sum += right;
  return sum;
}

std::vector<Child> workshop(Random& luck) {
  const std::size_t children = 2 + luck.below(29);
  const std::size_t goals = 3 + luck.below(4);
  const std::uint32_t lesson = luck.below(40);
  std::vector<Child> out(children);
  for (auto& child : out) {
    const std::uint32_t skill = 10 + luck.below(60);
    for (std::size_t goal = 0; goal < goals; ++goal) {
      child.before.push_back(luck.below(100) < skill ? 1 : 0);
      child.after.push_back(luck.below(100) < skill + lesson ? 1 : 0);
    }
  }
  return out;
}

double mean(const std::vector<double>& x) {
  double sum = 0;
  for (const double v : x) sum += v;
  return sum / static_cast<double>(x.size());
}
double covariance(const std::vector<double>& x, const std::vector<double>& y) {
  const double mx = mean(x);
  const double my = mean(y);
  double sum = 0;
  for (std::size_t i = 0; i < x.size(); ++i) sum += (x[i] - mx) * (y[i] - my);
  return sum / static_cast<double>(x.size() - 1);
}

bool close(double a, double b) {
  return std::abs(a - b) <= 1e-9 * std::abs(b) + 1e-12;
}
/// A spread of rows that is a rest of rounding is none.
constexpr double kNone = 1e-12;

/// Hedges' J as it is written down.
double correction(std::size_t degrees) {
  const double m = static_cast<double>(degrees);
  return std::tgamma(m / 2) / (std::sqrt(m / 2) * std::tgamma((m - 1) / 2));
}

bool same_gain(const std::vector<Child>& children) {
  const auto out_of = static_cast<int>(children[0].before.size());
  PairedSums sums;
  sums.out_of = out_of;
  std::vector<double> before;
  std::vector<double> after;
  std::vector<double> gains;
  for (const auto& child : children) {
    const int x = score(child.before);
    const int y = score(child.after);
    sums.n += 1;
    sums.x += x;
    sums.y += y;
    sums.xx += x * x;
    sums.yy += y * y;
    sums.xy += x * y;
    before.push_back(static_cast<double>(x) / out_of);
    after.push_back(static_cast<double>(y) / out_of);
    gains.push_back(after.back() - before.back());
  }
  const auto told = paired_gain(std::vector{sums}).value();
  const double error = std::sqrt(covariance(gains, gains) / static_cast<double>(children.size()));
  const double spread = (covariance(before, before) + covariance(after, after)) / 2;
  bool same = close(told.before, mean(before)) && close(told.after, mean(after)) &&
              close(told.gain, mean(gains)) && told.interval.has_value() == (error > kNone);
  if (told.interval) {
    const auto expected = t_interval(mean(gains), error, static_cast<double>(children.size() - 1));
    same = same && close(told.interval->low, expected.low) &&
           close(told.interval->high, expected.high);
  }
  const bool sized = children.size() > 2 && spread > kNone;
  same = same && told.effect.has_value() == sized &&
         (!sized ||
          close(*told.effect, mean(gains) / std::sqrt(spread) * correction(children.size() - 1)));
  return same && (!told.normalised || close(*told.normalised, mean(gains) / (1 - mean(before))));
}

bool same_items(const std::vector<Child>& children) {
  const auto goals = children[0].before.size();
  std::vector<double> scores;
  for (const auto& child : children) scores.push_back(score(child.before));
  std::vector<ItemSums> sums(goals);
  std::vector<double> roots;
  bool same = true;
  for (std::size_t goal = 0; goal < goals; ++goal) {
    std::vector<double> item;
    std::vector<double> rest;
    for (const auto& child : children) {
      const int i = child.before[goal];
      const int r = score(child.before) - i;
      sums[goal].n += 1;
      sums[goal].i += i;
      sums[goal].r += r;
      sums[goal].rr += r * r;
      sums[goal].ir += i * r;
      item.push_back(i);
      rest.push_back(r);
    }
    same = same && close(facility(sums[goal]).value(), mean(item));
    const double spread = covariance(item, item) * covariance(rest, rest);
    const auto told = discrimination(sums[goal]);
    same = same && told.has_value() == (spread > kNone) &&
           (!told || close(*told, covariance(item, rest) / std::sqrt(spread)));
    const double with_score = covariance(item, scores);
    roots.push_back(with_score < -kNone ? -1 : with_score < kNone ? 0 : std::sqrt(with_score));
  }
  double sum = 0;
  for (const double root : roots) sum += std::max(root, 0.0);
  const auto weights = effective_weights(sums);
  for (std::size_t goal = 0; goal < goals; ++goal) {
    const bool there = roots[goal] >= 0 && sum > 0;
    same = same && weights[goal].has_value() == there &&
           (!there || close(*weights[goal], roots[goal] / sum));
  }
  return same;
}

/// The histogram of each round, of those before and of those after.
bool same_difference(const std::vector<Child>& children) {
  const auto out_of = static_cast<std::int64_t>(children[0].before.size());
  std::vector<ScoreCount> before;
  std::vector<ScoreCount> after;
  for (std::int64_t s = 0; s <= out_of; ++s) {
    before.push_back({out_of, s, 0});
    after.push_back({out_of, s, 0});
  }
  std::vector<double> x;
  std::vector<double> y;
  for (const auto& child : children) {
    ++before[static_cast<std::size_t>(score(child.before))].n;
    ++after[static_cast<std::size_t>(score(child.after))].n;
    x.push_back(static_cast<double>(score(child.before)) / static_cast<double>(out_of));
    y.push_back(static_cast<double>(score(child.after)) / static_cast<double>(out_of));
  }
  const auto told = welch(before, after).value();
  const double n = static_cast<double>(children.size());
  const double a = covariance(x, x) / n;
  const double b = covariance(y, y) / n;
  const bool spread = a + b > kNone;
  bool same = close(told.before, mean(x)) && close(told.after, mean(y)) &&
              told.interval.has_value() == spread;
  if (!spread || !told.interval) return same;
  const double degrees = (a + b) * (a + b) * (n - 1) / (a * a + b * b);
  const auto expected = t_interval(mean(y) - mean(x), std::sqrt(a + b), degrees);
  return same && close(told.interval->low, expected.low) &&
         close(told.interval->high, expected.high);
}

}  // namespace

TEST_CASE("statistics: sums of 10 000 workshops tell what the children's rows tell") {
  Random luck(20260504);
  int gains = 0;
  int items = 0;
  int differences = 0;
  for (int i = 0; i < 10'000; ++i) {
    const auto children = workshop(luck);
    gains += same_gain(children) ? 1 : 0;
    items += same_items(children) ? 1 : 0;
    differences += same_difference(children) ? 1 : 0;
  }
  CHECK(gains == 10'000);
  CHECK(items == 10'000);
  CHECK(differences == 10'000);
}
