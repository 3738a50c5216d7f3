#pragma once
// A report as data: sections of tables whose cells already obey the release rules (release.h), so
// no writer can show too much. Words are message keys; a writer looks them up in a Catalog.
// Not here: HTML, text or JSON (store/writers/), reading a tally (store/tally_reader.h).
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "core/usage/figures.h"
#include "core/usage/release.h"
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
/// A single count of 0 to 4: shown as "<5". Nobody is among them: "<5" is to leave five counts.
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
/// A group's mean share of right answers, in [0, 1], with its 95 % interval; n children.
struct Mean {
  double value = 0;
  Interval interval;
  std::int64_t n = 0;
};
/// A difference of two such means, in [-1, 1], shown in percentage points; n children.
struct Gain {
  double value = 0;
  Interval interval;
  std::int64_t n = 0;
};
/// A share near one end, so near that its exact value would be about a few children (release.h).
struct Beyond {
  bool above = true;  ///< at least `share`, else at most
  double share = 0;
  std::int64_t n = 0;
};
/// Any other figure, such as an effect size, shown with so many decimals.
struct Figure {
  double value = 0;
  int decimals = 2;
};
/// The probability of a result at least as uneven by chance alone; shown as "<0.001" below that.
struct PValue {
  double value = 1;
};
using Cell = std::variant<Message, Literal, Count, FewerThan, Withheld, Share, Mean, Gain, Beyond,
                          Figure, PValue>;

struct Table {
  std::string id;  ///< for programs: "visits.ends"
  Message title;
  std::vector<Message> columns;
  std::vector<std::vector<Cell>> rows;  ///< each as long as `columns`
};

/// A share as a chart shows it: a Share, a Mean or a Beyond; never one that is withheld.
struct ChartPoint {
  double value = 0;  ///< in [0, 1]
  Interval interval{};
  /// Stands at the bound of what is only known to be at least, or at most, `value`.
  bool at_least = false, at_most = false;
};
/// Lines from before to after, each with its intervals.
struct SlopeChart {
  struct Line {
    Cell label;
    ChartPoint before, after;
    std::int64_t n = 0;  ///< children
  };
  std::vector<Line> lines;
};
/// A row for each question or goal: where it stood before, and where after.
struct DotChart {
  struct Row {
    Cell label;
    std::optional<ChartPoint> before, after;
  };
  std::vector<Row> rows;
};
/// A bar for each count, of children unless `unit` says of what.
struct BarChart {
  struct Bar {
    Cell label;
    std::int64_t n = 0;
  };
  std::vector<Bar> bars;
  Message unit{"report.children", {}};
};
/// A picture of figures that the tables show, too. How it looks is the writer's business.
struct Chart {
  std::string id;
  Message title;
  std::variant<SlopeChart, DotChart, BarChart> drawing;
  Literal topic{};  ///< said behind the title, where there is one chart for each topic
};

struct Section {
  std::string id;
  Message title;
  std::vector<Message> notes;
  std::vector<Table> tables;
  std::vector<Chart> charts{};
};
/// One sentence that a head teacher understands, about one topic.
struct Headline {
  Cell topic;
  Message sentence;
};
struct Report {
  std::vector<Message> notes;
  std::vector<Section> sections;
  std::vector<Headline> headlines{};
  std::vector<Message> method{};   ///< how the figures were made, and what they cannot say
  std::vector<Message> privacy{};  ///< what is kept of a child: nothing
};

/// What a title is wanted for; empty members are not meant.
struct TitleOf {
  std::string pack, activity, item, option;
  std::string goal{};   ///< of `pack`
  std::string place{};  ///< an id of the place list; stands alone
};
/// The title in the report's language; empty if the pack is not there (then ids are shown).
using TitleLookup = std::function<std::string(const TitleOf&)>;

/// What the pack says of a question; nothing of it is counted.
struct ItemFacts {
  std::string form;      ///< "A" or "B"; else it is of practice only
  int choices = 0;       ///< "I don't know yet" aside
  bool several = false;  ///< more than one may be right
};
/// Nothing if the pack is not there.
using ItemLookup =
    std::function<std::optional<ItemFacts>(const std::string& pack, const std::string& item)>;

struct ReportInput {
  const Figures& figures;
  const TitleLookup& titles;
  ItemLookup items{};
};

/// All parts, or the one named `only` (report_registry.h), each if there are enough children for
/// it; with few visits and no workshop nothing but totals. `left_out`: how many damaged rows the
/// figures lack.
Report make_report(const ReportInput& input, std::size_t left_out, std::string_view only = {});

/// "<5" for 0 to 4, else the count.
Cell count_cell(std::int64_t n);
/// The count, unless it is to be withheld.
Cell count_cell(std::int64_t n, bool withhold);
Cell share_cell(std::int64_t part, std::int64_t whole, bool withhold);
/// The share as far as it may be told.
Cell coded_cell(ShownShare shown, std::int64_t part, std::int64_t whole);
/// What a chart may show of a cell: nothing of one that is withheld or that is no share.
std::optional<ChartPoint> chart_point(const Cell& cell);
/// The title, or the last id that `what` names.
Cell title_cell(const ReportInput& input, const TitleOf& what);

}  // namespace nest
