// storknest-usage: what the kiosk's counters say.
#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "apps/usage/merge.h"
#include "apps/usage/report.h"
#include "apps/usage/simulate.h"
#include "store/files.h"

namespace {

using namespace nest;

struct MergeOptions {
  std::vector<std::filesystem::path> sources;
  std::string into;
};

/// 0 good, 1 damaged rows or sources were left out, 2 cannot run.
int run(int argc, char** argv) {
  CLI::App app{"Says what the kiosk's counters say. Exit: 0 good, 1 damaged rows, 2 cannot run."};
  app.require_subcommand(1);
  MergeOptions merging;
  auto* const merge = app.add_subcommand("merge", "Make one of the counters of many kiosks");
  merge->add_option("sources", merging.sources, "Tallies or data folders")->required();
  merge
      ->add_option("--into", merging.into,
                   "The merged file, made if it is not there, or postgresql://…")
      ->required();
  usage::ReportOptions reporting;
  usage::SimulateOptions simulating;
  const auto* const report = usage::add_report(app, reporting);
  usage::add_simulate(app, simulating);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : 2;
  }
  if (merge->parsed()) return usage::merge(merging.sources, merging.into);
  return report->parsed() ? usage::report(reporting) : usage::simulate(simulating);
}

}  // namespace

int main(int argc, char** argv) try {
  store::hold_standard_streams();
  return run(argc, argv);
} catch (const std::exception& error) {
  fmt::print(stderr, "storknest-usage: {}\n", error.what());
  return 2;
}
