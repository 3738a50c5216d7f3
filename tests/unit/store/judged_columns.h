#pragma once
// Every column of tally.db and what it was judged to hold. Whoever adds one judges it here, and
// says in docs/privacy.md what it counts. Not here: which values that allows
// (tally_privacy_test.cpp).
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nest::test {

/// What a column holds. None is a time, and none is about one child.
enum class Holds {
  run_id,       ///< 64 random bits: of a kiosk's part of a workshop
  checksum,     ///< 32 bits, computed from the row
  room,         ///< four digits, or nothing
  day,          ///< of the workshop, if the adult confirmed it
  mode,         ///< this and the following: one of a few words
  ages,         //
  group_size,   //
  phase,        //
  form,         //
  form_order,   //
  total,        ///< what a kiosk's total counts: "end/idle"
  place,        ///< an id of the place list
  content,      ///< an id of a pack: the same at every kiosk
  flag,         ///< 0 or 1
  time_bucket,  ///< one of five bands of how long an answer took
  score,        ///< right answers of a form, or its length
  count,        ///< of children, answers, rows or writings
  sum           ///< over children
};

struct JudgedColumn {
  std::string_view name;
  Holds holds;
};
struct JudgedTable {
  std::string_view name;
  std::vector<JudgedColumn> columns;  ///< rev and crc, which all have, are not repeated
};

inline const std::vector<JudgedTable>& judged() {
  using enum Holds;
  static const std::vector<JudgedTable> tables{
      {"run",
       {{"id", run_id},
        {"mode", mode},
        {"day", day},
        {"place", place},
        {"ages", ages},
        {"group_size", group_size},
        {"room", room},
        {"closed", flag}}},
      {"use_count", {{"run", run_id}, {"what", total}, {"n", count}}},
      {"activity_count",
       {{"run", run_id},
        {"pack", content},
        {"activity", content},
        {"started", count},
        {"completed", count},
        {"abandoned", count},
        {"helped", count}}},
      {"item_count",
       {{"run", run_id},
        {"phase", phase},
        {"pack", content},
        {"item", content},
        {"shown", count},
        {"answered", count},
        {"correct", count},
        {"retried", count},
        {"retried_correct", count},
        {"hints", count}}},
      {"outcome",
       {{"run", run_id},
        {"phase", phase},
        {"pack", content},
        {"item", content},
        {"option", content},
        {"bucket", time_bucket},
        {"n", count}}},
      {"goal_pair",
       {{"run", run_id},
        {"pack", content},
        {"goal", content},
        {"form_order", form_order},
        {"wrong_wrong", count},
        {"wrong_right", count},
        {"right_wrong", count},
        {"right_right", count}}},
      {"score_pair",
       {{"run", run_id},
        {"pack", content},
        {"form_order", form_order},
        {"out_of", score},
        {"n", count},
        {"x", sum},
        {"y", sum},
        {"xx", sum},
        {"yy", sum},
        {"xy", sum}}},
      {"form_score",
       {{"run", run_id},
        {"phase", phase},
        {"pack", content},
        {"form", form},
        {"out_of", score},
        {"score", score},
        {"n", count}}},
      {"item_sum",
       {{"run", run_id},
        {"phase", phase},
        {"pack", content},
        {"item", content},
        {"n", count},
        {"i", sum},
        {"r", sum},
        {"rr", sum},
        {"ir", sum}}},
      {"seal", {{"run", run_id}, {"rows", count}, {"revisions", count}}},
  };
  return tables;
}

inline std::optional<Holds> judgement(const std::string& table, const std::string& column) {
  if (column == "rev") return Holds::count;
  if (column == "crc") return Holds::checksum;
  for (const auto& each : judged()) {
    if (each.name != table) continue;
    for (const auto& of : each.columns) {
      if (of.name == column) return of.holds;
    }
  }
  return std::nullopt;
}

inline bool is_text(Holds holds) {
  return holds == Holds::run_id || (holds >= Holds::room && holds <= Holds::content);
}

/// How much chance a value can hold: more than 40 bits could tell one child from all others.
inline int random_bits(Holds holds) {
  switch (holds) {
    case Holds::run_id:
      return 64;
    case Holds::checksum:
      return 32;
    case Holds::room:
      return 14;
    default:
      return 0;  // a word of a list, or a number that others add to
  }
}

}  // namespace nest::test
