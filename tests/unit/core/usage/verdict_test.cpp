#include "core/usage/verdict.h"

#include <doctest/doctest.h>

using namespace nest;

namespace {

PairedGain group(std::int64_t n, double before, double after, Interval interval) {
  PairedGain gain{n, before, after, after - before};
  gain.interval = interval;
  return gain;
}

/// "report.verdict.improved n=20 before=54 …"
std::string told(const PairedGain& gain) {
  const auto message = verdict_message(gain);
  std::string out = message.key;
  for (const auto& [name, number] : message.numbers)
    out += " " + name + "=" + std::to_string(number);
  return out;
}

}  // namespace

TEST_CASE("verdict: a gain whose interval lies above nothing is more than chance") {
  const auto gain = group(20, 0.54, 0.71, {0.08, 0.26});
  CHECK(verdict(gain) == Verdict::improved);
  CHECK(told(gain) == "report.verdict.improved n=20 before=54 after=71 gain=17 low=8 high=26");
}

TEST_CASE("verdict: a loss is told in positive points") {
  const auto gain = group(20, 0.71, 0.54, {-0.26, -0.08});
  CHECK(verdict(gain) == Verdict::declined);
  CHECK(told(gain) == "report.verdict.declined n=20 before=71 after=54 loss=17 low=8 high=26");
}

TEST_CASE("verdict: an interval that holds nothing tells nothing") {
  const auto gain = group(20, 0.54, 0.58, {-0.036, 0.116});
  CHECK(verdict(gain) == Verdict::cannot_tell);
  CHECK(told(gain) == "report.verdict.cannot-tell n=20 before=54 after=58 gain=4 low=-4 high=12");
  CHECK(verdict(group(20, 0.5, 0.6, {0, 0.2})) == Verdict::cannot_tell);
  CHECK(verdict(group(20, 0.6, 0.5, {-0.2, 0})) == Verdict::cannot_tell);
}

TEST_CASE("verdict: nothing is told of nine children, however much they gained") {
  CHECK(told(group(9, 0.2, 0.9, {0.5, 0.9})) == "report.verdict.too-few fewest=10");
  CHECK(verdict(group(10, 0.2, 0.9, {0.5, 0.9})) == Verdict::improved);
}

TEST_CASE("verdict: where every score changed by the same, chance is not judged") {
  const auto gain = paired_gain(std::vector<PairedSums>{{12, 24, 36, 48, 108, 72, 5}}).value();
  CHECK(told(gain) == "report.verdict.alike n=12 before=40 after=60");
}

TEST_CASE("verdict: the sentence adds up and agrees with itself") {
  // 54.4 and 70.6 are shown as 54 and 71, so the gain of 16.2 is shown as 17.
  CHECK(told(group(20, 0.544, 0.706, {0.002, 0.32})) ==
        "report.verdict.improved n=20 before=54 after=71 gain=17 low=1 high=32");
  CHECK(told(group(300'000, 0.541, 0.544, {0.001, 0.004})) ==
        "report.verdict.improved n=300000 before=54 after=54 gain=1 low=1 high=1");
  // A t interval of few children may reach beyond what can be gained.
  CHECK(told(group(10, 0.1, 0.9, {0.35, 1.25})) ==
        "report.verdict.improved n=10 before=10 after=90 gain=80 low=35 high=100");
}
