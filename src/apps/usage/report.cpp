#include "apps/usage/report.h"

#include <fmt/format.h>

#include <cstdlib>
#include <set>

#include "core/usage/join.h"
#include "core/usage/report_registry.h"
#include "store/adult_files.h"
#include "store/assets.h"
#include "store/compose_report.h"
#include "store/data_folder.h"
#include "store/export_files.h"
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

std::vector<fs::path> tallies_of(const ReportOptions& options) {
  auto tallies = options.tallies;
  if (options.data) tallies.push_back(*options.data);
  if (tallies.empty()) tallies.push_back(own_folder());
  return tallies;
}

store::FiguresReading read(const std::vector<fs::path>& tallies) {
  if (tallies.size() == 1) return store::read_figures(tallies.front());
  store::FiguresReading all;
  std::vector<TallyTables> tables;
  for (const auto& tally : tallies) {
    auto reading = store::read_tally(tally);
    tables.push_back(std::move(reading.tables));
    for (const auto& row : reading.left_out) {
      all.left_out.push_back(fmt::format("{}: {}", tally.string(), row));
    }
  }
  all.figures = add_up(join(std::move(tables)));
  return all;
}

/// The list that comes with the program, what was added on these kiosks, and a file that is named;
/// later ones put names right. A fault in the named file is one of who named it.
std::vector<Venue> places_of(const ReportOptions& options, const fs::path& shared,
                             const std::vector<fs::path>& tallies) {
  Diagnostics passed_over;
  auto places = store::read_place_list(shared / "assets" / store::kPlacesFile, passed_over);
  for (const auto& tally : tallies) {
    add_venues(places, store::read_place_list(tally / store::kPlacesFile, passed_over));
  }
  if (!options.places) return places;
  Diagnostics faults;
  add_venues(places, store::read_place_list(*options.places, faults));
  if (faults.has_errors()) throw std::runtime_error(to_text(faults.list().front()));
  return places;
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
  command->add_option("tallies", options.tallies, "Tallies or data folders; else this kiosk's");
  command->add_option("--data", options.data, "The kiosk's data folder");
  command->add_option("--packs", options.packs, "Packs whose titles are shown");
  command->add_option("--places", options.places, "A place list whose names are shown, too")
      ->check(CLI::ExistingFile);
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
  const auto tallies = tallies_of(options);
  const store::ReportSources sources{shared, options.packs.value_or(shared / "assets" / "packs"),
                                     places_of(options, shared, tallies)};
  const auto reading = read(tallies);
  const auto [made, words] = store::compose_report(sources, options.lang, reading, options.only);
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
