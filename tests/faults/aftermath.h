#pragma once
// What must be true of a busy kiosk's folder after a kill, a power cut or a fault of the disk.
#include <string>
#include <vector>

#include "faults/busy_kiosk.h"

namespace nest::test {

/// Everything that is wrong in the folder: an acknowledged addition that is lost, one that is
/// doubled or not whole, a closed workshop that is not, a file of an export under its final name
/// that is not whole, a merge that cannot simply be repeated. Nothing if all is well. Repeats the
/// merge; touches the tally only as a reader does.
std::vector<std::string> wrong_after(const Places& places, const Told& told);

/// How many additions the folder's tally holds.
std::int64_t additions_in(const std::filesystem::path& folder);

}  // namespace nest::test
