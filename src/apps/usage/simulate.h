#pragma once
// The command "simulate": tallies of workshops that never were, with a gain that is known, so that
// merge, report and statistics can be tried before the first child comes. Everything goes through
// the real counters and the real store.
// Not here: what a child in the simulation does (class_of.h).
#include <CLI/CLI.hpp>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace nest::usage {

struct SimulateOptions {
  int workshops = 20, children = 20, kiosks = 1;
  double gain = 15;  ///< in percentage points, on average
  std::uint64_t seed = 1;
  std::string mode = "paired", pack = "hands";
  std::filesystem::path out;
  std::optional<std::filesystem::path> packs;
};

CLI::App* add_simulate(CLI::App& app, SimulateOptions& options);

/// Makes one data folder for each kiosk of each place. Throws with one sentence if it cannot.
int simulate(const SimulateOptions& options);

}  // namespace nest::usage
