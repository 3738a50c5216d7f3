#pragma once
// The table that scripts/bench prints: each figure with what it must and should be.
#include <optional>
#include <string>
#include <vector>

namespace nest::bench {

struct Row {
  std::string figure, unit;
  std::optional<double> minimal;  ///< the same of the minimal program, if that has it
  double kiosk = 0;
  double must = 0, aim = 0;  ///< at most so much, in the unit of the row
};

/// Prints the rows and then what fell short; true if every "must" is met.
bool print(const std::vector<Row>& rows);

}  // namespace nest::bench
