#include "core/adult/venues.h"

#include <doctest/doctest.h>

#include "support/document.h"

using namespace nest;
using namespace nest::test;

namespace {

Value names(const std::string& name) {
  return obj({{"pl", name}, {"lt", name}, {"en", name}});
}
Value venue(const std::string& id, const std::string& country = "PL") {
  return obj({{"id", id}, {"country", country}, {"names", names("Suwałki")}});
}
Value places(std::vector<Value> all) {
  return obj({{"format", "storknest-places/1"}, {"places", list(std::move(all))}});
}

struct Read {
  explicit Read(const Value& value)
      : venues(read_venues(*document(value, out, "places.json"), out)) {}
  std::string faults() const {
    std::string all;
    for (const auto& fault : out.list()) all += to_text(fault) + "\n";
    return all;
  }
  Diagnostics out;
  std::vector<Venue> venues;
};

}  // namespace

TEST_CASE("venues: a list is read in its order") {
  const Read read(places({venue("suwalki-school"), venue("alytus-school", "LT")}));
  CHECK(read.faults() == "");
  REQUIRE(read.venues.size() == 2);
  CHECK(read.venues[0].id == VenueId("suwalki-school"));
  CHECK(read.venues[1].country == "LT");
  CHECK(read.venues[0].names.plain(Lang("lt")) == "Suwałki");
}

TEST_CASE("venues: every fault has its place, and what is whole is used") {
  const Read read(places({venue("one"), venue("two", "Poland"), venue("one", "LT"),
                          venue("three").with("names", obj({{"pl", "x"}})), venue("four")}));
  REQUIRE(read.venues.size() == 2);
  CHECK(read.venues[1].id == VenueId("four"));
  CHECK(read.faults().find("places.json:1:") != std::string::npos);
  CHECK(read.faults().find("\"Poland\" is not possible for \"country\"") != std::string::npos);
  CHECK(read.faults().find("has a place \"one\" already") != std::string::npos);
  CHECK(read.faults().find("the Lithuanian text is missing") != std::string::npos);
}

TEST_CASE("venues: misspelt keys, long names and other files are told") {
  CHECK(
      Read(places({venue("one").with("contry", "PL")})).faults().find("Did you mean \"country\"") !=
      std::string::npos);
  CHECK(Read(places({venue("one").with("names", names(std::string(61, 'x')))}))
            .faults()
            .find("longer than 60 letters") != std::string::npos);
  CHECK(Read(list({})).faults().find("one object { }") != std::string::npos);
  CHECK(Read(places({})).out.has_errors());
}

TEST_CASE(
    "venues: letters that the kiosk cannot show are refused, those of the countries are not") {
  const auto faults = [](const std::string& name) {
    return Read(places({venue("one").with("names", names(name))})).faults();
  };
  CHECK(faults("Gołdap – „Żółty domek”, Šiauliai (Ąžuolyno g. 7)") == "");
  CHECK(faults("幼稚園").find("no letter \"幼\"") != std::string::npos);
  CHECK(faults("School 🙂") != "");
  CHECK(faults("a\u202Eb").find("\u202E") == std::string::npos);  // nothing turns the message round
  CHECK(faults("a\u202Eb") != "");
}

TEST_CASE("venues: the first fault of a list is told in the adult's words, with its line") {
  const auto told = [](const Value& value) { return refusal_of(Read(value).out); };
  CHECK(told(places({venue("one").with("names", names(std::string(61, 'x')))})) ==
        VenuesRefused{VenueFault::name, 1});
  CHECK(told(places({venue("one"), venue("one")})) == VenuesRefused{VenueFault::same_id, 1});
  CHECK(told(places({venue("one", "Poland")})) == VenuesRefused{VenueFault::entry, 1});
  CHECK(told(list({})) == VenuesRefused{VenueFault::entry, 1});
  Diagnostics two;
  two.error("same-id", {"places.json", 9, 1, ""}, "later");
  two.error("not-json", {"places.json", 4, 1, ""}, "sooner");
  two.warn("missing-language", {"places.json", 1, 1, ""}, "no error");
  CHECK(refusal_of(two) == VenuesRefused{VenueFault::syntax, 4});
}

TEST_CASE("venues: what a list adds and what it changes is counted, what is known is neither") {
  auto base = Read(places({venue("one"), venue("two")})).venues;
  const auto more = Read(places({venue("one"), venue("two", "LT"), venue("three")})).venues;
  CHECK(add_venues(base, more) == VenuesAdded{1, 1});
  CHECK(add_venues(base, more) == VenuesAdded{0, 0});
}

TEST_CASE("venues: an added list adds, and puts names right") {
  auto base = Read(places({venue("one"), venue("two")})).venues;
  auto more = Read(places({venue("two").with("names", names("Alytus")), venue("three")})).venues;
  add_venues(base, std::move(more));
  REQUIRE(base.size() == 3);
  CHECK(find_venue(base, VenueId("two"))->names.plain(Lang("en")) == "Alytus");
  CHECK(find_venue(base, VenueId("four")) == nullptr);
}
