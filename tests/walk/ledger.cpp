#include "walk/ledger.h"

#include <fmt/format.h>

#include <algorithm>

namespace nest::walk {

void Ledger::find(const std::string& rule, const std::string& place, const std::string& what) {
  auto& finding = found_[{rule, what}];
  if (finding.times++ == 0) finding.place = place;
}

void Ledger::judge(const std::string& place, const Look& look) {
  note_frame();
  for (const auto& rule : kRules) {
    rule.judge(look, [&](const std::string& what) { find(rule.name, place, what); });
  }
}

void Ledger::print() const {
  for (const auto& [fault, finding] : found_) {
    fmt::print("{}: {}: {} ({} times)\n", fault.first, finding.place, fault.second, finding.times);
  }
}

std::size_t Ledger::findings(const std::string& rule) const {
  return static_cast<std::size_t>(std::count_if(
      found_.begin(), found_.end(), [&](const auto& f) { return f.first.first == rule; }));
}

}  // namespace nest::walk
