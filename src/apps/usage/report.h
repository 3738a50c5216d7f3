#pragma once
// The command "report": what the counters of one or many kiosks say, for people or for programs.
// Not here: what may be shown (core/usage/release.h), how it looks (store/writers/).
#include <CLI/CLI.hpp>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace nest::usage {

struct ReportOptions {
  std::vector<std::filesystem::path> tallies;  ///< or data folders; none: this kiosk's
  std::optional<std::filesystem::path> data, packs, places, out;
  std::string lang = "en", only, format = "text";
  bool json = false;  ///< the same as --format json
};

/// Adds the command; its options are filled when the line is parsed.
CLI::App* add_report(CLI::App& app, ReportOptions& options);

/// 0 good, 1 damaged rows were left out. Throws with one sentence if it cannot run.
int report(const ReportOptions& options);

}  // namespace nest::usage
