#include "faults/aftermath.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "faults/tally_check.h"
#include "store/files.h"
#include "store/sqlite.h"
#include "store/tally_merge.h"
#include "store/tally_reader.h"
#include "support/temp_folder.h"

namespace nest::test {
namespace {

namespace fs = std::filesystem;
using Wrong = std::vector<std::string>;

constexpr const char* kSums = "SHA256SUMS";

std::string bytes_of(const fs::path& file) {
  return store::read_file(file, store::kMediaBytes).value_or("");
}

void judge_counts(const Places& places, const Told& told, Wrong& wrong) {
  const auto there = additions_in(places.folder);
  if (there < told.acknowledged) {
    wrong.push_back(fmt::format("lost: {} acknowledged, {} there", told.acknowledged, there));
  }
  if (there > told.sent)
    wrong.push_back(fmt::format("doubled: {} sent, {} there", told.sent, there));
  std::vector<std::vector<Increment>> expected;
  for (std::int64_t i = 0; i < there; ++i) expected.push_back(addition(i));
  for (auto& difference : differences(places.folder, expected)) wrong.push_back(difference);
}

/// Closed runs by id, with their additions.
std::map<std::string, std::int64_t> closed_runs(const fs::path& place) {
  std::map<std::string, std::int64_t> closed;
  const auto tables = store::read_tally(place).tables;
  for (const auto& run : tables.runs) {
    if (run.closed) closed[run.id] = 0;
  }
  const auto add = [&](const std::string& run, std::int64_t n) {
    if (const auto found = closed.find(run); found != closed.end()) found->second += n;
  };
  for (const auto& row : tables.outcomes) add(row.run, row.n);
  for (const auto& row : tables.forms) add(row.run, row.n);
  return closed;
}

/// The first `expected` of the runs that were told as closed.
void judge_runs(const fs::path& place, const Told& told, std::size_t expected, Wrong& wrong) {
  if (expected == 0) return;
  const auto there = closed_runs(place);
  for (std::size_t i = 0; i < expected; ++i) {
    const auto& [run, additions] = told.closed[i];
    const auto found = there.find(run_id(run));
    if (found == there.end()) {
      wrong.push_back(fmt::format("{}: run {} is not closed", place.string(), run_id(run)));
    } else if (found->second != additions) {
      wrong.push_back(fmt::format("{}: run {} holds {} additions, not {}", place.string(),
                                  run_id(run), found->second, additions));
    }
  }
}

/// The files with this name that an export may have left: the last whole one or any begun since.
Wrong versions(const std::string& name, const Told& told) {
  Wrong all;
  for (auto number = std::max<std::int64_t>(1, told.exported); number <= told.exporting; ++number) {
    for (auto& file : exported(number)) {
      if (file.name == name) all.push_back(std::move(file.bytes));
    }
  }
  return all;
}

/// A final name is absent or whole, and a list of checksums says what is, or was about to be,
/// there.
void judge_export(const fs::path& folder, const Told& told, Wrong& wrong) {
  const auto sums = bytes_of(folder / kSums);
  for (const auto& file : exported(1)) {
    const auto all = versions(file.name, told);
    const bool there = fs::exists(folder / file.name);
    const auto bytes = bytes_of(folder / file.name);
    if (there ? std::find(all.begin(), all.end(), bytes) == all.end() : told.exported > 0) {
      wrong.push_back(fmt::format("{} of export {} to {} is {}", file.name, told.exported,
                                  told.exporting, there ? "not whole" : "not there"));
    }
    const bool listed = std::any_of(all.begin(), all.end(), [&](const std::string& version) {
      return sums.find(store::sha256_hex(version) + "  " + file.name + "\n") != std::string::npos;
    });
    if ((fs::exists(folder / kSums) || told.exported > 0) && !listed) {
      wrong.push_back(fmt::format("{} does not list {}", kSums, file.name));
    }
  }
}

/// A tally that was just being made: an empty file, or one whose first journal has to be rolled
/// back, which only a kiosk does.
bool is_unborn(const fs::path& folder) {
  if (!fs::exists(folder / "tally.db")) return true;
  if (fs::exists(folder / "tally.db-journal")) return true;
  return store::Database((folder / "tally.db").string())
             .number("SELECT count(*) FROM sqlite_schema") == 0;
}

/// Whatever became of the last merge, the next one gives what a first one gives.
void judge_merge(const Places& places, const Told& told, Wrong& wrong) {
  if (fs::exists(places.merged())) {
    for (const auto& fault : faults_of(places.merged())) wrong.push_back("all.db: " + fault);
    judge_runs(places.merged(), told, told.merged, wrong);
  } else if (told.merged > 0) {
    wrong.emplace_back("the merged file is gone");
  }
  if (is_unborn(places.folder)) return;
  const TempFolder fresh;
  const std::vector<fs::path> sources{places.folder, places.other};
  const auto notes = store::merge_into_file(sources, fresh / "all.db");
  for (const auto& line : notes.unreadable) wrong.push_back(line);
  for (int time = 1; time <= 2; ++time) {
    store::merge_into_file(sources, places.merged());
    if (bytes_of(places.merged()) != bytes_of(fresh / "all.db")) {
      wrong.push_back(fmt::format("merge {} again gives other bytes than a first one", time));
    }
  }
}

}  // namespace

std::int64_t additions_in(const fs::path& folder) {
  std::int64_t sum = 0;
  if (is_unborn(folder)) return sum;
  const auto tables = store::read_tally(folder).tables;
  for (const auto& row : tables.outcomes) sum += row.n;
  for (const auto& row : tables.forms) sum += row.n;
  return sum;
}

std::vector<std::string> wrong_after(const Places& places, const Told& told) {
  Wrong wrong;
  try {
    const bool promised = told.acknowledged > 0 || !told.closed.empty();
    if (promised || !is_unborn(places.folder)) {
      for (const auto& fault : faults_of(places.folder)) wrong.push_back("unsound: " + fault);
      judge_counts(places, told, wrong);
      judge_runs(places.folder, told, told.closed.size(), wrong);
    }
    judge_export(places.folder, told, wrong);
    judge_merge(places, told, wrong);
  } catch (const std::exception& error) {
    wrong.emplace_back(error.what());
  }
  for (const auto& entry : fs::directory_iterator(places.folder)) {
    const auto name = entry.path().filename().string();
    if (name.find("broken") != std::string::npos) wrong.push_back(name + " was set aside");
  }
  return wrong;
}

}  // namespace nest::test
