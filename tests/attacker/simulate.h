#pragma once
// Sets of figures as kiosks might hold them: free play, one to four closed workshops of all sizes
// and kinds, and the same with one more that is still open. Small and even numbers are commoner
// than in life, since these are where rules break.
#include <cstdint>

#include "core/usage/tally_tables.h"

namespace nest::attacker {

struct SimulatedSet {
  TallyTables closed;
  TallyTables with_open;
};

SimulatedSet simulate(std::uint64_t seed);

}  // namespace nest::attacker
