#include "apps/usage/report.h"

#include <fmt/format.h>

#include <cstdlib>
#include <set>

#include "core/usage/join.h"
#include "core/usage/report_registry.h"
#include "store/assets.h"
#include "store/data_folder.h"
#include "store/export_files.h"
#include "store/report_titles.h"
#include "store/report_words.h"
#include "store/tally_reader.h"
#include "store/writers/report_csv.h"
#include "store/writers/report_html.h"
#include "store/writers/report_json.h"
#include "store/writers/report_text.h"
#include "store/writers/report_xlsx.h"

namespace nest::usage {
namespace {

namespace fs = std::filesystem;

std::set<std::string> part_names() {
  std::set<std::string> names;
  for (const auto& part : report_parts()) names.emplace(part.name);
  return names;
}

fs::path own_folder() {
  // NOLINTNEXTLINE(concurrency-mt-unsafe): nothing else runs yet
  const auto folder = store::data_folder(std::getenv("XDG_DATA_HOME"), std::getenv("HOME"));
  if (!folder) throw std::runtime_error("There is no home folder; say where with --data DIR.");
  return *folder;
}

store::TallyReading read(const ReportOptions& options) {
  auto places = options.places;
  if (options.data) places.push_back(*options.data);
  if (places.empty()) places.push_back(own_folder());
  if (places.size() == 1) return store::read_tally(places.front());
  store::TallyReading all;
  std::vector<TallyTables> tables;
  for (const auto& place : places) {
    auto reading = store::read_tally(place);
    tables.push_back(std::move(reading.tables));
    for (const auto& row : reading.left_out) {
      all.left_out.push_back(fmt::format("{}: {}", place.string(), row));
    }
  }
  all.tables = join(std::move(tables));
  return all;
}

/// The files of one report, by the name each gets.
std::vector<store::ExportFile> files_of(const ReportOptions& options, const Report& made,
                                        const std::vector<std::string>& left_out,
                                        const Catalog& words) {
  const auto name = "report-" + options.lang;
  if (options.format == "html") return {{name + ".html", store::report_html(made, words)}};
  if (options.format == "json")
    return {{name + ".json", store::report_json(made, left_out, words)}};
  if (options.format == "xlsx") return {{name + ".xlsx", store::report_xlsx(made, words)}};
  if (options.format == "text") return {{name + ".txt", store::report_text(made, words)}};
  std::vector<store::ExportFile> files;
  for (auto& [table, bytes] : store::report_csv(made, words)) {
    files.push_back({fmt::format("{}.{}.csv", name, table), std::move(bytes)});
  }
  return files;
}

void print(const std::vector<store::ExportFile>& files) {
  if (files.size() != 1 || files.front().name.rfind(".xlsx") != std::string::npos) {
    throw std::runtime_error("This format is for files; say where with --out DIR.");
  }
  fmt::print("{}", files.front().bytes);
}

}  // namespace

CLI::App* add_report(CLI::App& app, ReportOptions& options) {
  auto* const command = app.add_subcommand("report", "Say what children did and learned");
  command->add_option("tallies", options.places, "Tallies or data folders; else this kiosk's");
  command->add_option("--data", options.data, "The kiosk's data folder");
  command->add_option("--packs", options.packs, "Packs whose titles are shown");
  command->add_option("--lang", options.lang, "Language")->capture_default_str();
  command->add_option("--only", options.only, "One part")->check(CLI::IsMember(part_names()));
  command->add_option("--format", options.format, "How it is written")
      ->check(CLI::IsMember({"text", "html", "csv", "xlsx", "json"}))
      ->capture_default_str();
  command->add_option("--out", options.out, "A folder for the files, with SHA256SUMS");
  command->add_flag("--json", options.json, "The same as --format json");
  return command;
}

int report(const ReportOptions& given) {
  auto options = given;
  if (options.json) options.format = "json";
  const auto shared = store::find_shared_folder("/proc/self/exe");
  const auto words = store::read_words(shared, options.lang);
  const auto reading = read(options);
  const auto packs = options.packs.value_or(shared / "assets" / "packs");
  const auto titles = store::titles_from(packs, Lang(options.lang));
  const auto figures = add_up(reading.tables);
  const auto made = make_report({figures, titles}, reading.left_out.size(), options.only);
  const auto files = files_of(options, made, reading.left_out, words);
  if (options.out) {
    store::export_files(*options.out, files);
  } else {
    print(files);
  }
  for (const auto& row : reading.left_out) fmt::print(stderr, "storknest-usage: {}\n", row);
  return reading.left_out.empty() ? 0 : 1;
}

}  // namespace nest::usage
