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

namespace {

/// A data folder and a stick with a list on it.
struct PlacesRig {
  std::optional<VenuesAdded> add(const std::string& list) {
    write_file(stick, list);
    return add();
  }
  std::optional<VenuesAdded> add() {
    out = {};
    return add_venue_file(stick, STORKNEST_SOURCE_DIR, data, out);
  }
  VenueFault why() const { return refusal_of(out).why; }
  std::vector<Venue> known() const {
    Diagnostics faults;
    return load_venues(STORKNEST_SOURCE_DIR, data, faults);
  }
  test::TempFolder folder;
  std::filesystem::path data = folder / "data", stick = folder / kPlacesFile;
  Diagnostics out;
};

std::string many_places(std::size_t count) {
  std::string text = R"({"format": "storknest-places/1", "places": [)";
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0) text += ',';
    text += R"({"id": "place-)" + std::to_string(i) +
            R"(", "country": "LT", "names": {"pl": "a", "lt": "b", "en": "c"}})";
  }
  return text + "]}";
}

}  // namespace

TEST_CASE("place list: places of a stick are added, one after the other, and kept") {
  PlacesRig rig;
  const auto before = rig.known().size();
  CHECK(rig.add(one_place("sejny-school")) == VenuesAdded{1, 0});
  CHECK(rig.add(one_place("sejny-library")) == VenuesAdded{1, 0});
  CHECK(rig.add() == VenuesAdded{0, 0});
  const auto venues = rig.known();
  CHECK(venues.size() == before + 2);
  CHECK(find_venue(venues, VenueId("sejny-school"))->names.plain(Lang("lt")) == "Seinai");
  CHECK(rig.out.empty());
  // One that comes with the kiosk gets another name.
  CHECK(rig.add(one_place("suwalki-school")) == VenuesAdded{0, 1});
  CHECK(find_venue(rig.known(), VenueId("suwalki-school"))->names.plain(Lang("pl")) == "Sejny");
  CHECK(rig.known().size() == before + 2);
}

TEST_CASE("place list: a list with a fault adds nothing and says which line") {
  PlacesRig rig;
  const auto before = rig.known().size();
  CHECK_FALSE(rig.add(one_place("Not An Id")));
  REQUIRE(rig.out.has_errors());
  CHECK(to_text(rig.out.list().front()).find("places.json:1:") == 0);
  CHECK(rig.why() == VenueFault::entry);
  CHECK_FALSE(rig.add("{\n\n\"format\": oops"));
  CHECK(refusal_of(rig.out) == VenuesRefused{VenueFault::syntax, 3});
  CHECK(rig.known().size() == before);
}

TEST_CASE("place list: no file, a folder, a link, a giant and a zero byte are told, not followed") {
  PlacesRig rig;
  CHECK_FALSE(rig.add());
  CHECK(rig.why() == VenueFault::no_file);
  std::filesystem::create_directory(rig.stick);
  CHECK_FALSE(rig.add());
  CHECK(rig.why() == VenueFault::unreadable);
  std::filesystem::remove(rig.stick);
  write_file(rig.folder / "else.json", one_place("sejny-school"));
  std::filesystem::create_symlink(rig.folder / "else.json", rig.stick);
  CHECK_FALSE(rig.add());
  CHECK(rig.why() == VenueFault::unreadable);
  std::filesystem::remove(rig.stick);
  CHECK_FALSE(rig.add(one_place("sejny-school") + std::string(1UL << 20U, ' ')));
  CHECK(rig.why() == VenueFault::unreadable);
  CHECK_FALSE(rig.add(std::string("{}\0", 3)));
  CHECK(rig.why() == VenueFault::syntax);
  CHECK_FALSE(std::filesystem::exists(rig.data / kPlacesFile));
}

TEST_CASE("place list: more places than a kiosk may know are refused, all of them") {
  PlacesRig rig;
  const auto before = rig.known().size();
  CHECK_FALSE(rig.add(many_places(kMostVenues)));
  CHECK(rig.why() == VenueFault::too_many);
  CHECK(rig.known().size() == before);
  CHECK(rig.add(many_places(kMostVenues - before)) == VenuesAdded{kMostVenues - before, 0});
  CHECK(rig.known().size() == kMostVenues);
  CHECK_FALSE(rig.add(one_place("sejny-school")));
  CHECK(rig.add(one_place("place-3")) == VenuesAdded{0, 1});
}

TEST_CASE("place list: a kept list that was broken by hand is set aside, not overwritten") {
  PlacesRig rig;
  std::filesystem::create_directories(rig.data);
  write_file(rig.data / kPlacesFile, "{\"format\": ");
  CHECK(rig.add(one_place("sejny-school")) == VenuesAdded{1, 0});
  CHECK(read_file(rig.data / kBrokenPlacesFile, 100) == "{\"format\": ");
  CHECK(find_venue(rig.known(), VenueId("sejny-school")) != nullptr);
}
