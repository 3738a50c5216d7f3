#include "core/scene/narrator.h"

#include <doctest/doctest.h>

#include "support/builders.h"

using namespace nest;
using namespace nest::test;

namespace {

/// Sentences of 1000 ms whose second word begins at 400 ms.
struct Telling {
  Telling() {
    for (const auto* text : {"Ala ma", "Kot śpi"}) {
      lines.push_back({std::string("line/") + text[0], {kPl, text, ""}});
      voices.learn(lines.back().what, {Millis(1000), {{0, 3, Millis(0)}, {4, 6, Millis(400)}}});
    }
  }
  void start(int at = 0) { narrator.start(lines, Instant(Millis(at)), voices, cues); }
  void until(int at) { narrator.advance(Instant(Millis(at)), voices, cues); }
  /// "say Ala ma, prepare Kot śpi, hush"
  std::string heard() {
    std::string out;
    for (const auto& cue : cues) {
      if (!out.empty()) out += ", ";
      if (const auto* say = std::get_if<Say>(&cue)) out += "say " + say->what.text;
      if (const auto* next = std::get_if<Prepare>(&cue)) out += "prepare " + next->what.text;
      if (std::holds_alternative<Hush>(cue)) out += "hush";
    }
    cues.clear();
    return out;
  }

  std::vector<Line> lines;
  VoiceBook voices;
  Narrator narrator;
  Cues cues;
};

Instant ms(int at) {
  return Instant(Millis(at));
}

}  // namespace

TEST_CASE("narrator: sentences follow each other with a breath between them") {
  Telling t;
  t.start();
  CHECK(t.heard() == "prepare Kot śpi, say Ala ma");
  CHECK(t.narrator.next_due() == ms(1250));
  t.until(1249);
  CHECK(t.heard().empty());
  CHECK(t.narrator.tag() == "line/A");
  t.until(1250);
  CHECK(t.heard() == "say Kot śpi");
  CHECK(t.narrator.tag() == "line/K");
  CHECK(t.narrator.since() == ms(1250));
}

TEST_CASE("narrator: the end is the last sentence's, however late it is noticed") {
  Telling t;
  t.start();
  CHECK_FALSE(t.narrator.ended());
  t.until(60'000);
  CHECK(t.narrator.ended() == ms(2250));
  CHECK_FALSE(t.narrator.speaking());
  CHECK_FALSE(t.narrator.next_due());
  CHECK(t.narrator.tag().empty());
}

TEST_CASE("narrator: the word that sounds is known, and when it changes") {
  Telling t;
  t.start();
  const auto first = t.narrator.word(ms(399));
  REQUIRE(first);
  CHECK(first->begin == 0);
  CHECK(first->tag == "line/A");
  CHECK(t.narrator.next_change(ms(0)) == ms(400));
  CHECK(t.narrator.word(ms(400))->begin == 4);
  CHECK(t.narrator.next_change(ms(400)) == ms(1250));
  CHECK_FALSE(t.narrator.word(ms(1000)));  // the breath
}

TEST_CASE("narrator: silence before the first word lights none") {
  Telling t;
  t.voices.learn(t.lines[0].what, {Millis(1000), {{0, 3, Millis(200)}}});
  t.start();
  CHECK_FALSE(t.narrator.word(ms(100)));
  CHECK(t.narrator.word(ms(200)));
}

TEST_CASE("narrator: to stop is to hush, and only if something was said") {
  Telling t;
  t.narrator.stop(t.cues);
  CHECK(t.heard().empty());
  t.start();
  t.heard();
  t.narrator.stop(t.cues);
  CHECK(t.heard() == "hush");
  CHECK_FALSE(t.narrator.ended());
  t.until(60'000);
  CHECK(t.heard().empty());
}

TEST_CASE("narrator: a new list begins at once in the place of the old one") {
  Telling t;
  t.start();
  t.until(500);
  t.heard();
  t.lines.pop_back();
  t.start(500);
  CHECK(t.heard() == "say Ala ma");
  t.until(2000);
  CHECK(t.narrator.ended() == ms(1500));
}

TEST_CASE("narrator: an empty list only hushes and never ends") {
  Telling t;
  t.start();
  t.heard();
  t.lines.clear();
  t.start(100);
  CHECK(t.heard() == "hush");
  CHECK_FALSE(t.narrator.speaking());
  CHECK_FALSE(t.narrator.ended());
}

TEST_CASE("narrator: a length that is learnt late does not move the sentence that has begun") {
  Telling t;
  t.start();
  t.voices.learn(t.lines[0].what, {Millis(5000), {}});
  CHECK(t.narrator.next_due() == ms(1250));
}

TEST_CASE(
    "narrator: a voice made while its sentence begins sets its length, a later one does not") {
  Telling t;
  t.voices = {};
  t.lines.resize(1);
  SUBCASE("in its first moment") {
    t.start();
    t.voices.learn(t.lines[0].what, {Millis(3000), {{0, 3, Millis(0)}, {4, 6, Millis(2000)}}});
    t.until(200);
    CHECK(t.narrator.next_due() == ms(3000));
    CHECK(t.narrator.word(ms(2000))->begin == 4);
  }
  SUBCASE("too late") {
    t.start();
    t.until(200);
    t.voices.learn(t.lines[0].what, {Millis(3000), {}});
    t.until(300);
    CHECK(t.narrator.next_due() == ms(static_cast<int>(estimate("Ala ma").length.count())));
  }
}
