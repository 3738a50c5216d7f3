#include "store/adult_files.h"

#include <doctest/doctest.h>

#include "store/data_folder.h"
#include "store/files.h"
#include "support/temp_folder.h"

using namespace nest;
using namespace nest::store;

namespace {

Settings all_set() {
  Settings s;
  s.languages = {Lang("lt"), Lang("pl"), Lang("en")};
  s.calm = s.bigger_letters = s.mirrored = s.controls_low = true;
  s.show_pending = s.shuffled_keypad = true;
  s.volume = 3;
  s.diagonal = 23.8F;
  s.country = "LT";
  s.venue = VenueId("alytus-school");
  s.retention_months = 12;
  s.usual.ages = AgeBand::c;
  s.usual.topic = PackId("hands");
  s.usual.mode = WorkshopMode::free;
  s.usual.group_size = "25-30";
  s.usual.minutes = 60;
  return s;
}

std::string one_place(const std::string& id) {
  return R"({"format": "storknest-places/1", "places": [{"id": ")" + id +
         R"(", "country": "PL", "names": {"pl": "Sejny", "lt": "Seinai", "en": "Sejny"}}]})";
}

}  // namespace

TEST_CASE("settings file: what is written comes back, all of it") {
  const test::TempFolder folder;
  Diagnostics out;
  save_settings(folder / "data", all_set());
  CHECK(load_settings(folder / "data", out) == all_set());
  save_settings(folder / "data", Settings());
  CHECK(load_settings(folder / "data", out) == Settings());
  CHECK(out.empty());
}

TEST_CASE("settings file: none is no fault, a broken one is told and passed over") {
  const test::TempFolder folder;
  Diagnostics out;
  CHECK(load_settings(folder.path(), out) == Settings());
  CHECK(out.empty());
  for (const auto* text : {"", "[]", "{\"volume\":", "{\"format\": \"storknest-settings/9\"}"}) {
    write_file(folder / kSettingsFile, text);
    CHECK(load_settings(folder.path(), out) == Settings());
  }
  CHECK(out.errors() >= 3);
}

TEST_CASE("place list: the one that comes with the kiosk is clean and names both countries") {
  const test::TempFolder folder;
  Diagnostics out;
  const auto venues = load_venues(STORKNEST_SOURCE_DIR, folder.path(), out);
  CHECK(out.empty());
  REQUIRE(venues.size() >= 8);
  for (const auto country : kCountries) {
    CHECK(std::any_of(venues.begin(), venues.end(),
                      [&](const Venue& v) { return v.country == country; }));
  }
}

TEST_CASE("place list: places of a stick are added, one after the other, or none of them") {
  const test::TempFolder folder;
  const auto stick = folder / "stick.json";
  const auto data = folder / "data";
  Diagnostics out;
  const auto before = load_venues(STORKNEST_SOURCE_DIR, data, out).size();
  for (const auto* id : {"sejny-school", "sejny-library"}) {
    write_file(stick, one_place(id));
    CHECK(add_venue_file(stick, data, out) == 1);
  }
  const auto venues = load_venues(STORKNEST_SOURCE_DIR, data, out);
  CHECK(venues.size() == before + 2);
  CHECK(find_venue(venues, VenueId("sejny-school"))->names.plain(Lang("lt")) == "Seinai");
  CHECK(out.empty());

  write_file(stick, one_place("Not An Id"));
  CHECK_FALSE(add_venue_file(stick, data, out));
  REQUIRE(out.has_errors());
  CHECK(to_text(out.list().front()).find("stick.json:1:") == 0);
  CHECK_FALSE(add_venue_file(folder / "nothing.json", data, out));
  CHECK(load_venues(STORKNEST_SOURCE_DIR, data, out).size() == before + 2);
}
