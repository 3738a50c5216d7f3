// storknest-usage: what the kiosk's counters say.
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <optional>
#include <set>

#include "apps/usage/merge.h"
#include "apps/usage/titles.h"
#include "core/usage/report_registry.h"
#include "store/assets.h"
#include "store/data_folder.h"
#include "store/files.h"
#include "store/json.h"
#include "store/tally_reader.h"
#include "store/writers/report_json.h"
#include "store/writers/report_text.h"

namespace {

namespace fs = std::filesystem;
using namespace nest;

constexpr std::size_t kWordsBytes = 1UL << 20U;

struct Options {
  std::optional<fs::path> data, packs;
  std::string lang = "en", only;
  bool json = false;
};

struct MergeOptions {
  std::vector<fs::path> sources;
  std::string into;
};

std::set<std::string> part_names() {
  std::set<std::string> names;
  for (const auto& part : report_parts()) names.emplace(part.name);
  return names;
}

Catalog read_words(const fs::path& shared, const std::string& lang) {
  const auto folder = shared / "locales" / "report";
  std::set<std::string> there;
  for (const auto& entry : fs::directory_iterator(folder)) there.insert(entry.path().stem());
  if (there.count(lang) == 0) {
    throw std::runtime_error(fmt::format("There is no report in \"{}\"; there is one in {}.", lang,
                                         fmt::join(there, ", ")));
  }
  const auto path = folder / (lang + ".json");
  auto text = store::read_file(path, kWordsBytes);
  if (!text) throw std::runtime_error(path.string() + " cannot be read.");
  Diagnostics faults;
  const auto document = store::parse_json(path.string(), std::move(*text), faults);
  return read_catalog(Lang(lang), *document, faults);
}

fs::path data_folder(const Options& options) {
  if (options.data) return *options.data;
  // NOLINTNEXTLINE(concurrency-mt-unsafe): nothing else runs yet
  const auto folder = store::data_folder(std::getenv("XDG_DATA_HOME"), std::getenv("HOME"));
  if (!folder) throw std::runtime_error("There is no home folder; say where with --data DIR.");
  return *folder;
}

int report(const Options& options) {
  const auto shared = store::find_shared_folder("/proc/self/exe");
  const auto words = read_words(shared, options.lang);
  const auto reading = store::read_tally(data_folder(options));
  const auto packs = options.packs.value_or(shared / "assets" / "packs");
  const auto titles = usage::titles_from(packs, Lang(options.lang));
  const auto figures = add_up(reading.tables);
  const auto made = make_report({figures, titles}, reading.left_out.size(), options.only);
  fmt::print("{}", options.json ? store::report_json(made, reading.left_out, words)
                                : store::report_text(made, words));
  for (const auto& row : reading.left_out) fmt::print(stderr, "storknest-usage: {}\n", row);
  return reading.left_out.empty() ? 0 : 1;
}

/// 0 good, 1 damaged rows or sources were left out, 2 cannot run.
int run(int argc, char** argv) {
  CLI::App app{"Says what the kiosk's counters say. Exit: 0 good, 1 damaged rows, 2 cannot run."};
  app.require_subcommand(1);
  MergeOptions merging;
  auto* const merge = app.add_subcommand("merge", "Make one of the counters of many kiosks");
  merge->add_option("sources", merging.sources, "Tallies or data folders")->required();
  merge->add_option("--into", merging.into, "The merged file, or postgresql://…")->required();
  Options options;
  auto* const command = app.add_subcommand("report", "Print visits, activities and questions");
  command->add_option("--data", options.data, "The kiosk's data folder");
  command->add_option("--packs", options.packs, "Packs whose titles are shown");
  command->add_option("--lang", options.lang, "Language")->capture_default_str();
  command->add_option("--only", options.only, "One part")->check(CLI::IsMember(part_names()));
  command->add_flag("--json", options.json, "For programs");
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : 2;
  }
  return merge->parsed() ? usage::merge(merging.sources, merging.into) : report(options);
}

}  // namespace

int main(int argc, char** argv) try {
  store::hold_standard_streams();
  return run(argc, argv);
} catch (const std::exception& error) {
  fmt::print(stderr, "storknest-usage: {}\n", error.what());
  return 2;
}
