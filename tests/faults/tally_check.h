#pragma once
// Is a tally sound after its writer was killed, and does it hold exactly what it must? For every
// program that kills a kiosk.
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/usage/tally.h"

namespace nest::test {

/// What is wrong with a tally, a file or the one in a folder: the database's structure, a row's
/// checksum, a value, a closed run that is not what its seal says. Empty if it is sound; also if
/// there is none yet.
std::vector<std::string> faults_of(const std::filesystem::path& place);

/// Where the tally differs from one that was given exactly these calls of `add`, in any order.
std::vector<std::string> differences(const std::filesystem::path& folder,
                                     const std::vector<std::vector<Increment>>& additions);

}  // namespace nest::test
