#include "store/compose_report.h"

#include <doctest/doctest.h>

#include "store/adult_files.h"
#include "store/files.h"
#include "store/report_titles.h"
#include "support/temp_folder.h"

using namespace nest;
using namespace nest::store;

namespace {

constexpr const char* kPackOfKinds = R"({
  "id": "hands", "title": {"pl": "Czyste ręce", "lt": "Švarios rankos"},
  "items": [
    {"id": "soap", "form": "A", "prompt": {"pl": "Co zmywa zarazki?"},
     "answers": [{"id": "a"}, {"id": "b"}, {"id": "c"}]},
    {"id": "sneeze", "form": "B", "kind": "true-false", "true": true},
    {"id": "when", "several": true, "answers": [{"id": "a"}, {"id": "b"}]}
  ]})";

/// A closed workshop in each of these places.
FiguresReading workshops_in(const std::vector<std::string>& places) {
  TallyTables tables;
  for (const auto& place : places) {
    tables.runs.push_back({place, "paired", {}, place, "B", "20-24", "", true});
  }
  return {add_up(tables), {}};
}

std::string place_told(const Report& report, std::size_t row) {
  for (const auto& section : report.sections) {
    for (const auto& table : section.tables) {
      if (table.id == "workshops") return std::get<Literal>(table.rows.at(row).at(1)).text;
    }
  }
  return "no table";
}

}  // namespace

TEST_CASE("composed report: places have their names, in the language of the report") {
  const test::TempFolder folder;
  Diagnostics faults;
  const std::filesystem::path shared = STORKNEST_SOURCE_DIR;
  const ReportSources sources{shared, shared / "assets" / "packs",
                              load_venues(shared, folder.path(), faults)};
  const auto reading = workshops_in({"alytus-school", "nowhere"});
  const auto polish = compose_report(sources, "pl", reading);
  CHECK(place_told(polish.report, 0) == "Olita, szkoła");
  CHECK(place_told(polish.report, 1) == "nowhere");  // on no list: its id
  CHECK(polish.words.lang() == Lang("pl"));
  CHECK(place_told(compose_report(sources, "lt", reading).report, 0) == "Alytus, mokykla");
  CHECK(place_told(compose_report(sources, "en", reading).report, 0) == "Alytus, school");
}

TEST_CASE(
    "composed report: one part, if only that is wanted; no report in a language without words") {
  const std::filesystem::path shared = STORKNEST_SOURCE_DIR;
  const ReportSources sources{shared, shared / "assets" / "packs", {}};
  const auto some = compose_report(sources, "en", workshops_in({"alytus-school"}), "workshops");
  CHECK(some.report.sections.front().id == "workshops");
  CHECK_THROWS(compose_report(sources, "xx", {}));
}

TEST_CASE("report titles: what a pack says of a question's form and answers") {
  const test::TempFolder folder;
  std::filesystem::create_directories(folder / "hands");
  write_file(folder / "hands" / "pack.json", kPackOfKinds);
  const auto [titles, items] = titles_from(folder.path(), {}, Lang("pl"));
  CHECK(titles({"hands", {}, "soap", {}}) == "Co zmywa zarazki?");
  CHECK(items("hands", "soap")->form == "A");
  CHECK(items("hands", "soap")->choices == 3);
  CHECK_FALSE(items("hands", "soap")->several);
  CHECK(items("hands", "sneeze")->form == "B");
  CHECK(items("hands", "sneeze")->choices == 2);
  CHECK(items("hands", "when")->form.empty());
  CHECK(items("hands", "when")->several);
  CHECK_FALSE(items("hands", "gone"));
  CHECK_FALSE(items("teeth", "soap"));
}
