#include "bench/table.h"

#include <fmt/format.h>

namespace nest::bench {
namespace {

std::string number(double value) {
  return value >= 100 ? fmt::format("{:.0f}", value) : fmt::format("{:.3g}", value);
}

}  // namespace

bool print(const std::vector<Row>& rows) {
  fmt::print("{:<58}{:>10}{:>10}{:>10}{:>10}  {}\n", "figure", "must", "aim", "minimal", "kiosk",
             "");
  std::string short_of;
  bool good = true;
  for (const auto& row : rows) {
    const bool must = row.kiosk <= row.must;
    const bool aim = row.kiosk <= row.aim;
    good = good && must;
    fmt::print("{:<58}{:>10}{:>10}{:>10}{:>10}  {}\n", row.figure + ", " + row.unit,
               number(row.must), number(row.aim), row.minimal ? number(*row.minimal) : "",
               number(row.kiosk), aim ? "aim" : (must ? "must" : "MISSED"));
    if (!aim) {
      short_of +=
          fmt::format("  {}: {} {}, aim {}{}\n", row.figure, number(row.kiosk), row.unit,
                      number(row.aim), must ? "" : fmt::format(", must {}", number(row.must)));
    }
  }
  fmt::print("\n{}{}", short_of.empty() ? "Every aim is met.\n" : "Short of its aim:\n", short_of);
  return good;
}

}  // namespace nest::bench
