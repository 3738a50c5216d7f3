// What evaluators wait for: storknest-usage merging the counters of many kiosks, a tenth of them
// and all, and reporting all workshops and a single one. Usage: usage_bench STORKNEST-USAGE
// [KIOSKS]
#include <fmt/format.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>

#include "bench/table.h"
#include "core/base/random.h"
#include "store/tally_batch.h"
#include "support/temp_folder.h"
#include "unit/store/merge_rig.h"

namespace {

namespace fs = std::filesystem;
using namespace nest;

constexpr int kWorkshops = 20;  ///< of each kiosk
constexpr int kChildren = 7;    ///< at each kiosk: twenty in a room with three
constexpr int kGoals = 6;

void answer_form(store::TallyBatch& batch, const std::string& run, const std::string& phase,
                 const std::string& form, const std::vector<bool>& right, Random& luck) {
  int score = 0;
  for (const bool one : right) score += one ? 1 : 0;
  std::vector<Increment> sums{AddForm{{phase, "clean-hands", form, kGoals, score}}};
  for (int goal = 0; goal < kGoals; ++goal) {
    const auto item = fmt::format("{}-goal-{}", form == "A" ? "first" : "second", goal);
    const ItemKey key{phase, "clean-hands", item};
    const bool good = right[static_cast<std::size_t>(goal)];
    const auto option =
        good ? std::string("soap-and-water") : fmt::format("wrong-{}", luck.below(3));
    const auto bucket = 1 + static_cast<int>(luck.below(3));
    batch.take(AddCounts{{AddItem{key, {ItemCount::shown, ItemCount::answered}},
                          AddOutcome{{phase, "clean-hands", item, option, bucket}}},
                         run});
    sums.push_back(AddItemSums{key, good, score - (good ? 1 : 0)});
  }
  batch.take(AddCounts{std::move(sums), run});
}

void play_child(store::TallyBatch& batch, const std::string& run, Random& luck) {
  std::vector<bool> before, after;
  const bool a_first = luck.below(2) == 0;
  const std::string order = a_first ? "AB" : "BA";
  for (int goal = 0; goal < kGoals; ++goal) {
    before.push_back(luck.below(2) == 0);
    after.push_back(luck.below(10) < 7);
  }
  answer_form(batch, run, "before", a_first ? "A" : "B", before, luck);
  answer_form(batch, run, "after", a_first ? "B" : "A", after, luck);
  std::vector<Increment> pairs{AddActivity{{"clean-hands", "story"}, ActivityCount::completed}};
  int x = 0;
  int y = 0;
  for (int goal = 0; goal < kGoals; ++goal) {
    const bool b = before[static_cast<std::size_t>(goal)];
    const bool a = after[static_cast<std::size_t>(goal)];
    x += b ? 1 : 0;
    y += a ? 1 : 0;
    const auto column = static_cast<PairCount>((b ? 2 : 0) + (a ? 1 : 0));
    pairs.push_back(AddPair{{"clean-hands", fmt::format("goal-{}", goal), order}, column});
  }
  pairs.push_back(AddScore{{"clean-hands", order, kGoals}, x, y});
  batch.take(AddCounts{std::move(pairs), run});
}

void hold_workshop(test::Rows& rows, Random& luck) {
  const auto run = fmt::format("{:016x}", luck.next());
  store::TallyBatch batch;
  for (int child = 0; child < kChildren; ++child) play_child(batch, run, luck);
  std::int64_t revisions = 0;
  for (const auto& [key, growth] : batch.rows()) {
    store::TallyRow row{run};
    row.insert(row.end(), key.key.begin(), key.key.end());
    for (std::size_t i = 0; i < store::shape(key.table).values.size(); ++i) {
      row.emplace_back(growth.counts.at(i));
    }
    row.emplace_back(growth.revisions);
    revisions += growth.revisions;
    rows[key.table].push_back(test::signed_row(key.table, std::move(row)));
  }
  const auto all = static_cast<std::int64_t>(batch.rows().size());
  rows[store::TallyTable::run].push_back(test::run_row(run));
  rows[store::TallyTable::seal].push_back(
      test::signed_row(store::TallyTable::seal, {run, all, revisions, std::int64_t{1}}));
}

struct Cost {
  double seconds = 0, megabytes = 0;
};

/// Of the tool with these words, from its start to its end.
Cost cost_of(const char* usage, const std::vector<std::string>& given) {
  std::vector<const char*> words{"storknest-usage"};
  for (const auto& word : given) words.push_back(word.c_str());
  words.push_back(nullptr);
  const auto before = std::chrono::steady_clock::now();
  const pid_t child = ::fork();
  if (child == 0) {
    ::execv(usage, const_cast<char* const*>(words.data()));
    ::_exit(2);
  }
  int status = 0;
  rusage used{};
  if (child < 0 || ::wait4(child, &status, 0, &used) != child || status != 0) {
    throw std::runtime_error(fmt::format("{} failed", given.front()));
  }
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - before;
  return {took.count(), static_cast<double>(used.ru_maxrss) * 1024 / 1e6};
}

Cost merge_cost(const char* usage, const std::vector<std::string>& sources, const fs::path& into) {
  std::vector<std::string> words{"merge"};
  words.insert(words.end(), sources.begin(), sources.end());
  words.insert(words.end(), {"--into", into.string()});
  return cost_of(usage, words);
}

std::vector<bench::Row> merge_rows(const char* usage, const std::vector<std::string>& sources,
                                   const test::TempFolder& folder) {
  const auto kiosks = sources.size();
  const std::vector<std::string> tenth(sources.begin(),
                                       sources.begin() + static_cast<long>(kiosks / 10));
  const auto few = merge_cost(usage, tenth, folder / "tenth.db");
  const auto all = merge_cost(usage, sources, folder / "all.db");
  const auto again = merge_cost(usage, tenth, folder / "all.db");
  const auto name = fmt::format("merging {} kiosks of {} workshops", kiosks, kWorkshops);
  const auto linear = all.seconds / (10 * few.seconds);
  return {{name, "s", {}, all.seconds, 10, 10},
          {name, "MB", {}, all.megabytes, 200, 100},
          {"seconds against ten times a tenth of them", "", {}, linear, 1.3, 1.1},
          {"a tenth of them again, into all", "s", {}, again.seconds, 10, 10}};
}

Cost report_cost(const char* usage, const fs::path& tally, const fs::path& out) {
  return cost_of(
      usage, {"report", tally.string(), "--format", "html", "--lang", "pl", "--out", out.string()});
}

std::vector<bench::Row> report_rows(const char* usage, std::size_t workshops,
                                    const test::TempFolder& folder, Random& luck) {
  const auto all = report_cost(usage, folder / "all.db", folder / "reports");
  test::Rows rows;
  hold_workshop(rows, luck);
  test::write_tally(folder / "one.db", rows);
  const auto one = report_cost(usage, folder / "one.db", folder / "report");
  const auto bytes = static_cast<double>(fs::file_size(folder / "report" / "report-pl.html"));
  return {{fmt::format("HTML report of {} workshops", workshops), "s", {}, all.seconds, 5, 5},
          {"its memory", "MB", {}, all.megabytes, 200, 100},
          {"HTML report of one workshop", "ms", {}, one.seconds * 1000, 300, 100},
          {"its size", "MB", {}, bytes / 1e6, 1, 0.1}};
}

}  // namespace

int main(int argc, char** argv) try {
  if (argc < 2) throw std::runtime_error("usage: usage_bench STORKNEST-USAGE [KIOSKS]");
  const int kiosks = argc > 2 ? std::atoi(argv[2]) : 1000;
  const test::TempFolder folder;
  Random luck(1);
  std::vector<std::string> sources;
  for (int i = 0; i < kiosks; ++i) {
    test::Rows rows;
    for (int held = 0; held < kWorkshops; ++held) hold_workshop(rows, luck);
    sources.push_back((folder / fmt::format("kiosk-{}.db", i)).string());
    test::write_tally(sources.back(), rows);
  }
  auto table = merge_rows(argv[1], sources, folder);
  for (auto& row : report_rows(argv[1], sources.size() * kWorkshops, folder, luck)) {
    table.push_back(std::move(row));
  }
  return bench::print(table) ? 0 : 1;
} catch (const std::exception& error) {
  std::fprintf(stderr, "usage_bench: %s\n", error.what());
  return 2;
}
