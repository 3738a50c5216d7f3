// The runs of a tally's file: one for free play, one for each workshop; begun, closed, sealed,
// dropped.
#include <fmt/format.h>

#include <set>

#include "store/tally_file.h"
#include "store/tally_schema.h"

namespace nest::store {

std::vector<std::string> TallyFile::open_runs(const std::string& where) {
  const auto& table = shape(TallyTable::run);
  std::vector<std::string> out;
  Statement rows(database_, select_rows(table) + " WHERE closed = 0 AND " + where + " ORDER BY id");
  while (rows.step()) {
    const auto columns = read_row(table, rows);
    if (is_sound(table, columns)) out.push_back(std::get<std::string>(columns[0]));
  }
  return out;
}

/// A workshop ends with its power. One that goes on while its file was set aside begins anew in
/// this file.
void TallyFile::close_cut_off_runs() {
  std::set<std::string> going_on;
  for (const auto& [given, run] : live_) going_on.insert(run.id);
  for (const auto& id : open_runs("mode <> 'free'")) {
    if (going_on.count(id) == 0) close_run(id);
  }
  for (const auto& [given, run] : live_) ensure_run(run);
}

void TallyFile::ensure_run(const RunInfo& run) {
  if (!exists(run.id)) put_run(run);
}

void TallyFile::continue_or_begin_run() {
  for (const auto& id : open_runs("mode = 'free'")) {
    if (run_.empty() && run_is_sound(id)) {
      run_ = id;
    } else {
      close_run(id);
    }
  }
  if (run_.empty()) begin_run();
}

bool TallyFile::exists(const std::string& run) {
  auto& get = statements(shape(TallyTable::run)).get;
  get.bind(1, run);
  const bool there = get.step();
  get.reset();
  return there;
}

/// An id is never used twice, whatever the luck.
std::string TallyFile::unused_id() {
  std::string id;
  do {
    id = fmt::format("{:016x}", luck_.next());
  } while (exists(id));
  return id;
}

void TallyFile::begin_run() {
  run_ = unused_id();
  put_run({run_, "free", {}, {}, {}, {}, {}});
}

void TallyFile::put_run(const RunInfo& run) {
  const SqlValue day = run.day ? SqlValue(*run.day) : SqlValue(std::monostate{});
  put(shape(TallyTable::run), {run.id, run.mode, day, run.place, run.ages, run.group_size, run.room,
                               std::int64_t{0}, std::int64_t{1}});
}

void TallyFile::close_run(const std::string& id) {
  const auto& table = shape(TallyTable::run);
  auto& get = statements(table).get;
  get.bind(1, id);
  if (!get.step()) return;
  auto columns = read_row(table, get);
  get.reset();
  if (!is_sound(table, columns)) return;
  columns.pop_back();
  const auto closed = table.keys.size() + table.values.size() - 1;
  columns[closed] = std::int64_t{1};
  columns.back() = std::get<std::int64_t>(columns.back()) + 1;
  put(table, std::move(columns));
  seal_run(id);
}

void TallyFile::seal_run(const std::string& id) {
  std::int64_t rows = 0;
  std::int64_t revisions = 0;
  for (const auto& table : tally_tables()) {
    if (table.table == TallyTable::run || table.table == TallyTable::seal) continue;
    Statement sums(database_,
                   fmt::format("SELECT count(*), sum(rev) FROM {} WHERE run = ?", table.name));
    sums.bind(1, id);
    sums.step();
    rows += sums.number(0);
    revisions += sums.number(1);
  }
  put(shape(TallyTable::seal), {id, rows, revisions, std::int64_t{1}});
}

/// Only a workshop that is over; free play and what is being counted stay.
void TallyFile::drop_run(const std::string& id) {
  Statement over(database_, "SELECT 1 FROM run WHERE id = ? AND closed = 1 AND mode <> 'free'");
  over.bind(1, id);
  if (!over.step()) return;
  over.reset();
  for (const auto& table : tally_tables()) {
    Statement rows(database_,
                   fmt::format("DELETE FROM {} WHERE {} = ?", table.name, table.keys.front()));
    rows.bind(1, id);
    rows.step();
  }
}

/// A run with a damaged row is closed as it stands, so that the damage stays visible.
void TallyFile::begin_anew(const std::string& id) {
  Transaction transaction(database_);
  close_run(id);
  if (id == run_) begin_run();
  for (auto& [given, run] : live_) {
    if (run.id != id) continue;
    run.id = unused_id();
    put_run(run);
  }
  transaction.commit();
}

}  // namespace nest::store
