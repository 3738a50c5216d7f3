#include <doctest/doctest.h>

#include "core/shell/script.h"
#include "support/adult_desk.h"

using namespace nest;
using namespace nest::test;

TEST_CASE("adult area: an export begins only with a stick") {
  Desk d;
  d.unlock();
  CHECK(d.tap("go/export"));
  CHECK_FALSE(d.tap("export"));
  auto facts = some_facts();
  facts.stick = StickFound{"STICK", 100};
  d.area->set_facts(facts);
  CHECK(d.tap("export"));
  CHECK(d.last<Export>());
}

TEST_CASE("adult area: places are added from a stick, wherever one is chosen") {
  for (const auto& [chooser, way] : {std::pair<std::string, std::string>{"place", "add-places"},
                                     {"venue", "add-venues"},
                                     {"setup-place", "setup-add-places"}}) {
    CAPTURE(chooser);
    const bool first_start = chooser == "setup-place";
    Desk d(first_start ? CodeStatus{CodeState::none, 0} : CodeStatus{CodeState::set, 0});
    first_start ? d.area->open(d.at()) : d.unlock();
    d.area->tap("adult/go/" + chooser, d.at());
    CHECK(d.tap("go/" + way));
    CHECK_FALSE(d.tap("add"));  // no stick
    auto facts = some_facts();
    facts.places = StickFound{"STICK", 100};
    d.area->set_facts(facts);
    CHECK(d.tap("add"));
    CHECK(d.last<AddPlaces>());
    facts.places = VenuesAdded{2, 0};
    d.area->set_facts(facts);
    CHECK_FALSE(d.tap("add"));
    CHECK(d.tap("go/" + chooser));
    CHECK(d.screen() == "adult-" + chooser);
  }
}

TEST_CASE("adult area: a place list that is refused says why, and may be tried again") {
  Desk d;
  d.unlock();
  d.area->tap("adult/go/add-places", d.at());
  auto facts = some_facts();
  for (const auto& [why, words] : {std::pair{VenueFault::no_file, "places.no-file>"},
                                   {VenueFault::syntax, "places.syntax>"},
                                   {VenueFault::entry, "places.entry>"},
                                   {VenueFault::not_kept, "places.not-kept>"}}) {
    facts.places = VenuesRefused{why, 3};
    d.area->set_facts(facts);
    const auto text = visible_text(d.frame());
    CHECK(text.find(words) != std::string::npos);
    CHECK(text.find("places.nothing>") != std::string::npos);
    CHECK(d.tap("add"));
    CHECK(d.last<AddPlaces>());
  }
}
