#include <doctest/doctest.h>

#include "support/adult_desk.h"

using namespace nest;
using namespace nest::test;

TEST_CASE("adult area: the first start asks for languages, place, size, sound and a code twice") {
  Desk d({CodeState::none, 0});
  d.area->open(d.at());
  CHECK(d.screen() == "adult-setup-languages");
  CHECK(d.tap("first/lt"));
  CHECK(d.tap("go/setup-place"));
  CHECK(d.tap("country/LT"));
  CHECK(d.tap("venue/alytus-care"));
  CHECK(d.tap("go/setup-size"));
  CHECK(d.tap("much-less"));
  CHECK(d.tap("less"));
  CHECK(d.tap("keep"));
  CHECK(d.tap("volume/more"));
  CHECK(d.last<TestSound>());
  CHECK(d.tap("go/setup-code"));
  d.type("123456");  // too easy
  d.type("739104");
  d.type("739105");  // not the same
  d.type("739104");
  CHECK(d.keeper.asked == 0);
  d.type("739104");
  CHECK(d.keeper.code == "739104");
  CHECK(d.screen() == "adult-home");
  CHECK(d.tap("go/settings"));
  CHECK(d.tap("volume/less"));
  const auto changed = d.last<ChangeSettings>();
  REQUIRE(changed);
  CHECK(changed->settings.languages.front() == Lang("lt"));
  CHECK(changed->settings.venue == VenueId("alytus-care"));
  CHECK(changed->settings.country == "LT");
  CHECK(changed->settings.diagonal == doctest::Approx(22.6));
}

TEST_CASE("adult area: a code that cannot be written is not taken for set") {
  Desk d({CodeState::none, 0});
  d.keeper.works = false;
  d.area->open(d.at());
  d.area->tap("adult/go/setup-code", d.at());
  d.type("739104");
  d.type("739104");
  CHECK(d.screen() == "adult-setup-code");
}
