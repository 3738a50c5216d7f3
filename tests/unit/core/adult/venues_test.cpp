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

TEST_CASE("venues: an added list adds, and puts names right") {
  auto base = Read(places({venue("one"), venue("two")})).venues;
  auto more = Read(places({venue("two").with("names", names("Alytus")), venue("three")})).venues;
  add_venues(base, std::move(more));
  REQUIRE(base.size() == 3);
  CHECK(find_venue(base, VenueId("two"))->names.plain(Lang("en")) == "Alytus");
  CHECK(find_venue(base, VenueId("four")) == nullptr);
}
