#pragma once
// The command "merge": counters of many kiosks into one file or one PostgreSQL database.
// Not here: how (store/tally_merge.h).
#include <filesystem>
#include <string>
#include <vector>

namespace nest::usage {

/// 0 good, 1 something was left out and the rest merged. Throws if nothing could be merged.
int merge(const std::vector<std::filesystem::path>& sources, const std::string& into);

}  // namespace nest::usage
