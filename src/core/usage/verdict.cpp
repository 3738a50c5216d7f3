#include "core/usage/verdict.h"

#include <algorithm>
#include <cmath>

namespace nest {
namespace {

long points(double share) {
  // A t interval knows no bounds, a gain does.
  return std::lround(100 * std::clamp(share, -1.0, 1.0));
}

/// The change as who reads the sentence would work it out, and its interval; a loss is told as a
/// positive number too.
struct Change {
  long size = 0, low = 0, high = 0;
};

Change change(long before, long after, const Interval& of) {
  return {after - before, points(of.low), points(of.high)};
}
Change more_than_chance(const Change& c) {
  return {std::max(1L, c.size), std::max(1L, c.low), std::max(1L, c.high)};
}

}  // namespace

Verdict verdict(const PairedGain& gain) {
  if (gain.n < kFewestPairs) return Verdict::too_few;
  if (!gain.interval) return Verdict::alike;
  if (gain.interval->low > 0) return Verdict::improved;
  if (gain.interval->high < 0) return Verdict::declined;
  return Verdict::cannot_tell;
}

Message verdict_message(const PairedGain& gain) {
  const auto told = verdict(gain);
  if (told == Verdict::too_few) return {"report.verdict.too-few", {{"fewest", kFewestPairs}}};
  const long before = points(gain.before);
  const long after = points(gain.after);
  Message message{"report.verdict.alike",
                  {{"n", static_cast<long>(gain.n)}, {"before", before}, {"after", after}}};
  const auto add = [&](const char* key, const char* name, const Change& c) {
    message.key = key;
    message.numbers.insert(message.numbers.end(),
                           {{name, c.size}, {"low", c.low}, {"high", c.high}});
  };
  if (told == Verdict::improved) {
    add("report.verdict.improved", "gain", more_than_chance(change(before, after, *gain.interval)));
  } else if (told == Verdict::declined) {
    const Interval loss{-gain.interval->high, -gain.interval->low};
    add("report.verdict.declined", "loss", more_than_chance(change(after, before, loss)));
  } else if (told == Verdict::cannot_tell) {
    add("report.verdict.cannot-tell", "gain", change(before, after, *gain.interval));
  }
  return message;
}

}  // namespace nest
