#include "store/undated_file.h"

#include <fmt/format.h>

#include <string>

#include "core/base/reader.h"
#include "store/data_folder.h"
#include "store/files.h"
#include "store/json.h"

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
  std::error_code failed;
  const auto file = folder / kUndatedFile;
  if (!std::filesystem::exists(file, failed)) return {};
  Diagnostics faults;
  const auto document =
      parse_json(kUndatedFile, read_file(file, kUndatedBytes).value_or(""), faults);
  Undated all;
  if (const auto root = document->root(); root && root->kind() == NodeKind::object) {
    ReadContext context{faults, {}};
    all = read_object<Undated>(*root, "the workshops without a day", context, read_all);
  } else if (root) {
    faults.error("wrong-kind", root->place(), "this is one object { }.", "Remove the file.");
  }
  out.append(faults);
  return faults.has_errors() ? Undated{} : all;
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
