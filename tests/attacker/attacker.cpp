// Whether an attacker who has every output of the same figures can work out what the release rules
// keep back: each report as a whole and each part alone, what the adult's screen shows of earlier
// workshops, and the same with one more workshop that is still open. For each kept cell, and each
// small count that stands in no cell, a linear program asks how small and how large it may be; at
// least five values must be left, and of a cell that says "<5" all four.
//   attacker SETS [SEED]   ends with 1 if something was worked out, or if a planted fault was not
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <stdexcept>
#include <string>

#include "attacker/faults.h"
#include "attacker/reading.h"
#include "attacker/simulate.h"
#include "core/adult/earlier.h"
#include "core/usage/release.h"
#include "core/usage/report_registry.h"

namespace nest::attacker {
namespace {

struct Outcome {
  std::size_t attacked = 0, exact = 0, narrow = 0, contradictions = 0;
  std::int64_t narrowest = 1'000'000;
  std::map<std::string, std::size_t> kinds;  ///< of what was worked out
  std::string first;                         ///< the first of it, in words
  bool leaks() const { return exact + narrow + contradictions > 0; }
};

/// The name without what differs from set to set, to count alike leaks together.
std::string kind_of(const std::string& name) {
  std::string kind;
  for (const char c : name) {
    if (c < '0' || c > '9') kind += c;
  }
  return kind;
}

void note(Outcome& out, std::uint64_t seed, const std::string& name, const std::string& how) {
  ++out.kinds[kind_of(name)];
  if (out.first.empty()) out.first = fmt::format("seed {}: {} {}", seed, name, how);
}

void attack(Outcome& out, Program& program, const std::string& name, const Target& target,
            std::uint64_t seed) {
  ++out.attacked;
  const auto range = program.range(target.sum);
  const auto values = range.values();
  out.narrowest = std::min(out.narrowest, values);
  if (values >= target.values) return;
  ++(values == 1 ? out.exact : out.narrow);
  note(out, seed, name,
       fmt::format("is {} to {} (really {})", range.low, range.high, program.truth(target.sum)));
}

void read_all(Reading& reading, const TallyTables& tables, const Fault& fault) {
  static const TitleLookup kNone;
  auto figures = add_up(tables);
  auto earlier = earlier_workshops(tables);
  if (fault.screen) earlier = all_results(std::move(earlier), figures);
  reading.read(earlier);
  auto whole = make_report({figures, kNone}, 0);
  fault.spoil(whole, figures);
  reading.read(whole);
  for (const auto& part : report_parts()) reading.read(make_report({figures, kNone}, 0, part.name));
}

void attack_set(Outcome& out, std::uint64_t seed, const Fault& fault) {
  const auto set = simulate(seed);
  const auto figures = add_up(set.closed);
  auto known = know(figures);
  Reading reading(known);
  read_all(reading, set.closed, fault);
  try {
    read_all(reading, fault.open ? closed_too(set.with_open) : set.with_open, fault);
  } catch (const std::logic_error& e) {  // a counter that these figures do not have
    ++out.contradictions;
    note(out, seed, e.what(), "is in another report only");
  }
  for (const auto& name : reading.contradictions()) {
    ++out.contradictions;
    note(out, seed, name, "differs between two reports");
  }
  for (const auto& [name, target] : reading.targets())
    attack(out, known.program, name, target, seed);
  for (const auto& name : known.sensitive) {
    const auto sum = known.at(name);
    if (is_small(known.program.truth(sum)) && reading.targets().count(name) == 0) {
      attack(out, known.program, name, {sum, kSmallestCell}, seed);
    }
  }
}

Outcome attack_sets(std::uint64_t first, std::uint64_t sets, const Fault& fault) {
  Outcome out;
  for (std::uint64_t i = 0; i < sets; ++i) attack_set(out, first + i, fault);
  return out;
}

void print(const Outcome& out, std::uint64_t sets) {
  for (const auto& [kind, n] : out.kinds) fmt::print("  {} times {}\n", n, kind);
  if (!out.first.empty()) fmt::print("  {}\n", out.first);
  fmt::print(
      "{} sets, {} kept counts attacked: {} recovered exactly, {} to fewer values than allowed, {} "
      "by comparing reports; the narrowest has {} values\n",
      sets, out.attacked, out.exact, out.narrow, out.contradictions, out.narrowest);
}

/// A planted fault must be found within this many sets.
constexpr std::uint64_t kFaultySets = 40;

bool finds(const Fault& fault, std::uint64_t seed) {
  for (std::uint64_t i = 0; i < kFaultySets; ++i) {
    Outcome out;
    attack_set(out, seed + i, fault);
    if (!out.leaks()) continue;
    fmt::print("planted: {}: found ({})\n", fault.name, out.first);
    return true;
  }
  fmt::print("planted: {}: NOT found in {} sets\n", fault.name, kFaultySets);
  return false;
}

int run(std::uint64_t sets, std::uint64_t seed) {
  bool good = true;
  for (const auto& fault : faults()) good = finds(fault, seed) && good;
  const auto out = attack_sets(seed, sets, no_fault());
  print(out, sets);
  return good && !out.leaks() ? 0 : 1;
}

}  // namespace
}  // namespace nest::attacker

int main(int count, char** arguments) {
  const auto number = [&](int i, std::uint64_t otherwise) {
    return count > i ? std::strtoull(arguments[i], nullptr, 10) : otherwise;
  };
  try {
    return nest::attacker::run(number(1, 100), number(2, 1));
  } catch (const std::exception& e) {
    fmt::print("attacker: {}\n", e.what());
    return 2;
  }
}
