#include "core/activities/board.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "support/builders.h"
#include "support/practice.h"

using namespace nest;
using test::localized;
using Said = std::vector<std::string>;

namespace {

Thing thing(const std::string& id, std::size_t home) {
  return {id, "library:" + id, localized(id), localized("why " + id + "."), home};
}

/// Three steps in their order.
BoardScript routine() {
  return {localized("In order, please."),
          SlotLook::counted,
          {{"1", {}, {}}, {"2", {}, {}}, {"3", {}, {}}},
          {thing("wet", 0), thing("soap", 1), thing("rinse", 2)},
          6};
}

/// Six things for two bins; four of them wait at once.
BoardScript bins() {
  BoardScript script{localized("Sort."),
                     SlotLook::bin,
                     {{"clean", "library:clean", localized("clean")},
                      {"dirty", "library:dirty", localized("dirty")}},
                     {},
                     4};
  for (std::size_t i = 0; i < 6; ++i) {
    script.things.push_back(thing("thing-" + std::to_string(i), i % 2));
  }
  return script;
}

class PlayedBoard : public test::Practice {
 public:
  explicit PlayedBoard(BoardScript of)
      : script(std::move(of)), board(pack, script, "steps", Random(1)) {
    begin(board);
  }
  void put(const std::string& thing, const std::string& slot) {
    tap("thing/" + thing);
    tap("slot/" + slot);
  }

  /// Things in the tray.
  std::size_t waiting() const {
    return static_cast<std::size_t>(std::count_if(board.tray().begin(), board.tray().end(),
                                                  [](const auto& t) { return t.has_value(); }));
  }

  BoardScript script;
  Board board;
};

}  // namespace

TEST_CASE("board: begins with its instruction, all things in the tray, shuffled by the seed") {
  const auto script = routine();
  const PackContent pack = test::content({});
  const Board one(pack, script, "steps", Random(1));
  const Board same(pack, script, "steps", Random(1));
  CHECK(one.tray() == same.tray());
  bool differs = false;
  for (std::uint64_t seed = 2; seed < 9; ++seed) {
    differs = differs || Board(pack, script, "steps", Random(seed)).tray() != one.tray();
  }
  CHECK(differs);
  PlayedBoard play(routine());
  CHECK(play.said() == Said{"In order, please."});
}

TEST_CASE("board: a thing is picked with one tap and placed with the next; the reason is said") {
  PlayedBoard play(routine());
  play.tap("thing/soap");
  CHECK(play.said() == Said{"soap"});
  CHECK(play.board.picked() == 1);
  play.tap("slot/2");
  CHECK(play.said() == Said{"why soap."});
  CHECK(play.board.things_in(1) == std::vector<std::size_t>{1});
  CHECK(play.waiting() == 2);
  CHECK_FALSE(play.board.helped());
}

TEST_CASE("board: what is carried lies above the finger and on everything else") {
  PlayedBoard play(routine());
  const auto taken = [&] {
    std::vector<std::string> ids;
    for (const auto& target : play.frame().targets) {
      if (target.carry == Carry::from) ids.push_back(target.id);
    }
    return ids.size();
  };
  CHECK(taken() == 3);
  const auto lying = play.frame().ops.size();
  play.tap("thing/soap");
  play.carry(Point{900, 400});
  const auto frame = play.frame();
  const auto last = bounds(frame.ops.back());
  CHECK(std::abs(last.centre().x - 900) < last.w);
  CHECK(last.y < 400);
  CHECK(taken() == 3);  // a second finger may still pick what lies there
  CHECK(frame.ops.size() != lying);
  play.carry({});
  CHECK(bounds(play.frame().ops.back()).centre().x != last.centre().x);
}

TEST_CASE("board: a wrong place is almost, then a second try, then the thing goes home by itself") {
  PlayedBoard play(routine());
  play.put("rinse", "1");
  CHECK(play.said() == Said{"<quiz.almost.3>", "why rinse.", "<quiz.again>"});
  CHECK(play.waiting() == 3);
  CHECK_FALSE(play.board.helped());
  play.put("rinse", "2");
  CHECK(play.said() == Said{"<board.shown>", "why rinse."});
  CHECK(play.board.things_in(2) == std::vector<std::size_t>{2});
  CHECK(play.board.helped());
}

TEST_CASE("board: misses count by thing, so that a tired child is not helped too early") {
  PlayedBoard play(routine());
  play.put("rinse", "1");
  play.put("soap", "1");
  CHECK(play.waiting() == 3);
  CHECK_FALSE(play.board.helped());
}

TEST_CASE("board: a slot without a thing in the hand does nothing but say what it is") {
  PlayedBoard play(bins());
  play.tap("slot/dirty");
  CHECK(play.said() == Said{"dirty"});
  CHECK(play.waiting() == 4);
  PlayedBoard order(routine());
  order.tap("slot/1");
  CHECK(order.said().empty());
}

TEST_CASE("board: another thing may be picked instead; the first one stays in the tray") {
  PlayedBoard play(routine());
  play.tap("thing/soap");
  play.tap("thing/wet");
  play.tap("slot/1");
  CHECK(play.board.things_in(0) == std::vector<std::size_t>{0});
  CHECK(play.waiting() == 2);
}

TEST_CASE("board: the hint lights where the picked thing belongs, and counts as help") {
  PlayedBoard play(routine());
  play.tap("thing/rinse");
  play.tap("hint");
  CHECK(play.board.lit() == 2);
  CHECK(play.board.helped());
  play.tap("slot/3");
  CHECK_FALSE(play.board.lit().has_value());
  PlayedBoard other(routine());
  other.tap("hint");  // nothing in the hand: the next thing is picked and its place lit
  REQUIRE(other.board.picked().has_value());
  CHECK(other.board.lit() == other.script.things[*other.board.picked()].home);
}

TEST_CASE("board: a bin takes many things; those beyond the tray come as it empties") {
  PlayedBoard play(bins());
  CHECK(play.targets("thing/").size() == 4);
  for (std::size_t i = 0; i < 6; ++i) {
    const auto waiting = play.targets("thing/");
    REQUIRE_FALSE(waiting.empty());
    const auto id = waiting.front().substr(6);
    const bool even = (id.back() - '0') % 2 == 0;
    play.put(id, even ? "clean" : "dirty");
  }
  CHECK(play.board.solved());
  CHECK(play.board.things_in(0).size() == 3);
}

TEST_CASE("board: what was solved stays to be looked at, then goes on by itself or by a tap") {
  PlayedBoard play(routine());
  play.put("wet", "1");
  play.put("soap", "2");
  play.put("rinse", "3");
  CHECK(play.said() == Said{"why rinse.", "<quiz.right.3>"});
  CHECK(play.board.stars() == 1);
  CHECK_FALSE(play.board.finished());
  CHECK(play.targets("next").size() == 1);
  CHECK(play.targets("hint").empty());
  play.wait(Millis(60'000));
  CHECK(play.board.finished());
  PlayedBoard other(routine());
  other.put("wet", "1");
  other.put("soap", "2");
  other.put("rinse", "3");
  other.tap("next");
  CHECK(other.board.finished());
}

TEST_CASE("board: another language says the same thing again and keeps what was done") {
  PlayedBoard play(routine());
  play.put("wet", "1");
  play.change_language(test::kLt);
  CHECK(play.said() == Said{"why wet.-lt"});
  CHECK(play.waiting() == 2);
}

TEST_CASE("board: touched areas are as large as the pictures, and nothing moves under a finger") {
  PlayedBoard play(routine());
  const auto before = play.frame();
  play.put("wet", "1");
  play.wait(Millis(20'000));
  const auto after = play.frame();
  for (const auto& target : after.targets) {
    const auto old = std::find_if(before.targets.begin(), before.targets.end(),
                                  [&](const Target& t) { return t.box == target.box; });
    CHECK_MESSAGE(old != before.targets.end(), target.id);
  }
}

TEST_CASE("board: words stand on all things or on none") {
  PlayedBoard short_words(routine());
  CHECK(short_words.pictures("library:answer-sound") == 0);
  CHECK(short_words.shows("soap"));

  auto script = routine();
  script.things[0].text = localized("wet-both-hands-under-the-tap-that-stands-behind-the-house");
  PlayedBoard one_long(script);
  CHECK(one_long.pictures("library:answer-sound") == 3);
  CHECK_FALSE(one_long.shows("soap"));
  // Also where it goes: the word does not come back with the place.
  one_long.put("wet", "1");
  CHECK(one_long.pictures("library:answer-sound") == 3);
}
