#include "core/adult/settings.h"

#include <doctest/doctest.h>

#include "support/document.h"

using namespace nest;
using namespace nest::test;

namespace {

Value file() {
  return obj({{"format", "storknest-settings/1"}});
}

}  // namespace

TEST_CASE("settings: an empty file is the defaults") {
  Diagnostics out;
  CHECK(read_settings(*document(file()), out) == Settings());
  CHECK(out.empty());
  CHECK(Settings().retention_months == 24);
}

TEST_CASE("settings: each field that is wrong keeps its default, the others are used") {
  Diagnostics out;
  const auto read = read_settings(*document(file()
                                                .with("volume", 11)
                                                .with("diagonal", 2)
                                                .with("country", "DE")
                                                .with("calm", "yes")
                                                .with("languages", list({"lt", "lt", "en"}))
                                                .with("retention-months", 6)),
                                  out);
  Settings wanted;
  wanted.languages = {Lang("lt"), Lang("en")};
  wanted.retention_months = 6;
  CHECK(read == wanted);
  CHECK(out.errors() == 4);
}

TEST_CASE("settings: what the last workshop was like") {
  Diagnostics out;
  const auto usual = obj({{"ages", "A"},
                          {"topic", "hands"},
                          {"mode", "unpaired"},
                          {"group-size", "20-24"},
                          {"minutes", 45}});
  const auto read = read_settings(*document(file().with("workshop", usual)), out).usual;
  CHECK(read.ages == AgeBand::a);
  CHECK(read.topic == PackId("hands"));
  CHECK(read.mode == WorkshopMode::unpaired);
  CHECK(read.group_size == "20-24");
  CHECK(read.minutes == 45);
  CHECK(out.empty());
  // A limit that is not offered any more.
  CHECK(read_settings(*document(file().with("workshop", usual.with("minutes", 44))), out)
            .usual.minutes == 0);
}

TEST_CASE("settings: no volume is silent, none is louder than what was made") {
  CHECK(volume_db(0) == -20);
  CHECK(volume_db(5) == -10);
  CHECK(volume_db(kLoudest) == 0);
  CHECK(volume_db(99) == 0);
  CHECK(volume_db(-1) == -20);
}
