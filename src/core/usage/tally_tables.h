#pragma once
// The counters as they were read from a tally: plain rows, checked, nothing added up.
// Not here: reading (store/tally_reader.h), adding up (figures.h), what may be shown (release.h).
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/usage/tally.h"

namespace nest {

struct RunRow {
  std::string id;                  ///< 16 hexadecimal digits
  std::string mode;                ///< "free"
  std::optional<std::string> day;  ///< "2026-05-04"; never set for free play
  std::string place, ages, group_size, room;
  bool closed = false;
};
struct UseRow {
  std::string run;
  UseKey key;
  std::int64_t n = 0;
};
struct ActivityRow {
  std::string run;
  ActivityKey key;
  std::array<std::int64_t, 4> counts{};  ///< by ActivityCount
};
struct ItemRow {
  std::string run;
  ItemKey key;
  std::array<std::int64_t, 6> counts{};  ///< by ItemCount
};
struct OutcomeRow {
  std::string run;
  OutcomeKey key;
  std::int64_t n = 0;
};

/// Counts are at most 10^9 each, so that billions of rows add up without overflow.
struct TallyTables {
  std::vector<RunRow> runs;
  std::vector<UseRow> uses;
  std::vector<ActivityRow> activities;
  std::vector<ItemRow> items;
  std::vector<OutcomeRow> outcomes;
};

}  // namespace nest
