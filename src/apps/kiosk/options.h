#pragma once
// The kiosk's command line.
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/shell/kiosk.h"

namespace nest::app {

struct Options {
  std::vector<std::filesystem::path> packs;   ///< empty: the bundled ones
  std::optional<std::filesystem::path> data;  ///< empty: the user's data folder
  int width = 1280, height = 720;             ///< of the window, pixels
  bool fullscreen = false;
  std::string renderer = "auto";
  float diagonal = 21.5F;  ///< inches
  std::optional<std::filesystem::path> play, shots, record;
  bool targets = false;
  bool reset_adult_code = false;  ///< remove it and end
  bool acknowledge = false;       ///< print each answer before and after it is durable
  std::optional<std::uint64_t> seed;
  std::optional<Lang> lang;
  bool languages_given = false;  ///< on the command line, above what the adult has set
  bool diagonal_given = false;
  KioskSetup setup;
};

struct Parsed {
  std::optional<Options> options;
  int exit_code = 0;  ///< when there are no options: --help was asked for, or a mistake was made
};
Parsed parse_options(int argc, char** argv);

}  // namespace nest::app
