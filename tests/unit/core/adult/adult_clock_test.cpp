// The adult area under a clock on the wall that is set while it is open.
#include <doctest/doctest.h>

#include "core/shell/script.h"
#include "support/adult_desk.h"

using namespace nest;
using namespace nest::test;

TEST_CASE("adult area: a clock that changes before the start asks for the day again") {
  Desk d;
  d.unlock();
  CHECK(d.tap("start"));
  CHECK(d.tap("today/yes"));
  auto facts = some_facts();
  d.area->set_facts(facts);  // as in every turn of the loop
  facts.today = {2027, 1, 1};
  d.area->set_facts(facts);
  CHECK_FALSE(d.tap("begin"));
  CHECK(d.tap("today/yes"));
  CHECK(d.tap("begin"));
  CHECK(d.last<StartWorkshop>()->plan.day == "2027-01-01");

  Desk lost;
  lost.unlock();
  CHECK(lost.tap("start"));
  CHECK(lost.tap("today/yes"));
  facts.today = {1970, 1, 1};
  facts.clock_plausible = false;
  lost.area->set_facts(facts);
  CHECK(lost.tap("begin"));
  CHECK_FALSE(lost.last<StartWorkshop>()->plan.day);
}

TEST_CASE("adult area: no change of the clock shortens the code's delay or the workshop's time") {
  const auto set_to = [](Desk& desk, const Day& day, std::optional<RunningWorkshop> running) {
    auto facts = some_facts();
    facts.today = day;
    facts.clock_plausible = day.year > 2000;
    facts.running = std::move(running);
    desk.area->set_facts(facts);
  };
  Desk locked({CodeState::set, 2});
  locked.area->open(locked.at());
  locked.type("000001");
  Desk open;
  open.unlock();
  set_to(open, {2026, 11, 27}, some_workshop());
  CHECK(open.tap("go/running"));
  const auto text = visible_text(open.frame());
  for (const Day day : {Day{1970, 1, 1}, Day{2099, 12, 31}, Day{2026, 11, 26}}) {
    set_to(locked, day, {});
    CHECK_FALSE(locked.tap("digit/1"));
    set_to(open, day, some_workshop());
    CHECK(visible_text(open.frame()) == text);
  }
  locked.pass(29'999);
  CHECK_FALSE(locked.tap("digit/1"));
  locked.pass(1);
  CHECK(locked.tap("digit/1"));
}
