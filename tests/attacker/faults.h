#pragma once
// Release rules broken on purpose: each must be found, else the attacker proves nothing.
#include <functional>
#include <string>
#include <vector>

#include "core/adult/facts.h"
#include "core/usage/report.h"
#include "core/usage/tally_tables.h"

namespace nest::attacker {

struct Fault {
  std::string name;
  /// Shows in the report what the figures say and the rules keep back.
  std::function<void(Report&, const Figures&)> spoil = [](Report&, const Figures&) {};
  /// Shows on the adult's screen what a report keeps.
  bool screen = false;
  /// The workshop that is still open is counted like the others.
  bool open = false;
};

Fault no_fault();
std::vector<Fault> faults();

/// The list of the adult's screen with every workshop's result.
std::vector<EarlierWorkshop> all_results(std::vector<EarlierWorkshop> list, const Figures& figures);

/// As if every workshop were closed.
TallyTables closed_too(TallyTables tables);

}  // namespace nest::attacker
