#include "core/items/read_item.h"

#include <doctest/doctest.h>

#include "support/builders.h"
#include "support/document.h"

using namespace nest;
using namespace nest::test;

namespace {

using Words = std::vector<std::string>;

Value text(const std::string& pl) {
  return obj({{"pl", pl}, {"lt", pl}});
}
Value answer(const std::string& id) {
  return obj({{"id", id}, {"picture", "library:soap"}, {"text", text("a")}, {"why", text("b.")}});
}
Value right(const std::string& id) {
  return answer(id).with("correct", yes());
}
Value question() {
  return obj({{"id", "soap"},
              {"ages", list({"A", "B"})},
              {"facts", list({"hands-01"})},
              {"prompt", text("Co?")},
              {"hint", text("Mydło.")},
              {"answers", list({answer("mud"), right("soap")})}});
}

struct Outcome {
  Item item;
  Diagnostics out;
};
Outcome read(const Value& value, bool pending = false) {
  Outcome got;
  const auto doc = document(value);
  ReadContext context{got.out, {kPl, kLt}};
  Review otherwise;
  otherwise.pending = pending;
  got.item = read_object<Item>(*doc->root(), "an item", context,
                               [&](Reader& in) { return read_item(in, otherwise); });
  return got;
}
Review review(const Value& value, Diagnostics& out) {
  const auto doc = document(value);
  ReadContext context{out, {kPl, kLt}};
  return read_object<Review>(*doc->root(), "a review", context, read_review);
}

}  // namespace

TEST_CASE("read_item: a complete question is read whole") {
  const auto [item, out] = read(question());
  CHECK(out.empty());
  CHECK(item.id == ItemId("soap"));
  CHECK(item.ages.has(AgeBand::a));
  CHECK_FALSE(item.ages.has(AgeBand::c));
  CHECK(item.form == Form::practice);
  CHECK(item.goal.empty());
  CHECK(item.prompt.plain(kPl) == "Co?");
  CHECK(item.answers.size() == 2);
  CHECK(item.correct() == std::vector<std::size_t>{1});
}

TEST_CASE("read_item: one answer is right, no more and no less") {
  CHECK(rules(read(question().with("answers", list({answer("a"), answer("b")}))).out) ==
        Words{"no-correct-answer"});
  CHECK(rules(read(question().with("answers", list({right("a"), right("b")}))).out) ==
        Words{"two-correct-answers"});
}

TEST_CASE("read_item: two to four answers, three at most for the youngest") {
  const auto with = [](std::vector<Value> answers) {
    return question().with("answers", list(std::move(answers)));
  };
  CHECK(read(with({right("a"), answer("b"), answer("c")})).out.empty());
  CHECK(rules(read(with({right("a")})).out) == Words{"wrong-count"});
  const auto four = with({right("a"), answer("b"), answer("c"), answer("d")});
  CHECK(rules(read(four).out) == Words{"too-many-answers"});
  CHECK(read(four.with("ages", list({"B", "C"}))).out.empty());
  const auto five = with({right("a"), answer("b"), answer("c"), answer("d"), answer("e")});
  CHECK(rules(read(five).out) == Words{"wrong-count"});
}

TEST_CASE("read_item: answers have ids of their own") {
  CHECK(rules(read(question().with("answers", list({right("a"), answer("a")}))).out) ==
        Words{"same-id"});
}

TEST_CASE("read_item: a form and its goal are read") {
  const auto [item, out] = read(question().with("form", "B").with("goal", "soap-why"));
  CHECK(out.empty());
  CHECK(item.form == Form::b);
  CHECK(item.goal == GoalId("soap-why"));
  CHECK(rules(read(question().with("form", "C")).out) == Words{"unknown-word"});
}

TEST_CASE("read_item: an item's own review counts more than the pack's") {
  CHECK(read(question(), true).item.pending);
  CHECK_FALSE(read(question(), false).item.pending);
  const auto approved = question().with("review", obj({{"state", "approved"}}));
  CHECK_FALSE(read(approved, true).item.pending);
  const auto pending = question().with("review", obj({{"state", "pending"}}));
  CHECK(read(pending, false).item.pending);
}

TEST_CASE("read_item: a review that is no object is told and hides the item") {
  const auto [item, out] = read(question().with("review", "approved"));
  CHECK(rules(out) == Words{"wrong-kind"});
  CHECK(item.pending);
}

TEST_CASE("read_item: what nobody understands in a review counts as not reviewed") {
  Diagnostics out;
  CHECK(review(obj({{"state", "aproved"}}), out).pending);
  CHECK(review(obj({}), out).pending);
  CHECK(rules(out) == Words{"unknown-word", "missing-key"});
}

TEST_CASE("read_item: a review runs out on a day that exists") {
  for (const std::string good : {"2027-11-01", "2028-02-29"}) {
    Diagnostics out;
    CHECK(review(obj({{"state", "approved"}, {"until", good}}), out).until == good);
    CHECK(out.empty());
  }
  for (const std::string bad : {"2027-02-29", "2027-13-01", "2027-00-10", "2027-1-1", "01.11.2027",
                                "2027-11-01T", "20271101", "soon"}) {
    CAPTURE(bad);
    Diagnostics out;
    review(obj({{"state", "approved"}, {"until", bad}}), out);
    CHECK(rules(out) == Words{"bad-date"});
  }
}

TEST_CASE("read_item: a missing language is told at every text that lacks it") {
  const auto bare = question().with("prompt", obj({{"pl", "Co?"}}));
  CHECK(rules(read(bare).out) == Words{"missing-language"});
}
