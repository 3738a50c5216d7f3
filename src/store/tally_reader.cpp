#include "store/tally_reader.h"

#include <fmt/format.h>

#include <array>
#include <future>
#include <optional>
#include <set>

#include "store/tally_rows.h"

namespace nest::store {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kBatch = 2048;  ///< rows

const std::string& text(const SqlValue& value) {
  return std::get<std::string>(value);
}
std::int64_t count(const SqlValue& value) {
  return std::get<std::int64_t>(value);
}

template <std::size_t kCounts>
std::array<std::int64_t, kCounts> counts(const TallyRow& row, std::size_t from) {
  std::array<std::int64_t, kCounts> all{};
  for (std::size_t i = 0; i < kCounts; ++i) all.at(i) = count(row[from + i]);
  return all;
}

/// Hands the row over as what it says; `out` takes each kind of row.
template <class Out>
void hand_over(TallyTable table, const TallyRow& row, Out& out) {
  switch (table) {
    case TallyTable::run: {
      const bool has_day = !std::holds_alternative<std::monostate>(row[2]);
      return out.add(RunRow{text(row[0]), text(row[1]),
                            has_day ? std::optional(text(row[2])) : std::nullopt, text(row[3]),
                            text(row[4]), text(row[5]), text(row[6]), count(row[7]) == 1});
    }
    case TallyTable::use_count:
      return out.add(UseRow{text(row[0]), {text(row[1])}, count(row[2])});
    case TallyTable::activity_count:
      return out.add(ActivityRow{text(row[0]), {text(row[1]), text(row[2])}, counts<4>(row, 3)});
    case TallyTable::item_count:
      return out.add(
          ItemRow{text(row[0]), {text(row[1]), text(row[2]), text(row[3])}, counts<6>(row, 4)});
    case TallyTable::outcome:
      return out.add(OutcomeRow{
          text(row[0]),
          {text(row[1]), text(row[2]), text(row[3]), text(row[4]), static_cast<int>(count(row[5]))},
          count(row[6])});
    case TallyTable::goal_pair:
      return out.add(
          PairRow{text(row[0]), {text(row[1]), text(row[2]), text(row[3])}, counts<4>(row, 4)});
    case TallyTable::score_pair:
      return out.add(ScoreRow{text(row[0]),
                              {text(row[1]), text(row[2]), static_cast<int>(count(row[3]))},
                              counts<6>(row, 4)});
    case TallyTable::form_score:
      return out.add(FormRow{text(row[0]),
                             {text(row[1]), text(row[2]), text(row[3]),
                              static_cast<int>(count(row[4])), static_cast<int>(count(row[5]))},
                             count(row[6])});
    case TallyTable::item_sum:
      return out.add(
          ItemSumRow{text(row[0]), {text(row[1]), text(row[2]), text(row[3])}, counts<5>(row, 4)});
    case TallyTable::seal:
      return out.add(SealRow{text(row[0]), count(row[1]), count(row[2])});
  }
}

/// Takes the rows as they are.
struct RowCollector {
  TallyTables tables;
  void add(RunRow row) { tables.runs.push_back(std::move(row)); }
  void add(UseRow row) { tables.uses.push_back(std::move(row)); }
  void add(ActivityRow row) { tables.activities.push_back(std::move(row)); }
  void add(ItemRow row) { tables.items.push_back(std::move(row)); }
  void add(OutcomeRow row) { tables.outcomes.push_back(std::move(row)); }
  void add(PairRow row) { tables.pairs.push_back(std::move(row)); }
  void add(ScoreRow row) { tables.scores.push_back(std::move(row)); }
  void add(FormRow row) { tables.forms.push_back(std::move(row)); }
  void add(ItemSumRow row) { tables.item_sums.push_back(std::move(row)); }
  void add(SealRow row) { tables.seals.push_back(std::move(row)); }
  void add_sum(const std::string& run, const RunSum& more) { tables.sums[run] += more; }
};

/// Takes the rows of runs that are not closed.
struct OpenRuns {
  FiguresBuilder& sum;
  std::set<std::string> ids{};
  void add(const RunRow& row) {
    if (!row.closed && ids.insert(row.id).second) sum.add(row);
  }
  template <class Row>
  void add(const Row& row) {
    if (ids.count(row.run) > 0) sum.add(row);
  }
  void add_sum(const std::string& run, const RunSum& more) {
    if (ids.count(run) > 0) sum.add_sum(run, more);
  }
};

/// Rows as they stand in the file, in the room of earlier ones. Fewer than kBatch: the last of the
/// table, because it ends there or, as `broken` says, cannot be read further.
struct RowBatch {
  std::vector<TallyRow> rows;
  std::size_t size = 0;  ///< of them are of this batch
  std::string broken{};
};

void read_batch(Statement& rows, const TableShape& table, RowBatch& into) {
  into.size = 0;
  try {
    while (into.size < kBatch && rows.step()) {
      if (into.size == into.rows.size()) into.rows.emplace_back();
      read_row(table, rows, into.rows[into.size++]);
    }
  } catch (const SqliteError& error) {
    into.broken = error.what();
  }
}

template <class Out>
void take_row(const TableShape& table, const TallyRow& row, Out& out, LeftOut& left_out) {
  if (const auto fault = fault_of(table, row)) {
    left_out.name(fmt::format("{}: {}", row_name(table, row), *fault));
    return;
  }
  hand_over(table.table, row, out);
  if (table.table == TallyTable::run || table.table == TallyTable::seal) return;
  out.add_sum(text(row[0]), {1, count(row[row.size() - 2])});
}

/// While rows are checked and taken here, another thread reads the next ones; a kiosk's own tally
/// is mostly one batch and needs none.
template <class Out>
void read_table(Database& database, const TableShape& table, Out& out, LeftOut& left_out) {
  RowBatch these, next;
  try {
    Statement rows(database, select_rows(table));
    read_batch(rows, table, these);
    while (these.size > 0) {
      next.size = 0;
      std::future<void> reading;
      if (these.size == kBatch) {
        reading = std::async(std::launch::async, [&] { read_batch(rows, table, next); });
      }
      for (std::size_t i = 0; i < these.size; ++i) take_row(table, these.rows[i], out, left_out);
      if (reading.valid()) reading.get();
      std::swap(these, next);
    }
  } catch (const SqliteError& error) {
    these.broken = error.what();  // not a table of ours
  }
  for (const auto& broken : {these.broken, next.broken}) {
    if (!broken.empty()) left_out.name(fmt::format("the rest of {}: {}", table.name, broken));
  }
}

/// All rows go to `out`; what was left out is returned.
template <class Out>
std::vector<std::string> read_rows(const fs::path& place, Out& out) {
  TallySource source(place);
  LeftOut left_out;
  for (const auto& table : tally_tables()) {
    if (source.has(table)) read_table(source.database(), table, out, left_out);
  }
  return std::move(left_out).take();
}

}  // namespace

TallyReading read_tally(const fs::path& place) {
  RowCollector rows;
  auto left_out = read_rows(place, rows);
  return {std::move(rows.tables), std::move(left_out)};
}

FiguresReading read_figures(const fs::path& place) {
  FiguresBuilder sum;
  auto left_out = read_rows(place, sum);
  return {std::move(sum).take(), std::move(left_out)};
}

FiguresReading read_figures(const fs::path& joined, const fs::path& own) {
  FiguresBuilder sum;
  auto left_out = read_rows(joined, sum);
  OpenRuns open{sum};
  const auto more = read_rows(own, open);
  left_out.insert(left_out.end(), more.begin(), more.end());
  return {std::move(sum).take(), std::move(left_out)};
}

}  // namespace nest::store
