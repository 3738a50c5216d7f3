#pragma once
// The counters of all runs added up. Not here: which of them may be shown (release.h, reports/).
#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "core/usage/tally_tables.h"

namespace nest {

struct Figures {
  std::map<std::string, std::int64_t, std::less<>> uses;  ///< by UseKey::what
  std::map<ActivityKey, std::array<std::int64_t, 4>> activities;
  std::map<ItemKey, std::array<std::int64_t, 6>> items;
  /// First answers by option, over all times.
  std::map<ItemKey, std::map<std::string, std::int64_t>> options;

  std::int64_t use(std::string_view what) const;
  std::int64_t visits() const { return use("visit"); }
};

Figures add_up(const TallyTables& tables);

}  // namespace nest
