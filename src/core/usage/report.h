#pragma once
// A report as data: sections of tables whose cells already obey the release rules (release.h), so
// no writer can show too much. Words are message keys; a writer looks them up in a Catalog.
// Not here: HTML, text or JSON (store/writers/), reading a tally (store/tally_reader.h).
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "core/usage/figures.h"
#include "core/usage/statistics/intervals.h"

namespace nest {

/// A text of the interface ("report.visits.title") with whole numbers for its {names}.
struct Message {
  std::string key;
  std::vector<std::pair<std::string, long>> numbers;
};
/// A text that is shown as it is: a title, or an id where the pack is missing.
struct Literal {
  std::string text;
};
struct Count {
  std::int64_t n = 0;
};
/// A single count of 1 to 4: shown as "<5".
struct FewerThan {
  std::int64_t limit = 0;
};
/// A cell that is small, or would give a small one away. Looks the same in both cases.
struct Withheld {};
/// Never a bare percentage: the counts and the 95 % interval go with it. whole may be 0.
struct Share {
  std::int64_t part = 0, whole = 0;
  Interval interval;
};
using Cell = std::variant<Message, Literal, Count, FewerThan, Withheld, Share>;

struct Table {
  std::string id;  ///< for programs: "visits.ends"
  Message title;
  std::vector<Message> columns;
  std::vector<std::vector<Cell>> rows;  ///< each as long as `columns`
};
struct Section {
  std::string id;
  Message title;
  std::vector<Message> notes;
  std::vector<Table> tables;
};
struct Report {
  std::vector<Message> notes;
  std::vector<Section> sections;
};

/// What a title is wanted for; empty members are not meant.
struct TitleOf {
  std::string pack, activity, item, option;
};
/// The title in the report's language; empty if the pack is not there (then ids are shown).
using TitleLookup = std::function<std::string(const TitleOf&)>;

struct ReportInput {
  const Figures& figures;
  const TitleLookup& titles;
};

/// All parts, or the one named `only` (report_registry.h); with few visits nothing but totals.
/// `left_out`: how many damaged rows the figures lack.
Report make_report(const ReportInput& input, std::size_t left_out, std::string_view only = {});

/// "<5" for 1 to 4, else the count.
Cell count_cell(std::int64_t n);
/// The count, unless it is to be withheld.
Cell count_cell(std::int64_t n, bool withhold);
Cell share_cell(std::int64_t part, std::int64_t whole, bool withhold);
/// The title, or the last id that `what` names.
Cell title_cell(const ReportInput& input, const TitleOf& what);

}  // namespace nest
