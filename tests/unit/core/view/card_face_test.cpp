#include "core/view/card_face.h"

#include <doctest/doctest.h>

#include "core/view/widgets.h"
#include "support/fakes.h"

using namespace nest;
using namespace nest::test;

namespace {

constexpr TextStyle kStyle{60, false, {}};

CardFace face(const Rect& card, const std::string& text, float least_picture = 0.3F) {
  return card_face(card, text, kMeasure, {kStyle, 60, least_picture});
}

/// Cells that hold a word of so many letters, as cards would.
std::vector<Rect> cells(std::size_t count, std::size_t letters) {
  const std::string word(letters, 'a');
  return card_cells({0, 0, 1500, 600}, count, {400, 40, 150},
                    [&](const Rect& cell) { return face(cell, word).with_words; });
}

}  // namespace

TEST_CASE("card face: words lie below a picture, beside it on a wide card") {
  const auto below = face({0, 0, 400, 500}, "aaaa");
  CHECK(below.with_words);
  CHECK(below.words.y >= below.picture.bottom());
  const auto beside = face({0, 0, 800, 300}, "aaaa");
  CHECK(beside.with_words);
  CHECK(beside.words.x >= beside.picture.right());
}

TEST_CASE("card face: a picture makes room before its words are left out") {
  // Three lines in a low card.
  const Rect low{0, 0, 360, 420};
  const auto small = face(low, "aaaaaaaa bbbbbbbb cccccccc");
  CHECK(small.with_words);
  CHECK(small.picture.w < face(low, "aaaa").picture.w);
  CHECK(small.words.bottom() <= low.bottom());
  // A long word on a wide one.
  const Rect wide{0, 0, 700, 300};
  const auto long_word = face(wide, "aaaaaaaaaaaaaaaa");
  CHECK(long_word.with_words);
  CHECK(long_word.words.w >= 16 * 30);
  CHECK(long_word.picture.w >= 0.3F * wide.h);
}

TEST_CASE("card face: a picture that must stay large leaves its words out sooner") {
  const Rect low{0, 0, 360, 420};
  CHECK(face(low, "aaaa", 0.55F).with_words);
  const auto large = face(low, "aaaaaaaa bbbbbbbb cccccccc", 0.55F);
  CHECK_FALSE(large.with_words);
  CHECK(large.picture.w > 0.8F * low.w);
}

TEST_CASE("card face: words without room leave the whole card to the picture") {
  const Rect card{0, 0, 300, 300};
  const auto alone = face(card, std::string(20, 'a'));
  CHECK_FALSE(alone.with_words);
  CHECK(alone.picture.w > 200);
  CHECK_FALSE(alone.speaker.empty());
  CHECK(face(card, "").speaker.empty());  // nothing is said
}

TEST_CASE("card face: answers are laid alike, however long their words are") {
  const std::vector<Rect> cards{{0, 0, 360, 460}, {400, 6, 360, 460}, {800, 0, 360, 460}};
  std::vector<CardFace> faces{face(cards[0], "aaaa"), face(cards[1], "aaaaaaaa bbbbbbbb"),
                              face(cards[2], "")};
  REQUIRE(faces[0].picture.w > faces[1].picture.w);
  const auto unlabelled = faces[2].picture;
  lay_alike(faces, cards);
  CHECK(faces[0].picture.w == faces[1].picture.w);
  CHECK(faces[0].picture.y + 6 == doctest::Approx(faces[1].picture.y));
  CHECK(faces[0].words.y + 6 == doctest::Approx(faces[1].words.y));
  CHECK(faces[0].picture.bottom() <= faces[0].words.y);
  CHECK(faces[1].words.bottom() <= cards[1].bottom());
  CHECK(faces[2].picture == unlabelled);
}

TEST_CASE("card face: if one answer has no room for its words, no answer shows any") {
  const std::vector<Rect> cards{{0, 0, 300, 300}, {400, 0, 300, 300}};
  std::vector<CardFace> faces{face(cards[0], "aaaa"), face(cards[1], std::string(20, 'a'))};
  REQUIRE(faces[0].with_words);
  lay_alike(faces, cards);
  CHECK_FALSE(faces[0].with_words);
  CHECK(faces[0].picture.w == faces[1].picture.w);
  CHECK_FALSE(faces[0].speaker.empty());
}

TEST_CASE("card face: cards stand in one row as long as their words find room") {
  const auto one = cells(4, 8);
  REQUIRE(one.size() == 4);
  CHECK(one.front().y == one.back().y);
  const auto wider = cells(2, 16);
  CHECK(wider.front().y == wider.back().y);
  CHECK(wider.front().w > 400);
  const auto two = cells(4, 14);
  REQUIRE(two.size() == 4);
  CHECK(two[0].y == two[1].y);
  CHECK(two[2].y >= two[0].bottom() + 40);
  CHECK(two.back().bottom() <= 600.5F);
}

TEST_CASE("card face: rows that are too low for a finger or do not help are not made") {
  const auto hopeless = cells(4, 60);
  CHECK(hopeless.front().y == hopeless.back().y);
  const auto low = card_cells({0, 0, 1500, 200}, 4, {400, 40, 150},
                              [](const Rect& cell) { return cell.w > 600; });
  CHECK(low.front().y == low.back().y);
  CHECK(card_cells({0, 0, 1500, 600}, 0, {}, [](const Rect&) { return false; }).empty());
}

TEST_CASE("card face: a mark's badge lies on the side of the picture") {
  for (const Rect& card : {Rect{0, 0, 400, 500}, Rect{0, 0, 800, 300}}) {
    Frame frame;
    card_mark(frame, card, {}, "library:badge-right");
    const Rect badge = bounds(frame.ops.back());
    const auto words = face(card, "aaaa aaaa aaaa").words;
    CHECK_FALSE(badge.overlaps(words));
  }
}
