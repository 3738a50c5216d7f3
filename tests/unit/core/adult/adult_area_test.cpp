#include "core/adult/adult_area.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "core/shell/corner_hold.h"
#include "core/shell/script.h"
#include "support/adult_desk.h"

using namespace nest;
using namespace nest::test;

TEST_CASE("adult area: the code opens it, a wrong one does not") {
  Desk d;
  CHECK(d.frame().ops.empty());
  d.area->open(d.at());
  CHECK(d.screen() == "adult-code");
  d.type("111112");
  CHECK(d.screen() == "adult-code");
  d.type("739104");
  CHECK(d.screen() == "adult-home");
}

TEST_CASE("adult area: after three wrong codes there is no keypad until the delay is over") {
  Desk d;
  d.area->open(d.at());
  for (int i = 0; i < 3; ++i) d.type("111112");
  CHECK_FALSE(d.tap("digit/7"));
  CHECK(d.frame().next == d.at() + Millis(1000));
  // Taps that come all the same, and closing and opening, change nothing.
  d.area->tap("adult/digit/7", d.at());
  d.area->close();
  d.area->open(d.at());
  CHECK_FALSE(d.tap("digit/7"));
  d.pass(29'999);
  CHECK_FALSE(d.tap("digit/7"));
  d.pass(1);
  d.type("739104");
  CHECK(d.screen() == "adult-home");
}

TEST_CASE("adult area: a restart begins the delay anew") {
  Desk d({CodeState::set, 4});
  d.area->open(d.at());
  CHECK_FALSE(d.tap("digit/7"));
  d.area->close();
  d.pass(60'000);
  d.area->open(d.at());
  CHECK(d.tap("digit/7"));
}

TEST_CASE("adult area: nothing happens while the keeper checks, and it is asked once") {
  Desk d;
  d.keeper.slow = true;
  d.area->open(d.at());
  d.type("739104");
  CHECK_FALSE(d.tap("digit/1"));
  CHECK(d.area->next_due() == d.at() + Millis(100));
  d.pass(100);
  CHECK(d.screen() == "adult-code");
  d.keeper.slow = false;
  d.pass(100);
  CHECK(d.screen() == "adult-home");
  CHECK(d.keeper.asked == 1);
}

TEST_CASE("adult area: no target of another screen goes round the code") {
  Desk d;
  d.area->open(d.at());
  for (const auto& row : adult_screens()) {
    d.area->tap(fmt::format("adult/go/{}", row.name), d.at());
    CHECK(d.screen() == "adult-code");
  }
  Desk broken({CodeState::broken, 0});
  broken.area->open(broken.at());
  CHECK(broken.screen() == "adult-code");
  CHECK_FALSE(broken.tap("digit/1"));
  broken.area->tap("adult/go/setup-code", broken.at());
  CHECK(broken.screen() == "adult-code");
}

TEST_CASE("adult area: it closes after a minute without touch, and then asks for the code again") {
  Desk d;
  d.unlock();
  d.pass(59'999);
  CHECK(d.area->is_open());
  d.area->touched(d.at());
  d.pass(59'999);
  CHECK(d.area->is_open());
  CHECK(d.area->next_due() == d.at() + Millis(1));
  d.pass(1);
  CHECK_FALSE(d.area->is_open());
  CHECK_FALSE(d.area->next_due());
  d.area->open(d.at());
  CHECK(d.screen() == "adult-code");
}

TEST_CASE("adult area: a workshop like the last one begins with three taps") {
  Desk d;
  d.unlock();
  CHECK(d.tap("start"));
  CHECK_FALSE(d.tap("begin"));  // the day was not answered
  CHECK(d.tap("today/yes"));
  CHECK(d.tap("begin"));
  CHECK(d.taps == 3);
  const auto plan = d.last<StartWorkshop>();
  REQUIRE(plan);
  CHECK(plan->plan.day == "2026-11-27");
  CHECK(plan->plan.venue == VenueId("suwalki-school"));
  CHECK(plan->plan.topic == PackId("hands"));
  CHECK(plan->plan.mode == WorkshopMode::paired);
  CHECK(plan->plan.room.empty());
}

TEST_CASE("adult area: a day that is wrong or unknown is not kept") {
  Desk d;
  d.unlock();
  CHECK(d.tap("start"));
  CHECK(d.tap("today/no"));
  CHECK(d.tap("begin"));
  CHECK_FALSE(d.last<StartWorkshop>()->plan.day);

  Desk lost;
  auto facts = some_facts();
  facts.clock_plausible = false;
  lost.area->set_facts(facts);
  lost.unlock();
  CHECK(lost.tap("start"));
  CHECK_FALSE(lost.tap("today/yes"));
  CHECK(lost.tap("begin"));
  CHECK_FALSE(lost.last<StartWorkshop>()->plan.day);
}

TEST_CASE("adult area: everything about a workshop can be chosen, and is remembered") {
  Desk d;
  d.unlock();
  CHECK(d.tap("start"));
  for (const auto* each : {"today/yes", "ages/A", "mode/unpaired", "group/4", "time/45"}) {
    CHECK(d.find(each));
  }
  CHECK(d.find("go/venue"));
  CHECK(d.tap("venue/suwalki-kindergarten"));
  CHECK(d.find("go/room"));
  for (const auto* digit : {"4", "8", "2"}) CHECK(d.tap(fmt::format("digit/{}", digit)));
  CHECK_FALSE(d.tap("ok"));
  CHECK(d.tap("digit/7"));
  CHECK(d.tap("ok"));
  CHECK(d.tap("begin"));
  const auto commands = d.area->take_commands();
  REQUIRE(commands.size() == 2);
  const auto& plan = std::get<StartWorkshop>(commands[0]).plan;
  CHECK(plan.ages == AgeBand::a);
  CHECK(plan.mode == WorkshopMode::unpaired);
  CHECK(plan.group_size == "25-30");
  CHECK(plan.minutes == 45);
  CHECK(plan.room == "4827");
  CHECK(plan.venue == VenueId("suwalki-kindergarten"));
  const auto& kept = std::get<ChangeSettings>(commands[1]).settings;
  CHECK(kept.usual.ages == AgeBand::a);
  CHECK(kept.usual.room.empty());
  CHECK_FALSE(kept.usual.day);
}

TEST_CASE("adult area: a topic without forms is for free play only") {
  Desk d;
  d.unlock();
  CHECK(d.tap("start"));
  CHECK(d.tap("go/topic"));
  CHECK(d.tap("topic/teeth"));
  CHECK_FALSE(d.tap("mode/paired"));
  CHECK(d.tap("today/yes"));
  CHECK(d.tap("begin"));
  CHECK(d.last<StartWorkshop>()->plan.mode == WorkshopMode::free);
}

TEST_CASE(
    "adult area: a running workshop goes on, pauses, is not counted, and ends when one is sure") {
  Desk d;
  auto facts = some_facts();
  facts.running = some_workshop();
  d.area->set_facts(facts);
  d.unlock();
  CHECK_FALSE(d.tap("start"));
  CHECK(d.tap("go/running"));
  CHECK(d.tap("next"));
  CHECK(d.last<NextStage>());
  CHECK(d.tap("pause"));
  CHECK(d.last<PauseAll>()->on);
  CHECK(d.tap("count"));
  CHECK(d.last<DoNotCount>()->on);
  CHECK(d.tap("end"));
  CHECK_FALSE(d.last<CloseWorkshop>());
  CHECK(d.tap("stay"));
  CHECK_FALSE(d.tap("end/yes"));
  CHECK(d.tap("end"));
  CHECK(d.tap("end/yes"));
  CHECK(d.last<CloseWorkshop>());
}

TEST_CASE("adult area: deleting, quitting and powering off ask first") {
  Desk d;
  d.unlock();
  CHECK(d.tap("go/earlier"));
  CHECK(d.tap("workshop/00000000000000a1"));
  CHECK(d.tap("delete"));
  CHECK(d.tap("keep"));
  CHECK_FALSE(d.tap("delete/yes"));
  CHECK(d.tap("delete"));
  CHECK(d.tap("delete/yes"));
  CHECK(d.last<DeleteWorkshop>()->id == "00000000000000a1");
  CHECK(d.tap("go/home"));
  CHECK(d.tap("go/quit"));
  CHECK(d.tap("power"));
  CHECK(d.tap("stay"));
  CHECK(d.tap("quit"));
  CHECK(d.tap("sure"));
  CHECK(d.last<Quit>());
  CHECK_FALSE(d.last<PowerOff>());
}

TEST_CASE("adult area: the self-test tells how the kiosk ended the last time, and when") {
  const auto says = [](LastStop stop) {
    Desk d;
    auto facts = some_facts();
    facts.test = {48213, std::move(stop), 7};
    d.area->set_facts(facts);
    d.unlock();
    CHECK(d.tap("go/test"));
    return visible_text(d.frame());
  };
  const WallTime morning{{2026, 11, 27}, 8, 5};
  const auto has = [](const std::string& text, const char* part) {
    return text.find(part) != std::string::npos;
  };
  const auto in_order = says(StoppedInOrder{morning});
  CHECK(has(in_order, "<adult.test.clean>"));
  CHECK(has(in_order, "<adult.date.11>, 8:05"));
  const auto sudden = says(StoppedSuddenly{morning});
  CHECK(has(sudden, "<adult.test.unclean>"));
  CHECK(has(sudden, "<adult.test.started>"));
  CHECK(has(sudden, "8:05"));
  CHECK(has(says(StopUnknown{}), "<adult.test.stop-unknown>"));
  CHECK_FALSE(has(says(StoppedInOrder{}), "adult.date.11>, "));
}

TEST_CASE("adult area: every screen is in the table, sorted, and admits nobody without need") {
  const auto rows = adult_screens();
  CHECK(std::is_sorted(rows.begin(), rows.end(),
                       [](const auto& a, const auto& b) { return a.name < b.name; }));
  for (const auto& row : rows) {
    const bool setup = row.name.rfind("setup-", 0) == 0;
    CAPTURE(std::string(row.name));
    CHECK((row.admits == Admits::adult) == (!setup && row.name != "code"));
  }
}

TEST_CASE("adult area: a million random touches never open it") {
  // Taps, holds and palms all over the glass; on the keypad whatever it offers. Time passes as
  // children's hands are fast, and the code's delays make it pass in vain.
  Desk d;
  CornerHold corner;
  Random luck(2026);
  Frame seen;
  std::size_t entries = 0;
  bool stale = true;
  for (int touch = 0; touch < 1'000'000; ++touch) {
    d.now += 20 + luck.below(400);
    if (corner.advance(d.at()) && !d.area->is_open()) {
      d.area->open(d.at());
      ++entries;
      stale = true;
    }
    d.area->advance(d.at());
    const bool in_corner = luck.below(4) == 0;
    const auto x = static_cast<float>(luck.below(in_corner ? 100 : 1920));
    const auto y = static_cast<float>(in_corner ? 980 + luck.below(100) : luck.below(1080));
    const auto phase = static_cast<FingerPhase>(luck.below(3));
    corner.feed({static_cast<int>(luck.below(3)), phase, {x, y}}, d.at());
    if (luck.below(50) == 0) d.now += 3500;  // somebody leans on the glass
    if (!d.area->is_open()) continue;
    if (stale || (seen.next && *seen.next <= d.at())) seen = d.frame();
    stale = false;
    REQUIRE(seen.screen == "adult-code");
    // Every other touch meets a key, more often than a real hand would.
    const bool aimed = luck.below(2) == 0;
    const auto* target =
        aimed ? &seen.targets[luck.below(static_cast<std::uint32_t>(seen.targets.size()))]
              : hit(seen, {x, y});
    // The way out is met less often than it would be, or nobody would try a code.
    if (target == nullptr || (target->id == "adult/close" && luck.below(200) > 0)) continue;
    d.area->tap(target->id, d.at());
    stale = true;
  }
  CHECK(entries > 100);
  CHECK(d.keeper.asked > 100);
  CHECK(d.keeper.now.failed == d.keeper.asked);
}
