#include "core/activities/pairs/memory.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "support/builders.h"
#include "support/practice.h"

using namespace nest;
using test::localized;

namespace {

pairs::MemoryScript script() {
  pairs::MemoryScript out{localized("Find the pairs."), {}};
  for (const std::string id : {"soap", "tooth", "bed"}) {
    out.pairs.push_back({id,
                         {pairs::CardFace{"library:" + id, localized(id)},
                          pairs::CardFace{"library:" + id + "-2", localized(id + " two")}},
                         localized("why " + id + ".")});
  }
  return out;
}

class PlayedMemory : public test::Practice {
 public:
  PlayedMemory() : memory(pack, of, "memo", Random(3)) { begin(memory); }

  /// The card on which that is said when it is turned; looked up by playing a copy.
  std::string card(const std::string& face) {
    for (int i = 1; i <= 6; ++i) {
      Practice looking;
      pairs::Memory copy(looking.pack, of, "memo", Random(3));
      looking.begin(copy);
      const auto id = "card/" + std::to_string(i);
      looking.tap(id);
      if (looking.said().front() == face) return id;
    }
    return {};
  }
  void find(const std::string& pair) {
    tap(card(pair));
    tap(card(pair + " two"));
  }

  pairs::MemoryScript of = script();
  pairs::Memory memory;
};

long times(const Frame& frame, const std::string& picture) {
  return std::count_if(frame.ops.begin(), frame.ops.end(), [&](const DrawOp& op) {
    const auto* drawn = std::get_if<PictureOp>(&op);
    return drawn != nullptr && drawn->picture == picture;
  });
}
bool shows(const Frame& frame, const std::string& picture) {
  return times(frame, picture) > 0;
}

}  // namespace

TEST_CASE("memory: all cards lie face down; nothing tells one from another") {
  const PlayedMemory play;
  CHECK(play.targets("card/").size() == 6);
  for (const auto* id : {"soap", "tooth", "bed"}) {
    CHECK_FALSE(shows(play.frame(), std::string("library:") + id));
  }
}

TEST_CASE("memory: a turned card is said and lies open; it cannot be turned again") {
  PlayedMemory play;
  play.tap(play.card("soap"));
  CHECK(play.said().front() == "soap");
  CHECK(shows(play.frame(), "library:soap"));
  CHECK(play.targets("card/").size() == 5);
}

TEST_CASE("memory: a found pair stays open and its reason is said") {
  PlayedMemory play;
  play.find("soap");
  CHECK(play.said().front() == "why soap.");
  play.wait(Millis(20'000));
  play.tap(play.card("bed"));
  CHECK(times(play.frame(), "library:badge-right") == 2);  // the open card has none
  CHECK(shows(play.frame(), "library:soap"));
  CHECK(shows(play.frame(), "library:soap-2"));
}

TEST_CASE("memory: two that do not match turn back when the voice ends, or at the next touch") {
  PlayedMemory play;
  play.tap(play.card("soap"));
  play.tap(play.card("bed"));
  CHECK(shows(play.frame(), "library:soap"));
  CHECK(shows(play.frame(), "library:bed"));
  play.wait(Millis(20'000));
  CHECK_FALSE(shows(play.frame(), "library:soap"));
  CHECK_FALSE(shows(play.frame(), "library:bed"));
  play.tap(play.card("soap"));
  play.tap(play.card("bed"));
  play.tap(play.card("tooth"));  // nobody has to wait
  CHECK_FALSE(shows(play.frame(), "library:soap"));
  CHECK(shows(play.frame(), "library:tooth"));
}

TEST_CASE("memory: the hint lets the partner shine and counts as help") {
  PlayedMemory play;
  const auto before = play.frame().ops.size();
  play.tap("hint");
  CHECK(play.memory.helped());
  CHECK(play.frame().ops.size() > before);
  PlayedMemory other;
  other.tap(other.card("soap"));
  other.tap("hint");
  other.tap(other.card("soap two"));
  CHECK(other.said().front() == "why soap.");
}

TEST_CASE("memory: the last pair earns the star, and the screen goes on") {
  PlayedMemory play;
  play.find("soap");
  play.find("tooth");
  CHECK(play.memory.stars() == 0);
  play.find("bed");
  CHECK(play.memory.stars() == 1);
  CHECK(play.targets("next").size() == 1);
  play.tap("next");
  CHECK(play.memory.finished());
}
