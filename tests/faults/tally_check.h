#pragma once
// Is a tally sound after its writer was killed, and does it hold exactly what it must? For every
// program that kills a kiosk.
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/usage/tally.h"

namespace nest::test {

/// What is wrong with the tally in the folder: the database's structure, a row's checksum, a value.
/// Empty if it is sound; also if there is none yet.
std::vector<std::string> faults_of(const std::filesystem::path& folder);

/// How many calls of TallyStore::add the tally holds, if each call counts exactly one first answer.
std::int64_t answers_in(const std::filesystem::path& folder);

/// Where the tally differs from one that was given exactly these calls of `add`, in any order.
std::vector<std::string> differences(const std::filesystem::path& folder,
                                     const std::vector<std::vector<Increment>>& additions);

}  // namespace nest::test
