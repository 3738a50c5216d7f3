#pragma once
// What an attacker knows, as a linear program: unknown whole numbers, rows that bound sums of them,
// and how far a sum may lie from the truth (GLPK). Not here: what the unknowns stand for
// (knowledge.h), what a report says of them (reading.h).
#include <glpk.h>

#include <cstdint>
#include <limits>
#include <memory>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace nest::attacker {

/// Named unknowns, each times something.
using Sum = std::vector<std::pair<std::string, double>>;
Sum operator+(Sum a, const Sum& b);
Sum operator-(Sum a, const Sum& b);
Sum operator*(double times, Sum a);

inline constexpr double kInfinite = std::numeric_limits<double>::infinity();

struct Range {
  std::int64_t low = 0, high = 0;
  std::int64_t values() const { return high - low + 1; }
};

class Program {
 public:
  Program();
  /// An unknown count, 0 or more. The truth is not told to the program: it only proves that what
  /// the attacker believes is true.
  Sum define(const std::string& name, std::int64_t truth);
  bool knows(const std::string& name) const { return unknowns_.count(name) > 0; }
  /// The unknown of that name; throws if there is none.
  Sum at(const std::string& name) const;
  /// All unknowns whose name ends like so.
  std::vector<std::string> named(const std::string& end) const;
  std::int64_t truth(const Sum& sum) const;

  /// low <= sum <= high. False, and not believed, if that is not so.
  bool believe(const Sum& sum, double low, double high);
  /// What everybody knows of the counters; throws if it is not so.
  void identity(const Sum& sum);
  void at_least(const Sum& sum, double low);

  /// What the sum may be, for all that is believed: rounded to whole numbers, and where that is
  /// narrow, with all unknowns whole. Where it is wide, perhaps only a part of it.
  Range range(const Sum& sum);

 private:
  struct Unknown {
    int column = 0;
    std::int64_t truth = 0;
  };
  std::int64_t end_of(const Sum& sum, int direction, bool whole);
  void set_objective(const Sum& sum, double times);
  Range seen(const Sum& sum) const;
  void remember();

  std::unique_ptr<glp_prob, void (*)(glp_prob*)> problem_;
  std::unordered_map<std::string, Unknown> unknowns_;
  std::vector<std::vector<double>> solutions_;  ///< that were met; by column
  std::unordered_set<std::string> rows_;        ///< said already: reports repeat each other
};

}  // namespace nest::attacker
