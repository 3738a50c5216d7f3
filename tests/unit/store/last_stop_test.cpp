#include "store/last_stop.h"

#include <doctest/doctest.h>

#include "store/data_folder.h"
#include "store/files.h"
#include "support/temp_folder.h"

using namespace nest;
using namespace nest::store;

namespace {
const WallTime kMorning{{2026, 11, 27}, 8, 5};
const WallTime kEvening{{2026, 11, 27}, 23, 59};
}  // namespace

TEST_CASE("last stop: a kiosk that ended in order says so and when") {
  const test::TempFolder folder;
  Diagnostics out;
  const auto data = folder / "data";
  CHECK(read_last_stop(data, out) == LastStop(StopUnknown{}));
  note_start(data, kMorning);
  note_end(data, kEvening);
  CHECK(read_last_stop(data, out) == LastStop(StoppedInOrder{kEvening}));
  CHECK(out.empty());
}

TEST_CASE("last stop: one that was started and never ended was stopped suddenly") {
  const test::TempFolder folder;
  Diagnostics out;
  note_start(folder.path(), kMorning);
  CHECK(read_last_stop(folder.path(), out) == LastStop(StoppedSuddenly{kMorning}));
  note_end(folder.path(), kEvening);
  note_start(folder.path(), std::nullopt);
  CHECK(read_last_stop(folder.path(), out) == LastStop(StoppedSuddenly{}));
  CHECK(out.empty());
}

TEST_CASE("last stop: with a wrong clock there is an end without a time") {
  const test::TempFolder folder;
  Diagnostics out;
  note_end(folder.path(), std::nullopt);
  CHECK(read_last_stop(folder.path(), out) == LastStop(StoppedInOrder{}));
  CHECK(out.empty());
}

TEST_CASE("last stop: a broken file is told, and nothing is claimed") {
  const test::TempFolder folder;
  for (const auto* text :
       {"", "[]", "{\"ended\": true}", R"({"format": "storknest-stop/1"})",
        R"({"format": "storknest-stop/1", "ended": true, "day": "2026-11-27", "minute": 1440})",
        R"({"format": "storknest-stop/2", "ended": true})"}) {
    CAPTURE(std::string(text));
    Diagnostics out;
    write_file(folder / kLastStopFile, text);
    CHECK(read_last_stop(folder.path(), out) == LastStop(StopUnknown{}));
    CHECK(out.has_errors());
  }
}
