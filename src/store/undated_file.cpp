#include "store/undated_file.h"

#include <fmt/format.h>

#include <string>

#include "store/data_folder.h"
#include "store/small_file.h"

namespace nest::store {
namespace {

constexpr const char* kUndatedFormat = "storknest-undated/1";
constexpr std::size_t kUndatedBytes = 1UL << 20U;
constexpr std::size_t kMostUndated = 10'000;

struct Since {
  std::string workshop;
  Day day;
};

Since read_since(Reader& in) {
  Since since{in.id_text("workshop"), {}};
  const auto day = day_of(in.text_or("since", ""));
  if (!day) in.complain("since", "wrong-value", "this is no day.", "Days look like 2026-11-28.");
  since.day = day.value_or(Day{});
  return since;
}

Undated read_all(Reader& in) {
  in.word_of("format", {kUndatedFormat}, true);
  Undated out;
  for (auto& since : in.list<Since>("workshops", 0, kMostUndated, "a workshop", read_since)) {
    out[since.workshop] = since.day;
  }
  return out;
}

}  // namespace

Undated read_undated(const std::filesystem::path& folder, Diagnostics& out) {
  return read_small_file<Undated>(folder / kUndatedFile, kUndatedBytes,
                                  "the workshops without a day", out, read_all)
      .value_or(Undated{});
}

void keep_undated(const std::filesystem::path& folder, const Undated& undated) {
  std::string rows;
  for (const auto& [workshop, day] : undated) {
    rows += fmt::format(R"({}{{"workshop": "{}", "since": "{}"}})", rows.empty() ? "" : ", ",
                        workshop, iso(day));
  }
  write_file(folder / kUndatedFile,
             fmt::format(R"({{"format": "{}", "workshops": [{}]}})", kUndatedFormat, rows) + "\n");
}

}  // namespace nest::store
