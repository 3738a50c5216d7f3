#include "apps/usage/merge.h"

#include <fmt/format.h>

#include <cstdio>
#include <stdexcept>

#include "store/postgres_merge.h"
#include "store/tally_merge.h"

namespace nest::usage {
namespace {

constexpr const char* kProgram = "storknest-usage";

std::string counted(std::size_t n, const char* one, const char* many) {
  return fmt::format("{} {}", n, n == 1 ? one : many);
}

void tell_findings(const store::MergeNotes& notes) {
  for (const auto& sentence : notes.unreadable) fmt::print(stderr, "{}: {}\n", kProgram, sentence);
  for (const auto& row : notes.left_out) {
    fmt::print(stderr, "{}: left out: {}\n", kProgram, row);
  }
  for (const auto& row : notes.doubted) {
    fmt::print(stderr,
               "{}: two different copies of one revision, the one with the higher checksum is "
               "taken: {}\n",
               kProgram, row);
  }
}

void tell_result(const store::MergeNotes& notes) {
  fmt::print("{} of {} read.\n", notes.read,
             counted(notes.read + notes.unreadable.size(), "source", "sources"));
  const auto what = fmt::format("{} of {}", counted(notes.rows, "row", "rows"),
                                counted(notes.runs, "closed run", "closed runs"));
  if (notes.changed) {
    fmt::print("{} sent to {}; {} of them new or newer there.\n", what, notes.target,
               *notes.changed);
  } else {
    fmt::print("{} holds {}.\n", notes.target, what);
  }
  if (notes.open_runs > 0) {
    fmt::print("{} not closed yet and not merged.\n",
               counted(notes.open_runs, "run is", "runs are"));
  }
  for (const auto& run : notes.incomplete) {
    fmt::print("The run {} is incomplete: rows are missing or come from different moments.\n", run);
  }
}

}  // namespace

int merge(const std::vector<std::filesystem::path>& sources, const std::string& into) {
  const auto notes = store::is_postgres(into) ? store::merge_into_postgres(sources, into)
                                              : store::merge_into_file(sources, into);
  tell_findings(notes);
  if (notes.read == 0) throw std::runtime_error("None of the sources can be read; nothing to do.");
  tell_result(notes);
  const bool findings =
      !notes.unreadable.empty() || !notes.left_out.empty() || !notes.doubted.empty();
  return findings ? 1 : 0;
}

}  // namespace nest::usage
