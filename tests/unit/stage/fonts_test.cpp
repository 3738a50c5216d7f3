#include "stage/fonts.h"

#include <doctest/doctest.h>

#include <cmath>

#include "core/base/utf8.h"

using namespace nest;
using namespace nest::stage;

TEST_CASE("fonts: every Polish and Lithuanian letter and mark is there") {
  const Fonts fonts;
  const std::string_view letters =
      "ĄĆĘŁŃÓŚŹŻąćęłńóśźżĄČĘĖĮŠŲŪŽąčęėįšųūž„“”–0123456789.,!?:;()%…’\xC2\xA0";
  for (std::size_t at = 0; at < letters.size();) {
    const char32_t letter = next_code_point(letters, at);
    CAPTURE(static_cast<unsigned>(letter));
    CHECK(fonts.covers(letter));
  }
  CHECK_FALSE(fonts.covers(U'漢'));
  CHECK_FALSE(fonts.covers(0x1F600));
}

TEST_CASE("fonts: without the font files the message names the package") {
  CHECK_THROWS_WITH_AS(Fonts("/nowhere"), doctest::Contains("fonts-sil-andika"), StageError);
}

TEST_CASE("fonts: width grows with the size, bold is wider, the colour does not matter") {
  const Fonts fonts;
  const std::string text = "Żółw je jabłko";
  const float regular = fonts.width(text, {50, false});
  CHECK(fonts.width(text, {100, false}) == doctest::Approx(regular * 2));
  CHECK(fonts.width(text, {50, true}) > regular);
  CHECK(fonts.width(text, {50, false, rgb(0xFF0000)}) == regular);
  CHECK(fonts.width("", {50, false}) == 0);
}

TEST_CASE("fonts: a line stays inside the bounds that its op promises") {
  const Fonts fonts;
  for (const float size : {17.3F, 48.0F, 56.0F}) {
    for (const char* text : {"jąŚŽ", "Įgyj", "x", "„Źródło”", "ĄŲ ()|"}) {
      CAPTURE(text);
      CAPTURE(size);
      const TextOp op{text, {0, 0}, fonts.width(text, {size, false}), {size, false}};
      const Rect promised = bounds(op).grown(1);
      const Sprite line = fonts.line(text, size, false, rgb(0));
      REQUIRE_FALSE(line.empty());
      CHECK(static_cast<float>(line.left()) >= promised.x);
      CHECK(static_cast<float>(line.top()) >= promised.y);
      CHECK(static_cast<float>(line.left() + line.size().w) <= promised.right());
      CHECK(static_cast<float>(line.top() + line.size().h) <= promised.bottom());
    }
  }
}

TEST_CASE("fonts: a line that begins with j starts left of its corner, not later") {
  const Fonts fonts;
  CHECK(fonts.line("jabłko", 60, false, rgb(0)).left() < 0);
  CHECK(fonts.line("sok", 60, false, rgb(0)).left() >= 0);
}

TEST_CASE("fonts: broken text gives a line or nothing, never a crash") {
  const Fonts fonts;
  for (const std::string text : {"\xFF\xFE", "\xC4", "\xE2\x80\x8B", "\n\t"}) {
    fonts.line(text, 40, false, rgb(0));
    fonts.width(text, {40, false});
  }
}
