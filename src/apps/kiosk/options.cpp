#include "apps/kiosk/options.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <map>

namespace nest::app {
namespace {

struct Raw {
  std::string window = "1280x720", age;
  std::vector<std::string> languages{"pl", "lt"};
  std::string lang;
};

void define(CLI::App& app, Options& o, Raw& raw) {
  app.set_version_flag("--version", "storknest " STORKNEST_VERSION);
  app.add_option("--packs", o.packs, "Pack folders, or folders that hold packs");
  app.add_option("--data", o.data, "Folder for the counters");
  app.add_flag("--reset-adult-code", o.reset_adult_code,
               "Remove the adult code and end; the next start asks for a new one");
  app.add_option("--window", raw.window, "Window size, WIDTHxHEIGHT in pixels")
      ->capture_default_str();
  app.add_flag("--fullscreen", o.fullscreen, "Fill the screen");
  app.add_option("--lang", raw.lang, "Language to begin with, one of --languages");
  app.add_option("--languages", raw.languages, "Languages in the order in which they stand")
      ->delimiter(',')
      ->capture_default_str();
  app.add_option("--age", raw.age, "Age band A, B or C; then children are not asked")
      ->check(CLI::IsMember({"A", "B", "C"}));
  app.add_flag("--calm", o.setup.calm, "Less motion: fades only");
  app.add_flag("--bigger-letters", o.setup.bigger_letters, "Letters a quarter larger");
  app.add_flag("--mirrored", o.setup.reach.mirrored, "For left hands: buttons at the right");
  app.add_flag("--controls-low", o.setup.reach.controls_low,
               "For a screen on a wall: all buttons at the lower edge");
  app.add_flag("--show-pending", o.setup.show_pending, "Show items that await review");
  app.add_option("--diagonal", o.diagonal, "Screen diagonal in inches")
      ->check(CLI::Range(5.0F, 120.0F))
      ->capture_default_str();
  app.add_option("--renderer", o.renderer, "How to paint")
      ->check(CLI::IsMember({"auto", "surface", "gpu"}))
      ->capture_default_str();
  auto* play =
      app.add_option("--play", o.play, "Run a script without a display")->check(CLI::ExistingFile);
  app.add_option("--shots", o.shots, "Keep the script's pictures in this folder")->needs(play);
  app.add_flag("--targets", o.targets, "On failure print the targets of the screen")->needs(play);
  app.add_flag("--acknowledge", o.acknowledge,
               "Say on standard output what is being counted and what is durable")
      ->needs(play);
  app.add_option("--record", o.record, "Write what is touched as a script")->excludes(play);
  app.add_option("--seed", o.seed, "Seed of the shuffling, for repeatable runs")
      ->check(CLI::NonNegativeNumber);
}

void interpret(const Raw& raw, Options& o) {
  char x = 0;
  if (std::sscanf(raw.window.c_str(), "%d%c%d", &o.width, &x, &o.height) != 3 || x != 'x' ||
      o.width < 320 || o.height < 200 || o.width > 16384 || o.height > 16384) {
    throw CLI::ValidationError("--window", "write WIDTHxHEIGHT, at least 320x200: 1920x1080");
  }
  if (!raw.age.empty()) {
    const std::map<std::string, AgeBand> bands{
        {"A", AgeBand::a}, {"B", AgeBand::b}, {"C", AgeBand::c}};
    o.setup.age = bands.at(raw.age);
  }
  o.setup.languages.clear();
  for (const auto& tag : raw.languages) {
    if (std::count(raw.languages.begin(), raw.languages.end(), tag) > 1) {
      throw CLI::ValidationError("--languages", "name each language once: pl,lt");
    }
    o.setup.languages.emplace_back(tag);
  }
  if (raw.lang.empty()) return;
  if (std::count(raw.languages.begin(), raw.languages.end(), raw.lang) == 0) {
    throw CLI::ValidationError("--lang", fmt::format("\"{}\" is not one of the languages: {}",
                                                     raw.lang, fmt::join(raw.languages, ", ")));
  }
  o.lang = Lang(raw.lang);
}

}  // namespace

Parsed parse_options(int argc, char** argv) {
  CLI::App app{"Storknest: prevention quizzes and animated lessons for children."};
  Options options;
  Raw raw;
  define(app, options, raw);
  try {
    app.parse(argc, argv);
    options.languages_given = app.count("--languages") > 0;
    options.diagonal_given = app.count("--diagonal") > 0;
    interpret(raw, options);
  } catch (const CLI::ParseError& e) {
    const int code = app.exit(e);
    return {std::nullopt, code == 0 ? 0 : 2};
  }
  return {std::move(options), 0};
}

}  // namespace nest::app
