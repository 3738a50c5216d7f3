#include "store/undated_file.h"

#include <doctest/doctest.h>

#include "store/data_folder.h"
#include "store/files.h"
#include "support/temp_folder.h"

using namespace nest;
using namespace nest::store;

namespace {
const Day kToday{2026, 11, 28};

EarlierWorkshop earlier_one(const std::string& id, std::optional<Day> day = {}) {
  EarlierWorkshop out;
  out.id = id;
  out.day = day;
  return out;
}
}  // namespace

TEST_CASE("retention: a workshop is deleted the day after its months are over, and not before") {
  const std::vector<EarlierWorkshop> one{earlier_one("a", Day{2024, 11, 28})};
  CHECK(outlived(one, {}, kToday, 24).empty());
  CHECK(outlived(one, {}, {2026, 11, 29}, 24) == std::vector<std::string>{"a"});
  CHECK(outlived(one, {}, {2026, 12, 1}, 24) == std::vector<std::string>{"a"});
  CHECK(outlived(one, {}, {2023, 1, 1}, 24).empty());  // a clock that went back
}

TEST_CASE("retention: a workshop without a day grows old from when it was first seen") {
  const std::vector<EarlierWorkshop> all{earlier_one("old"), earlier_one("new"),
                                         earlier_one("dated", Day{2026, 11, 1})};
  const Undated before{{"old", {2024, 5, 3}}, {"gone", {2024, 5, 3}}};
  const auto now = undated(all, before, kToday);
  CHECK(now == Undated{{"old", {2024, 5, 3}}, {"new", kToday}});
  CHECK(outlived(all, now, kToday, 24) == std::vector<std::string>{"old"});
}

TEST_CASE("retention: since when is kept; from a broken file the time begins anew") {
  const test::TempFolder folder;
  Diagnostics out;
  CHECK(read_undated(folder.path(), out).empty());
  const Undated kept{{"0123456789abcdef", kToday}, {"fedcba9876543210", {2025, 1, 31}}};
  keep_undated(folder.path(), kept);
  CHECK(read_undated(folder.path(), out) == kept);
  CHECK(out.empty());
  for (
      const auto* text :
      {"", "[]", R"({"workshops": []})",
       R"({"format": "storknest-undated/1", "workshops": [{"workshop": "a", "since": "soon"}]})"}) {
    CAPTURE(std::string(text));
    Diagnostics faults;
    write_file(folder / kUndatedFile, text);
    CHECK(read_undated(folder.path(), faults).empty());
    CHECK(faults.has_errors());
  }
}
