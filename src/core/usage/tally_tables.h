#pragma once
// The counters as they were read from a tally: plain rows, checked, nothing added up.
// Not here: reading (store/tally_reader.h), adding up (figures.h), what may be shown (release.h).
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/usage/tally.h"

namespace nest {

struct RunRow {
  std::string id;                  ///< 16 hexadecimal digits
  std::string mode;                ///< "free", "play", "paired" or "unpaired"
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
struct PairRow {
  std::string run;
  PairKey key;
  std::array<std::int64_t, 4> counts{};  ///< by PairCount
};
struct ScoreRow {
  std::string run;
  ScoreKey key;
  std::array<std::int64_t, 6> sums{};  ///< by ScoreSum
};
struct FormRow {
  std::string run;
  FormKey key;
  std::int64_t n = 0;
};
struct ItemSumRow {
  std::string run;
  ItemKey key;
  std::array<std::int64_t, 5> sums{};  ///< by ItemSum
};
/// Written when a run is closed: how many rows it then had, and their revisions added up. A run
/// whose rows say otherwise is incomplete: they come from different moments.
struct SealRow {
  std::string run;
  std::int64_t rows = 0, revisions = 0;
};

/// How many rows of a run were read, runs and seals aside, and their revisions added up.
struct RunSum {
  std::int64_t rows = 0, revisions = 0;
  RunSum& operator+=(const RunSum& more) {
    rows += more.rows;
    revisions += more.revisions;
    return *this;
  }
};

/// Counts are at most 10^9 each, so that billions of rows add up without overflow.
struct TallyTables {
  std::vector<RunRow> runs;
  std::vector<UseRow> uses;
  std::vector<ActivityRow> activities;
  std::vector<ItemRow> items;
  std::vector<OutcomeRow> outcomes;
  std::vector<PairRow> pairs;
  std::vector<ScoreRow> scores;
  std::vector<FormRow> forms;
  std::vector<ItemSumRow> item_sums;
  std::vector<SealRow> seals;
  std::map<std::string, RunSum> sums;  ///< by run
};

}  // namespace nest
