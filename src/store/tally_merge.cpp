#include "store/tally_merge.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <future>
#include <system_error>
#include <thread>
#include <utility>

#include "core/usage/incomplete.h"
#include "store/data_folder.h"
#include "store/merged_file.h"
#include "store/newest.h"

namespace nest::store {
namespace {

namespace fs = std::filesystem;

constexpr unsigned kMostReaders = 4;

/// What incomplete_runs asks for, and no more.
void keep_sums(const TableShape& table, const std::vector<TallyRow>& rows, TallyTables& sums) {
  const auto text = [](const SqlValue& value) { return std::get<std::string>(value); };
  const auto count = [](const SqlValue& value) { return std::get<std::int64_t>(value); };
  for (const auto& row : rows) {
    if (table.table == TallyTable::run) {
      sums.runs.push_back({text(row[0]), text(row[1]), {}, {}, {}, {}, {}, true});
    } else if (table.table == TallyTable::seal) {
      sums.seals.push_back({text(row[0]), count(row[1]), count(row[2])});
    }
  }
  if (table.table == TallyTable::run || table.table == TallyTable::seal || rows.empty()) return;
  auto& sum = sums.sums[text(rows[0][0])];
  for (const auto& row : rows) sum += {1, count(row[row.size() - 2])};
}

/// A journal beside the file belongs to it; SQLite would play it into the one that takes its place.
void refuse_journals(const fs::path& target) {
  for (const auto* const kind : {"-wal", "-journal"}) {
    std::error_code none;
    const auto journal = target.string() + kind;
    const auto size = fs::file_size(journal, none);
    if (none || size == 0) continue;
    throw TallyUnreadable(fmt::format(
        "{} lies beside {}: another program has it open or was cut off. Close or open it there "
        "first; nothing was changed.",
        journal, target.string()));
  }
}

}  // namespace

TallyMerge::Source TallyMerge::read(const fs::path& source, RowStage& stage) const {
  Source found;
  try {
    TallySource tally(source);
    found.open_runs = gather(tally, source.string(), known_, stage, found.left_out).open_runs;
  } catch (const TallyUnreadable& error) {
    found.unreadable = error.what();
  } catch (const SqliteError& error) {
    found.unreadable = fmt::format("{} cannot be read ({}).", source.string(), error.what());
  }
  return found;
}

void TallyMerge::add(std::span<const fs::path> sources) {
  std::vector<Source> found(sources.size());
  std::atomic<std::size_t> next{0};
  const auto read_some = [&] {
    RowStage stage;
    for (auto i = next++; i < sources.size(); i = next++) found[i] = read(sources[i], stage);
    return stage;
  };
  std::vector<std::future<RowStage>> readers;
  const auto most = std::clamp(std::thread::hardware_concurrency(), 1U, kMostReaders);
  while (readers.size() < std::min<std::size_t>(most, sources.size())) {
    readers.push_back(std::async(std::launch::async, read_some));
  }
  for (auto& reader : readers) stage_.append(reader.get());
  for (auto& source : found) {
    left_out_.append(std::move(source.left_out));
    notes_.open_runs += source.open_runs;
    if (source.unreadable.empty()) ++notes_.read;
    if (!source.unreadable.empty()) notes_.unreadable.push_back(std::move(source.unreadable));
  }
}

void TallyMerge::add_target(const fs::path& target) {
  refuse_journals(target);
  const bool beside_a_kiosk =
      target.filename() == kTallyFile && fs::exists(target.parent_path() / kLockFile);
  TallySource tally(target);
  Gathered gathered;
  try {
    gathered = gather(tally, target.string(), known_, stage_, left_out_);
  } catch (const SqliteError&) {
    gathered.broken = true;
  }
  if (gathered.open_runs > 0 || beside_a_kiosk) {
    throw TallyUnreadable(target.string() +
                          " belongs to a kiosk; name a file of its own for the result.");
  }
  if (gathered.broken) {
    throw TallyUnreadable(
        target.string() +
        " is broken; merge it, as a source, into a new file. Nothing was changed.");
  }
}

void TallyMerge::each(const Visit& visit) {
  TallyTables sums;
  stage_.each([&](const TableShape& table, std::vector<TallyRow> rows) {
    auto winners = newest(table, std::move(rows),
                          [&](const TallyRow& row) { doubted_.name(row_name(table, row)); });
    keep_sums(table, winners, sums);
    notes_.rows += winners.size();
    if (table.table == TallyTable::run) notes_.runs += winners.size();
    visit(table, std::move(winners));
  });
  notes_.incomplete = incomplete_runs(sums);
}

MergeNotes TallyMerge::notes() && {
  notes_.left_out = std::move(left_out_).take();
  notes_.doubted = std::move(doubted_).take();
  return std::move(notes_);
}

MergeNotes merge_into_file(const std::vector<fs::path>& sources, const fs::path& target) {
  std::error_code unknown;
  if (fs::is_directory(target, unknown)) {
    throw std::runtime_error(target.string() + " is a folder; name a file for the result.");
  }
  try {
    MergedFile file(target);  // locked before we read what is to be replaced
    TallyMerge merge;
    if (fs::exists(target)) merge.add_target(target);
    merge.add(sources);
    merge.each([&](const TableShape& table, std::vector<TallyRow> rows) {
      file.put(table, std::move(rows));
    });
    auto notes = std::move(merge).notes();
    if (notes.read > 0) file.commit();
    notes.target = target.string();
    return notes;
  } catch (const SqliteError& error) {
    throw std::runtime_error(fmt::format("{} could not be written ({}); nothing was changed.",
                                         target.string(), error.what()));
  } catch (const std::system_error& error) {
    throw std::runtime_error(fmt::format("{} could not be written ({}); nothing was changed.",
                                         target.string(), error.what()));
  }
}

}  // namespace nest::store
