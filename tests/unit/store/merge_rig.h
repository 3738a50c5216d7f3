#pragma once
// What the tests of merging share: rows with good checksums, tallies that hold given rows, and
// kiosks that have held workshops.
#include <fmt/format.h>

#include <filesystem>
#include <map>
#include <vector>

#include "core/base/random.h"
#include "store/tally_rows.h"
#include "unit/store/tally_rig.h"

namespace nest::test {

using Rows = std::map<store::TallyTable, std::vector<store::TallyRow>>;

/// The columns before the checksum, and the checksum.
inline store::TallyRow signed_row(store::TallyTable table, store::TallyRow columns) {
  columns.emplace_back(std::int64_t{store::row_crc(store::shape(table).name, columns)});
  return columns;
}

inline store::TallyRow run_row(const std::string& id, bool closed = true,
                               const std::string& mode = "paired") {
  return signed_row(store::TallyTable::run,
                    {id, mode, "2026-05-04", "alytus", "B", "10-14", "37",
                     std::int64_t{closed ? 1 : 0}, std::int64_t{closed ? 2 : 1}});
}

inline void put_row(store::Database& database, store::TallyTable table,
                    const store::TallyRow& row) {
  std::string sql = fmt::format("INSERT OR REPLACE INTO {} VALUES (?", store::shape(table).name);
  for (std::size_t i = 1; i < row.size(); ++i) sql += ", ?";
  store::Statement insert(database, sql + ")");
  for (std::size_t i = 0; i < row.size(); ++i) insert.bind(static_cast<int>(i) + 1, row[i]);
  insert.step();
}

/// A tally of these rows, in whatever order they are in.
inline void write_tally(const std::filesystem::path& file, const Rows& rows) {
  store::Database database(file.string(), store::Database::Access::create);
  database.exec("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF");
  store::migrate(database);
  database.exec("PRAGMA ignore_check_constraints=ON; BEGIN");
  for (const auto& [table, all] : rows) {
    for (const auto& row : all) put_row(database, table, row);
  }
  database.exec("COMMIT");
}

inline void alter(const std::filesystem::path& file, const std::string& sql) {
  store::Database(file.string(), store::Database::Access::create).exec(sql);
}

/// A row of the table as its kiosk had it at a revision: few keys, so that rows of different
/// kiosks meet. `twist` makes another row of the same revision, as only a restored backup could.
inline store::TallyRow any_row(store::TallyTable table, const std::string& run, Random& luck,
                               std::int64_t revision, int twist) {
  const auto& shape = store::shape(table);
  store::TallyRow row{run};
  const auto pick = [&](auto... words) {
    const std::string all[] = {words...};
    return all[luck.below(sizeof...(words))];
  };
  for (const auto key : shape.keys.subspan(1)) {
    if (key == "phase") {
      row.emplace_back(pick("before", "after"));
    } else if (key == "form") {
      row.emplace_back(pick("A", "B"));
    } else if (key == "form_order") {
      row.emplace_back(pick("AB", "BA"));
    } else if (key == "bucket" || key == "out_of" || key == "score") {
      row.emplace_back(std::int64_t{luck.below(2)});
    } else {
      row.emplace_back(pick("hands", "teeth and more than fifteen letters"));
    }
  }
  for (std::size_t i = 0; i < shape.values.size(); ++i) {
    row.emplace_back(revision * (static_cast<std::int64_t>(i) + 1) + twist);
  }
  row.emplace_back(revision);
  return signed_row(table, std::move(row));
}

/// Closed and open runs of which some are elsewhere too, at other revisions, with damage here and
/// there; old files among them.
inline void write_any_tally(const std::filesystem::path& file, Random& luck) {
  Rows rows;
  for (std::uint32_t id = 0; id < 4; ++id) {
    if (luck.below(2) == 0) continue;
    const auto run = fmt::format("{:016x}", id);
    rows[store::TallyTable::run].push_back(run_row(run, luck.below(5) > 0));
    for (const auto& table : store::tally_tables().subspan(1)) {
      for (auto n = luck.below(4); n > 0; --n) {
        const auto twist = luck.below(8) == 0 ? 1 : 0;
        auto row = any_row(table.table, run, luck, std::int64_t{1} + luck.below(3), twist);
        if (luck.below(20) == 0) row.back() = std::int64_t{7};
        rows[table.table].push_back(std::move(row));
      }
    }
  }
  write_tally(file, rows);
  if (luck.below(4) > 0) return;
  for (const auto& table : store::tally_tables()) {
    if (table.since > 1) alter(file, fmt::format("DROP TABLE {}", table.name));
  }
  alter(file, "PRAGMA user_version = 1");
}

/// Holds one workshop of `children` answers at a kiosk and closes it, unless told not to.
inline void hold_workshop(const std::filesystem::path& folder, const std::string& id, int children,
                          bool close = true) {
  store::SqliteTally tally(options(folder, std::hash<std::string>{}(id)));
  tally.take(RunInfo{id, "paired", "2026-05-04", "alytus", "B", "10-14", "37"});
  for (int i = 0; i < children; ++i) tally.add(answer(i), id);
  if (close) tally.take(CloseRun{id});
}

}  // namespace nest::test
