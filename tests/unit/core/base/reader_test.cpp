#include "core/base/reader.h"

#include <doctest/doctest.h>

#include "support/builders.h"
#include "support/document.h"

using namespace nest;
using namespace nest::test;

namespace {

using Words = std::vector<std::string>;

/// One object under a reader, and what was complained of.
struct Reading {
  explicit Reading(const Value& value)
      : doc(document(value)), in(*doc->root(), "an answer", context) {}
  std::string first_message() const { return out.empty() ? "" : to_text(out.list().front()); }

  std::unique_ptr<Document> doc;
  Diagnostics out;
  ReadContext context{out, {kPl, kLt}};
  Reader in;
};

}  // namespace

TEST_CASE("reader: a required key that is missing is told with its object") {
  Reading r(obj({}));
  CHECK(r.in.text("license").empty());
  CHECK(r.first_message() == "pack.json:1:1: error: an answer needs \"license\". Add it.");
}

TEST_CASE("reader: a value of the wrong kind is told with how it is written") {
  Reading r(obj({{"correct", "yes"}, {"id", 7}, {"list", obj({})}}));
  CHECK_FALSE(r.in.flag("correct", false));
  CHECK(r.in.id_text("id").empty());
  CHECK(r.in.words("list", 1, 2).empty());
  CHECK(rules(r.out) == Words{"wrong-kind", "wrong-kind", "wrong-kind"});
  CHECK(r.first_message() ==
        "pack.json:1:13: error: /correct: \"correct\" must be true or false, not a text. Write "
        "true or false, without quotes.");
}

TEST_CASE("reader: keys that nobody asked for are told with the nearest known one") {
  Reading r(obj({{"id", "soap"}, {"promt", "x"}, {"colour", "x"}}));
  r.in.id_text("id");
  r.in.has("prompt");
  r.in.finish();
  REQUIRE(rules(r.out) == Words{"unknown-key", "unknown-key"});
  CHECK(r.out.list()[0].advice == "Did you mean \"prompt\"?");
  CHECK(where(r.out.list()[0].place) == "pack.json:1:16 /promt");
  CHECK(r.out.list()[1].advice == "Remove it.");
}

TEST_CASE("reader: ids are small letters, digits and inner hyphens") {
  for (const auto& good : Words{"a", "before-eating", "7", "a--b", std::string(64, 'a')}) {
    CAPTURE(good);
    Reading r(obj({{"id", good}}));
    CHECK(r.in.id<ItemId>("id").str() == good);
    CHECK(r.out.empty());
  }
  for (const auto& bad :
       Words{"", "-a", "a-", "A", "a b", "a_b", "ą", "../x", std::string(65, 'a')}) {
    CAPTURE(bad);
    Reading r(obj({{"id", bad}}));
    CHECK(r.in.id_text("id").empty());
    CHECK(rules(r.out) == Words{"bad-id"});
  }
}

TEST_CASE("reader: numbers stay within their bounds, counts are whole") {
  Reading r(obj({{"low", 1}, {"high", 9}, {"half", 2.5}, {"huge", 1e300}, {"minus", -1}}));
  CHECK(r.in.number("low", 1, 9, std::nullopt) == 1);
  CHECK(r.in.count("high", 1, 9, std::nullopt) == 9);
  CHECK(r.in.number("half", 1, 9, std::nullopt) == 2.5);
  CHECK(r.in.number("none", 1, 9, 4) == 4);
  CHECK(r.out.empty());
  r.in.count("half", 1, 9, std::nullopt);
  CHECK(r.in.count("huge", 1, 9, std::nullopt) == 1);
  CHECK(r.in.count("minus", 1, 9, 3) == 3);
  CHECK(rules(r.out) == Words{"out-of-range", "out-of-range", "out-of-range"});
}

TEST_CASE("reader: a word is one of those allowed") {
  Reading r(obj({{"form", "A"}, {"verb", "slid"}, {"mood", "purple"}}));
  CHECK(r.in.word_of("form", {"A", "B"}) == "A");
  CHECK_FALSE(r.in.word_of("verb", {"slide", "fade"}));
  CHECK_FALSE(r.in.word_of("mood", {"calm", "wild"}));
  CHECK_FALSE(r.in.word_of("none", {"calm"}));
  REQUIRE(r.out.list().size() == 2);
  CHECK(r.out.list()[0].advice == "Did you mean \"slide\"?");
  CHECK(r.out.list()[1].advice == "Use one of: calm, wild.");
}

TEST_CASE("reader: ages are named by letter, and at least one") {
  Reading r(obj({{"ages", list({"A", "C"})}, {"none", list({})}, {"odd", list({"A", "D", 4})}}));
  const auto both = r.in.ages("ages");
  CHECK(both.has(AgeBand::a));
  CHECK_FALSE(both.has(AgeBand::b));
  CHECK(both.has(AgeBand::c));
  CHECK(r.out.empty());
  CHECK(r.in.ages("none").empty());
  CHECK(r.in.ages("odd").has(AgeBand::a));
  CHECK(rules(r.out) == Words{"wrong-count", "unknown-word", "unknown-word"});
}

TEST_CASE("reader: a picture is the library's or lies in the pack, nowhere else") {
  for (const auto& good : Words{"library:soap", "media/soap.png", "media/a/b.png"}) {
    CAPTURE(good);
    Reading r(obj({{"picture", good}}));
    CHECK(r.in.picture("picture", true) == good);
    CHECK(r.out.empty());
  }
  for (const auto& bad : Words{"soap.png", "/etc/passwd", "media/../x", "library:", "library:So ap",
                               "library:../x", "C:x.png", "http://x/y.png", "media/..%2fx"}) {
    CAPTURE(bad);
    Reading r(obj({{"picture", bad}}));
    CHECK(r.in.picture("picture", true).empty());
    CHECK(rules(r.out) == Words{"bad-media-name"});
  }
  Reading windows(obj({{"picture", "media/" + std::string(195, 'a')}}));
  CHECK(windows.in.picture("picture", true).empty());
}

TEST_CASE("reader: a point is two numbers not far from the stage") {
  Reading r(obj({{"at", list({960, -540})}}));
  CHECK(r.in.point("at", true) == std::pair(960.0, -540.0));
  for (const auto& bad : {list({960}), list({1, 2, 3}), list({"1", 2}), list({4001, 0}), list({}),
                          list({0, -4001})}) {
    Reading odd(obj({{"at", bad}}));
    CHECK_FALSE(odd.in.point("at", true));
    CHECK(rules(odd.out) == Words{"bad-point"});
  }
}

TEST_CASE("reader: a list has its least and its most, and holds objects") {
  const auto read = [](Reader& in) { return in.id_text("id"); };
  Reading r(obj({{"l", list({obj({{"id", "a"}}), "b", obj({{"id", "c"}})})}}));
  CHECK(r.in.list<std::string>("l", 1, 3, "an answer", read) == Words{"a", "c"});
  CHECK(rules(r.out) == Words{"wrong-kind"});
  CHECK(where(r.out.list()[0].place) == "pack.json:1:21 /l/1");
  Reading few(obj({{"l", list({obj({{"id", "a"}})})}}));
  few.in.list<std::string>("l", 2, 3, "an answer", read);
  CHECK(few.first_message() ==
        "pack.json:1:7: error: /l: \"l\" has 1 entry; 2 to 3 are possible. Add some.");
}

TEST_CASE("reader: a list that is far too long is refused without a look inside") {
  Reading r(obj({{"l", list({1, 2, 3, 4})}}));
  CHECK(r.in.list<int>("l", 1, 3, "an answer", [](Reader&) { return 1; }).empty());
  CHECK(rules(r.out) == Words{"wrong-count"});
}

TEST_CASE("reader: plain words are short, on one line and not empty") {
  Reading r(obj({{"empty", ""},
                 {"long", std::string(201, 'a')},
                 {"sly", "Mila\u202Eoko"},
                 {"good", "Mila"}}));
  CHECK(r.in.text("good") == "Mila");
  CHECK(r.out.empty());
  for (const auto* key : {"empty", "long", "sly"}) CHECK(r.in.text(key).empty());
  CHECK(rules(r.out) == Words{"empty-text", "text-too-long", "forbidden-character"});
  CHECK(r.in.text_or("none", "else") == "else");
}

TEST_CASE(
    "reader: a text for children is there in every language, typeset, its marks moved along") {
  Reading r(obj({{"text", obj({{"pl", "Weź i w {soap|mydło} z"}, {"lt", "Imk {soap|muilą}"}})}}));
  const auto text = r.in.localized("text", TextRole::caption);
  CHECK(r.out.empty());
  const auto& polish = text.in(kPl);
  CHECK(polish.plain == "Weź i\u00A0w\u00A0mydło z");
  const auto* soap = polish.mark("soap");
  REQUIRE(soap != nullptr);
  CHECK(polish.plain.substr(soap->begin, soap->end - soap->begin) == "mydło");
}

TEST_CASE("reader: languages that are missing, empty or unknown are told") {
  Reading r(obj({{"text", obj({{"pl", "…"}, {"de", "Seife"}})}}));
  r.in.localized("text", TextRole::answer);
  CHECK(rules(r.out) == Words{"missing-language", "missing-language", "unknown-language"});
  CHECK(r.out.list()[1].advice == "Add \"lt\": \"…\".");
}

TEST_CASE("reader: a forbidden letter is told where it stands") {
  Reading r(obj({{"text", obj({{"pl", "żółw\u202E i"}, {"lt", "a\u200Bb"}})}}));
  r.in.localized("text", TextRole::answer);
  REQUIRE(rules(r.out) == Words{"forbidden-character", "forbidden-character"});
  CHECK(where(r.out.list()[0].place) == "pack.json:1:22 /text/pl");
  CHECK(r.out.list()[0].message.find("U+202E") != std::string::npos);
  CHECK(where(r.out.list()[1].place) == "pack.json:1:36 /text/lt");
}

TEST_CASE("reader: a text of monstrous length is refused as a whole") {
  Reading r(obj({{"text", obj({{"pl", std::string(2001, 'a')}, {"lt", "a"}})}}));
  r.in.localized("text", TextRole::answer);
  CHECK(rules(r.out) == Words{"text-too-long"});
}

TEST_CASE("reader: keys that were asked for can be listed, for the schema") {
  AskedKeys asked;
  Reading r(obj({{"id", "a"}}));
  r.context.asked = &asked;
  r.in.id_text("id");
  r.in.has("why");
  CHECK(asked == AskedKeys{{"an answer", {"id", "why"}}});
}
