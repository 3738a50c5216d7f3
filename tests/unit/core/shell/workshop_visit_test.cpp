// What children and adults meet while a workshop is open, while all are paused, and at one screen
// together.
#include <doctest/doctest.h>

#include "core/adult/adult_area.h"
#include "core/usage/tally.h"
#include "support/adult.h"
#include "support/visitor.h"

using namespace nest;
using namespace nest::test;

namespace {

using Words = std::vector<std::string>;

Item in_form(const std::string& id, const std::string& goal, Form form) {
  Item out = item(id);
  out.goal = GoalId(goal);
  out.form = form;
  return out;
}

/// The garden with two goals, a twin of each in both forms.
Pack tested_garden() {
  Pack pack = garden();
  for (const std::string goal : {"look", "touch"}) {
    pack.content.items.push_back(in_form(goal + "-one", goal, Form::a));
    pack.content.items.push_back(in_form(goal + "-two", goal, Form::b));
  }
  return pack;
}

struct KioskRoom {
  explicit KioskRoom(const std::string& mode) {
    std::vector<Pack> packs;
    packs.push_back(tested_garden());
    v.bring(std::move(packs));
    v.kiosk.start_workshop({"0000000000000001", mode, {}, "", "B", "", ""}, PackId("garden"), vault,
                           v.now);
    v.pass(Millis(20));
  }
  /// One child: language, card, answers, all right or all wrong, and away.
  void child(const std::string& animal, const std::string& badge, bool right) {
    v.tap("language/pl");
    v.tap("notice/ok");
    v.tap(animal);
    v.tap(badge);
    for (int i = 0; i < 40 && v.screen() == "round"; ++i) {
      if (v.sees("next")) v.tap("next");
      for (const auto& id : v.targets("answer/")) {
        if ((id.find("-right") != std::string::npos) == right && v.tap(id)) break;
      }
      v.pass(Millis(500));
    }
  }
  void away() {
    for (int i = 0; i < 300 && v.screen() != "attract"; ++i) v.pass(Millis(500));
  }
  bool counted(const std::string& words) {
    const auto all = v.counted();
    return std::find(all.begin(), all.end(), words) != all.end();
  }

  PlainVault vault;
  Visitor v;
};

}  // namespace

TEST_CASE("workshop: a child shows its card, answers both rounds, and they are one pair") {
  KioskRoom room("paired");
  auto& v = room.v;
  CHECK(v.counted() == Words{"run begun paired B"});
  v.tap("language/lt");
  CHECK(v.screen() == "notice");
  v.tap("notice/ok");
  CHECK(v.screen() == "animal");
  CHECK(v.targets("animal/").size() == kAnimals);
  v.tap("animal/0");
  CHECK(v.screen() == "badge");
  CHECK(v.targets("badge/").size() == kBadges);
  v.tap("badge/0");
  CHECK(v.screen() == "round");
  v.kiosk.end_visit(VisitEnd::home, v.now);
  v.pass(Millis(20));
  CHECK(room.counted("card left half-way"));

  room.child("animal/0", "badge/0", false);
  CHECK(v.screen() == "farewell");
  CHECK(room.counted("form garden A before: 0 of 2"));
  CHECK(v.kiosk.workshop()->finished() == 1);
  room.away();
  v.kiosk.next_stage(v.now);
  v.pass(Millis(20));
  v.tap("language/pl");
  CHECK(v.screen() == "path");  // the lesson and its games, of this topic alone
  v.tap("home");
  CHECK(v.screen() == "attract");
  v.kiosk.next_stage(v.now);
  v.pass(Millis(20));
  room.child("animal/0", "badge/0", true);
  CHECK(room.counted("form garden B after: 2 of 2, paired"));
  v.kiosk.close_workshop(v.now);
  v.pass(Millis(20));
  CHECK(v.screen() == "attract");
  CHECK(room.counted("run closed"));
  CHECK(v.kiosk.workshop() == nullptr);
}

TEST_CASE("workshop: a card that was here already is asked about, and its child may choose again") {
  KioskRoom room("paired");
  auto& v = room.v;
  room.child("animal/0", "badge/0", true);
  room.away();
  v.counted();
  room.child("animal/0", "badge/0", true);
  CHECK(v.screen() == "card");
  v.tap("card/again");
  CHECK(v.screen() == "animal");
  v.tap("animal/0");
  v.tap("badge/0");
  CHECK(v.screen() == "card");
  v.tap("card/mine");
  CHECK(v.screen() == "round");
  CHECK(room.counted("card taken"));
}

TEST_CASE("workshop: the language counts for the kiosk, everything else for the run") {
  struct Store : TallyStore {
    void take(TallyChange change) override { changes.push_back(std::move(change)); }
    std::uint64_t acknowledged() const override { return changes.size(); }
    std::vector<TallyChange> changes;
  } store;
  Counter counter(store);
  counter.count(RunBegun{{"00000000000000aa", "paired", {}, "", "B", "", ""}});
  counter.count(LanguageChosen{kPl});
  counter.count(VisitStarted{});
  counter.count(RunClosed{});
  counter.count(VisitStarted{});
  REQUIRE(store.changes.size() == 5);
  CHECK(std::get<RunInfo>(store.changes[0]).id == "00000000000000aa");
  CHECK(std::get<AddCounts>(store.changes[1]).run.empty());
  CHECK(std::get<AddCounts>(store.changes[2]).run == "00000000000000aa");
  CHECK(std::get<CloseRun>(store.changes[3]).run == "00000000000000aa");
  CHECK(std::get<AddCounts>(store.changes[4]).run.empty());
}

TEST_CASE("workshop: idle children are waited for longer, and nothing is recorded") {
  KioskRoom room("unpaired");
  auto& v = room.v;
  v.tapped();
  v.tap("language/pl");
  v.tap("notice/ok");
  CHECK(v.screen() == "round");
  CHECK(v.tapped().empty());
  v.pass(Millis(60'000));
  CHECK(v.screen() == "round");
  v.pass(Millis(60'000));
  CHECK(v.screen() != "round");
}

TEST_CASE("pause: nothing moves, nothing can be touched, and the child goes on where it was") {
  Visitor v;
  v.bring_garden();
  v.come();
  v.tap("activity/play");
  const auto asked = v.targets("answer/");
  v.kiosk.pause_all(true, v.now);
  v.pass(Millis(100));
  CHECK(v.screen() == "pause");
  CHECK(v.targets().empty());
  v.pass(Millis(600'000), Millis(1000));
  CHECK(v.screen() == "pause");
  v.kiosk.pause_all(false, v.now);
  v.pass(Millis(100));
  CHECK(v.screen() == "quiz");
  CHECK(v.targets("answer/") == asked);
}

TEST_CASE("do not count: children play as always and nothing of it is counted") {
  KioskRoom room("paired");
  auto& v = room.v;
  v.kiosk.do_not_count(true);
  v.counted();
  room.child("animal/1", "badge/1", true);
  CHECK(v.screen() == "farewell");
  CHECK(v.counted().empty());
  v.kiosk.close_workshop(v.now);
  v.pass(Millis(20));
  CHECK(v.counted() == Words{"run closed"});
  CHECK(v.kiosk.counts());
}

TEST_CASE("together: two to four children take turns and no single answer is counted") {
  Visitor v;
  v.bring_garden();
  v.come();
  v.counted();
  v.tap("seats");
  v.tap("seats");
  v.tap("activity/play");
  CHECK(v.counted() == Words{"started garden/play", "together 3"});
  const auto badges = [&] {
    std::size_t n = 0;
    for (const auto& op : v.kiosk.current().ops) {
      const auto* picture = std::get_if<PictureOp>(&op);
      n += picture != nullptr && picture->picture.find("badge-red-circle") != std::string::npos;
    }
    return n;
  };
  CHECK(badges() == 1);
  for (int i = 0; i < 40 && v.screen() == "quiz"; ++i) {
    if (v.sees("next")) v.tap("next");
    for (const auto& id : v.targets("answer/")) {
      if (id.find("-right") != std::string::npos && v.tap(id)) break;
    }
  }
  CHECK(v.screen() == "path");
  CHECK(v.counted() == Words{"completed garden/play"});
}

TEST_CASE("together: after four children it is one again") {
  Visitor v;
  v.bring_garden();
  v.come();
  for (int i = 0; i < 4; ++i) v.tap("seats");
  v.counted();
  v.tap("activity/play");
  const auto counted = v.counted();
  REQUIRE(counted.size() == 2);
  CHECK(counted[0] == "started garden/play");
  CHECK(counted[1].rfind("shown garden/", 0) == 0);
}

TEST_CASE("adult: a finger rests in the corner, the visit holds still and then goes on") {
  FakeKeeper keeper;
  const Catalog texts(Lang("pl"), {});
  FixedMeasure measure;
  AdultArea area({{Lang("pl"), &texts}}, measure, keeper, Random(1), Instant{});
  Visitor v;
  v.kiosk.set_adult(area);
  v.bring_garden();
  v.come();
  v.tap("activity/play");
  const auto asked = v.targets("answer/");
  const Point corner = CornerHold::corner(v.kiosk.screen()).centre();
  v.finger(FingerPhase::down, corner, 7);
  v.pass(Millis(2900));
  CHECK(v.screen() == "quiz");
  v.pass(Millis(200));
  CHECK(v.screen() == "adult-code");
  v.finger(FingerPhase::up, corner, 7);
  CHECK(v.targets("answer/").empty());
  v.tap("adult/close");
  CHECK(v.screen() == "quiz");
  CHECK(v.targets("answer/") == asked);
}
