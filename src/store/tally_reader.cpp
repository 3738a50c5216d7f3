#include "store/tally_reader.h"

#include <fmt/format.h>

#include <array>
#include <optional>

#include "store/tally_rows.h"

namespace nest::store {
namespace {

namespace fs = std::filesystem;
std::string text(const SqlValue& value) {
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

void keep(TallyTable table, const TallyRow& row, TallyTables& out) {
  switch (table) {
    case TallyTable::run: {
      const bool has_day = !std::holds_alternative<std::monostate>(row[2]);
      out.runs.push_back({text(row[0]), text(row[1]),
                          has_day ? std::optional(text(row[2])) : std::nullopt, text(row[3]),
                          text(row[4]), text(row[5]), text(row[6]), count(row[7]) == 1});
      return;
    }
    case TallyTable::use_count:
      out.uses.push_back({text(row[0]), {text(row[1])}, count(row[2])});
      return;
    case TallyTable::activity_count:
      out.activities.push_back({text(row[0]), {text(row[1]), text(row[2])}, counts<4>(row, 3)});
      return;
    case TallyTable::item_count:
      out.items.push_back(
          {text(row[0]), {text(row[1]), text(row[2]), text(row[3])}, counts<6>(row, 4)});
      return;
    case TallyTable::outcome:
      out.outcomes.push_back({text(row[0]),
                              {text(row[1]), text(row[2]), text(row[3]), text(row[4]),
                               static_cast<int>(count(row[5]))},
                              count(row[6])});
      return;
    case TallyTable::goal_pair:
      out.pairs.push_back(
          {text(row[0]), {text(row[1]), text(row[2]), text(row[3])}, counts<4>(row, 4)});
      return;
    case TallyTable::score_pair:
      out.scores.push_back({text(row[0]),
                            {text(row[1]), text(row[2]), static_cast<int>(count(row[3]))},
                            counts<6>(row, 4)});
      return;
    case TallyTable::form_score:
      out.forms.push_back({text(row[0]),
                           {text(row[1]), text(row[2]), text(row[3]),
                            static_cast<int>(count(row[4])), static_cast<int>(count(row[5]))},
                           count(row[6])});
      return;
    case TallyTable::item_sum:
      out.item_sums.push_back(
          {text(row[0]), {text(row[1]), text(row[2]), text(row[3])}, counts<5>(row, 4)});
      return;
    case TallyTable::seal:
      out.seals.push_back({text(row[0]), count(row[1]), count(row[2])});
      return;
  }
}

void read_table(Database& database, const TableShape& table, TallyTables& out, LeftOut& left_out) {
  try {
    Statement rows(database, select_rows(table));
    while (rows.step()) {
      const auto row = read_row(table, rows);
      if (const auto fault = fault_of(table, row)) {
        left_out.name(fmt::format("{}: {}", row_name(table, row), *fault));
        continue;
      }
      keep(table.table, row, out);
      if (table.table != TallyTable::run && table.table != TallyTable::seal) {
        auto& sum = out.sums[text(row[0])];
        ++sum.rows;
        sum.revisions += count(row[row.size() - 2]);
      }
    }
  } catch (const SqliteError& error) {
    left_out.name(fmt::format("the rest of {}: {}", table.name, error.what()));
  }
}

}  // namespace

TallyReading read_tally(const fs::path& place) {
  TallySource source(place);
  TallyReading reading;
  LeftOut left_out;
  for (const auto& table : tally_tables()) {
    if (source.has(table)) read_table(source.database(), table, reading.tables, left_out);
  }
  reading.left_out = std::move(left_out).take();
  return reading;
}

}  // namespace nest::store
