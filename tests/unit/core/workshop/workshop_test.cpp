#include "core/workshop/workshop.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "core/usage/tally.h"

using namespace nest;

namespace {

const Card kCat{Animal::cat, Badge::red_circle};
const Card kDog{Animal::dog, Badge::red_circle};

RunInfo run_of(const std::string& mode) {
  return {"0000000000000001", mode, {}, "suwalki", "B", "10-14", ""};
}

std::vector<GoalId> goals() {
  return {GoalId("soap"), GoalId("rinse"), GoalId("dry")};
}

/// A form of that ticket with so many right answers, from the first goal on.
FormFinished form(const Ticket& ticket, std::size_t right) {
  FormFinished out{PackId("hands"), ticket.phase, ticket.form, {}, {}};
  for (const auto& goal : goals()) {
    out.answers.push_back({ItemId(goal.str()), goal, out.answers.size() < right});
  }
  return out;
}

struct Room {
  explicit Room(const std::string& mode)
      : workshop(run_of(mode), PackId("hands"), goals(), vault, Instant{}) {}

  /// One child's round, to the end.
  FormFinished round(std::optional<Card> card, std::size_t right) {
    const auto ticket = workshop.admit(card, events);
    auto event = form(ticket, right);
    workshop.finish(ticket, event);
    return event;
  }
  void after_the_lesson() {
    workshop.next_stage();
    workshop.next_stage();
  }
  long troubles(CardTrouble how) const {
    return std::count_if(events.begin(), events.end(), [&](const UsageEvent& event) {
      const auto* trouble = std::get_if<CardTroubled>(&event);
      return trouble != nullptr && trouble->how == how;
    });
  }
  bool vault_is_empty() {
    const auto entries = vault.entries();
    return std::all_of(entries.begin(), entries.end(), [](const CardEntry& entry) {
      return entry.state == CardEntry::State::unused && entry.asked == 0 && entry.right == 0;
    });
  }

  PlainVault vault;
  Workshop workshop;
  std::vector<UsageEvent> events;
};

}  // namespace

TEST_CASE("workshop: the two rounds of a card are a pair, with both forms") {
  Room room("paired");
  CHECK(room.workshop.wants_card());
  const auto before = room.round(kCat, 1);
  CHECK_FALSE(before.earlier);
  CHECK(before.form == first_form(kCat));
  room.workshop.next_stage();
  CHECK_FALSE(room.workshop.asks());
  room.workshop.next_stage();
  CHECK(room.workshop.left() == 1);
  const auto after = room.round(kCat, 3);
  CHECK(after.form == other_form(before.form));
  REQUIRE(after.earlier);
  CHECK(after.earlier->form == before.form);
  CHECK(after.earlier->correct == std::map<GoalId, bool>{{GoalId("soap"), true},
                                                         {GoalId("rinse"), false},
                                                         {GoalId("dry"), false}});
  CHECK(room.workshop.left() == 0);
  CHECK(room.workshop.unpaired() == 0);
}

TEST_CASE("workshop: a finished pair is the 2x2 table of each goal, the sums and both scores") {
  Room room("paired");
  room.round(kCat, 1);
  room.after_the_lesson();
  const auto counted = increments(room.round(kCat, 2));
  long pairs = 0;
  for (const auto& increment : counted) {
    if (const auto* pair = std::get_if<AddPair>(&increment)) {
      ++pairs;
      const auto expected = pair->key.goal == "soap"    ? PairCount::right_right
                            : pair->key.goal == "rinse" ? PairCount::wrong_right
                                                        : PairCount::wrong_wrong;
      CHECK(pair->column == expected);
      CHECK(pair->key.order == "AB");
    }
    if (const auto* score = std::get_if<AddScore>(&increment)) {
      CHECK(score->key.out_of == 3);
      CHECK(score->before == 1);
      CHECK(score->after == 2);
    }
  }
  CHECK(pairs == 3);
  CHECK(std::count_if(counted.begin(), counted.end(), [](const Increment& increment) {
          return std::holds_alternative<AddItemSums>(increment);
        }) == 3);
}

TEST_CASE("workshop: a card that is used twice pairs only its first holder") {
  Room room("paired");
  room.round(kCat, 3);
  room.round(kCat, 0);
  CHECK(room.troubles(CardTrouble::taken) == 1);
  CHECK(room.workshop.unpaired() == 1);
  room.after_the_lesson();
  const auto after = room.round(kCat, 3);
  REQUIRE(after.earlier);
  CHECK(after.earlier->correct.at(GoalId("dry")));
  CHECK_FALSE(room.round(kCat, 3).earlier);
  CHECK(room.troubles(CardTrouble::taken) == 2);
}

TEST_CASE("workshop: a wrong card after the lesson plays on unpaired and disturbs nobody") {
  Room room("paired");
  room.round(kCat, 1);
  room.after_the_lesson();
  const auto wrong = room.round(kDog, 2);
  CHECK_FALSE(wrong.earlier);
  CHECK(wrong.answers.size() == 3);
  CHECK(room.troubles(CardTrouble::unknown) == 1);
  CHECK(room.round(kCat, 2).earlier);
}

TEST_CASE("workshop: who leaves half-way may begin again with the same card") {
  Room room("paired");
  const auto gone = room.workshop.admit(kCat, room.events);
  room.workshop.leave(gone, room.events);
  CHECK(room.troubles(CardTrouble::half_way) == 1);
  room.round(kCat, 2);
  room.after_the_lesson();
  room.workshop.leave(room.workshop.admit(kCat, room.events), room.events);
  CHECK(room.workshop.left() == 1);
  CHECK(room.round(kCat, 2).earlier);
  CHECK(room.troubles(CardTrouble::taken) == 0);
}

TEST_CASE("workshop: cards are forgotten after four hours and at the end") {
  Room room("paired");
  room.round(kCat, 2);
  room.after_the_lesson();
  CHECK(room.workshop.next_due() == Instant{} + kCardsKept);
  room.workshop.advance(Instant{} + kCardsKept - Millis(1));
  CHECK_FALSE(room.vault_is_empty());
  room.workshop.advance(Instant{} + kCardsKept);
  CHECK(room.vault_is_empty());
  CHECK_FALSE(room.workshop.next_due());
  CHECK_FALSE(room.round(kCat, 2).earlier);
  CHECK(room.troubles(CardTrouble::unknown) == 1);

  PlainVault vault;
  {
    Workshop workshop(run_of("paired"), PackId("hands"), goals(), vault, Instant{});
    std::vector<UsageEvent> events;
    auto event = form(workshop.admit(kCat, events), 3);
    workshop.finish({Phase::before, Form::a, kCat}, event);
    CHECK(vault.entries()[0].right == 7);
  }
  CHECK(vault.entries()[0].right == 0);
}

TEST_CASE("workshop: without cards the forms take turns; in free play nothing is asked") {
  Room room("unpaired");
  CHECK_FALSE(room.workshop.wants_card());
  CHECK(room.round({}, 1).form == Form::a);
  CHECK(room.round({}, 1).form == Form::b);
  CHECK(room.workshop.finished() == 2);
  CHECK(room.workshop.unpaired() == 0);
  CHECK_FALSE(room.workshop.left());

  Room play("play");
  CHECK_FALSE(play.workshop.asks());
  play.workshop.next_stage();
  CHECK(play.workshop.stage() == Stage::lesson);
}
