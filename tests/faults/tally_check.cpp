#include "faults/tally_check.h"

#include <fmt/format.h>

#include <map>

#include "core/usage/incomplete.h"
#include "store/data_folder.h"
#include "store/sqlite.h"
#include "store/tally_batch.h"
#include "store/tally_reader.h"

namespace nest::test {
namespace {

using Counts = std::array<std::int64_t, 6>;
using Rows = std::map<store::RowKey, Counts>;
using store::TallyTable;

std::filesystem::path file_of(const std::filesystem::path& place) {
  return std::filesystem::is_directory(place) ? place / store::kTallyFile : place;
}

bool has_tally(const std::filesystem::path& place) {
  return std::filesystem::exists(file_of(place));
}

void structure_faults(const std::filesystem::path& place, std::vector<std::string>& faults) {
  store::Database database(file_of(place).string());
  store::Statement check(database, "PRAGMA integrity_check");
  while (check.step()) {
    const auto verdict = check.column(0);
    const auto* const text = std::get_if<std::string>(&verdict);
    if (!text || *text != "ok") faults.push_back(text ? *text : "integrity_check says nothing");
  }
}

/// All runs added up.
Rows rows_in(const std::filesystem::path& folder) {
  Rows rows;
  if (!has_tally(folder)) return rows;
  const auto tables = store::read_tally(folder).tables;
  const auto add = [&](TallyTable table, std::vector<store::SqlValue> key, const auto& counts) {
    auto& sums = rows[{table, {}, std::move(key)}];
    for (std::size_t i = 0; i < counts.size(); ++i) sums.at(i) += counts.at(i);
  };
  using One = std::array<std::int64_t, 1>;
  for (const auto& [run, key, n] : tables.uses) add(TallyTable::use_count, {key.what}, One{n});
  for (const auto& [run, key, counts] : tables.activities) {
    add(TallyTable::activity_count, {key.pack, key.activity}, counts);
  }
  for (const auto& [run, key, counts] : tables.items) {
    add(TallyTable::item_count, {key.phase, key.pack, key.item}, counts);
  }
  for (const auto& [run, key, n] : tables.outcomes) {
    add(TallyTable::outcome, {key.phase, key.pack, key.item, key.option, std::int64_t{key.bucket}},
        One{n});
  }
  for (const auto& [run, key, counts] : tables.pairs) {
    add(TallyTable::goal_pair, {key.pack, key.goal, key.order}, counts);
  }
  for (const auto& [run, key, sums] : tables.scores) {
    add(TallyTable::score_pair, {key.pack, key.order, std::int64_t{key.out_of}}, sums);
  }
  for (const auto& [run, key, n] : tables.forms) {
    add(TallyTable::form_score,
        {key.phase, key.pack, key.form, std::int64_t{key.out_of}, std::int64_t{key.score}}, One{n});
  }
  for (const auto& [run, key, sums] : tables.item_sums) {
    add(TallyTable::item_sum, {key.phase, key.pack, key.item}, sums);
  }
  return rows;
}

std::string name(const store::RowKey& row) {
  std::string text(store::shape(row.table).name);
  for (const auto& part : row.key) {
    const auto* const word = std::get_if<std::string>(&part);
    text += " " + (word ? *word : std::to_string(std::get<std::int64_t>(part)));
  }
  return text;
}

}  // namespace

std::vector<std::string> faults_of(const std::filesystem::path& place) {
  std::vector<std::string> faults;
  if (!has_tally(place)) return faults;
  try {
    structure_faults(place, faults);
    const auto reading = store::read_tally(place);
    faults.insert(faults.end(), reading.left_out.begin(), reading.left_out.end());
    for (const auto& run : incomplete_runs(reading.tables))
      faults.push_back(run + " is incomplete");
  } catch (const std::exception& error) {
    faults.emplace_back(error.what());
  }
  return faults;
}

std::vector<std::string> differences(const std::filesystem::path& folder,
                                     const std::vector<std::vector<Increment>>& additions) {
  store::TallyBatch expected;
  for (const auto& increments : additions) expected.take(AddCounts{increments});
  Rows there = rows_in(folder);
  std::vector<std::string> all;
  for (const auto& [row, growth] : expected.rows()) {
    const auto found = there.find(row);
    if (found == there.end() || found->second != growth.counts) {
      all.push_back(name(row) + " differs");
    }
    if (found != there.end()) there.erase(found);
  }
  for (const auto& [row, counts] : there) all.push_back(name(row) + " was never sent");
  return all;
}

}  // namespace nest::test
