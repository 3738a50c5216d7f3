#include "store/writers/cell_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "core/base/overloaded.h"

namespace nest::store {
namespace {

constexpr double kSmallestP = 0.001;

std::string share_text(double share, const Interval& interval, std::int64_t n,
                       const Catalog& words) {
  return words.text("report.share-of", {{"percent", percent(share)},
                                        {"low", percent(interval.low)},
                                        {"high", percent(interval.high)},
                                        {"n", static_cast<long>(n)}});
}

std::string share_text(const Share& share, const Catalog& words) {
  if (share.whole == 0) return "–";
  const auto part = static_cast<double>(share.part) / static_cast<double>(share.whole);
  return share_text(part, share.interval, share.whole, words);
}

/// An end that is not zero is not told as zero: "0 to 3" would not be more than chance.
std::string gain_text(const Gain& gain, const Catalog& words) {
  const auto [low, high] = gain.interval;
  return words.text("report.gain-of",
                    {{"points", percent(gain.value)},
                     {"low", low > 0 ? std::max(1L, percent(low)) : percent(low)},
                     {"high", high < 0 ? std::min(-1L, percent(high)) : percent(high)},
                     {"n", static_cast<long>(gain.n)}});
}

std::string p_text(double p, const Catalog& words) {
  return p < kSmallestP ? "<" + decimal_text(kSmallestP, 3, words) : decimal_text(p, 3, words);
}

}  // namespace

long percent(double share) {
  return std::lround(share * 100);
}

std::string percent_text(double share, const Catalog& words) {
  return words.text("report.percent", {{"n", percent(share)}});
}

std::string message_text(const Message& message, const Catalog& words) {
  if (message.numbers.empty())
    return words.text(message.key);  // most cells; ICU would read it anew
  return words.text(message.key, message.numbers);
}

std::string decimal_text(double value, int decimals, const Catalog& words) {
  auto text = fmt::format("{:.{}f}", value, decimals);
  if (const auto point = text.find('.'); point != std::string::npos) {
    text.replace(point, 1, words.text("report.decimal"));
  }
  return text;
}

bool is_words(const Cell& cell) {
  return std::holds_alternative<Message>(cell) || std::holds_alternative<Literal>(cell);
}

std::string point_text(const ChartPoint& point, const Catalog& words) {
  if (point.at_least) return "≥\u00A0" + percent_text(point.value, words);
  if (point.at_most) return "≤\u00A0" + percent_text(point.value, words);
  return words.text("report.share-between", {{"percent", percent(point.value)},
                                             {"low", percent(point.interval.low)},
                                             {"high", percent(point.interval.high)}});
}

std::string cell_text(const Cell& cell, const Catalog& words) {
  return std::visit(
      Overloaded{
          [&](const Message& message) { return message_text(message, words); },
          [](const Literal& literal) { return literal.text; },
          [](const Count& count) { return fmt::to_string(count.n); },
          [](const FewerThan& fewer) { return fmt::format("<{}", fewer.limit); },
          [&](const Withheld&) { return words.text("report.hidden"); },
          [&](const Share& share) { return share_text(share, words); },
          [&](const Mean& mean) { return share_text(mean.value, mean.interval, mean.n, words); },
          [&](const Gain& gain) { return gain_text(gain, words); },
          [&](const Beyond& share) {
            return fmt::format("{}\u00A0{}, n\u00A0=\u00A0{}", share.above ? "≥" : "≤",
                               percent_text(share.share, words), share.n);
          },
          [&](const Figure& figure) { return decimal_text(figure.value, figure.decimals, words); },
          [&](const PValue& p) { return p_text(p.value, words); },
      },
      cell);
}

}  // namespace nest::store
