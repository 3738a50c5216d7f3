#include "core/view/layout.h"

#include <doctest/doctest.h>

#include "support/fakes.h"

using namespace nest;
using namespace nest::test;

namespace {

Fitted fit(const std::string& text, float width, std::size_t lines = 9, float size = 20,
           float least = 20) {
  return fit_text(text, kMeasure, {size, false, {}}, width, lines, least);
}
std::vector<std::string> lines(const Fitted& fitted) {
  std::vector<std::string> out;
  for (const auto& line : fitted.paragraph.lines) out.push_back(line.text);
  return out;
}

}  // namespace

TEST_CASE("layout: a text is broken at spaces into lines that fit") {
  const auto fitted = fit("aaaa bbbb cccc", 100);
  CHECK(fitted.fits);
  CHECK(lines(fitted) == std::vector<std::string>{"aaaa bbbb", "cccc"});
  CHECK(fitted.paragraph.width() == 90);
  CHECK(fitted.paragraph.height() == doctest::Approx(2 * 20 * kLineHeight));
}

TEST_CASE("layout: lines are evened out, so that no word is left alone if it can be helped") {
  CHECK(lines(fit("aa bb cc dd", 90)) == std::vector<std::string>{"aa bb", "cc dd"});
}

TEST_CASE("layout: a hard space never breaks") {
  CHECK(lines(fit("aaaa b\u00A0cccc", 60)) == std::vector<std::string>{"aaaa", "b\u00A0cccc"});
}

TEST_CASE("layout: type shrinks until the text fits, never below the least") {
  const auto shrunk = fit("aaaa bbbb", 60, 1, 20, 10);
  CHECK(shrunk.fits);
  CHECK(shrunk.paragraph.lines.size() == 1);
  CHECK(shrunk.paragraph.style.size < 14);
  CHECK(shrunk.paragraph.style.size >= 10);
  const auto never = fit("aaaa bbbb", 30, 1, 20, 11);
  CHECK_FALSE(never.fits);
  CHECK(never.paragraph.style.size == 11);
}

TEST_CASE("layout: a word that is wider than the place overflows and is told") {
  const auto fitted = fit("aaaaaaaaaa bb", 50);
  CHECK_FALSE(fitted.fits);
  CHECK(lines(fitted) == std::vector<std::string>{"aaaaaaaaaa", "bb"});
}

TEST_CASE("layout: an empty text, spaces and no room at all break nothing") {
  CHECK(fit("", 100).fits);
  CHECK(fit("", 100).paragraph.lines.empty());
  CHECK(fit("", 100).paragraph.width() == 0);
  CHECK(fit("   ", 100).fits);
  CHECK_FALSE(fit("aa bb", 0).fits);
}

TEST_CASE("layout: a paragraph is centred in its box, or begins at its left edge") {
  const auto paragraph = fit("aaaa", 100).paragraph;
  Frame frame;
  const Rect box{100, 100, 200, 128};
  draw_paragraph(frame, paragraph, box, Align::centre);
  draw_paragraph(frame, paragraph, box, Align::left);
  CHECK(std::get<TextOp>(frame.ops[0]).at == Point{180, 150});
  CHECK(std::get<TextOp>(frame.ops[1]).at == Point{100, 150});
}

TEST_CASE("layout: a text that is higher than its box begins at its top") {
  Frame frame;
  draw_paragraph(frame, fit("aa bb cc", 25).paragraph, {0, 50, 25, 10}, Align::left);
  CHECK(std::get<TextOp>(frame.ops[0]).at.y == 50);
}

TEST_CASE("layout: the box of a word lies where the word is drawn") {
  const auto paragraph = fit("aaaa bbbb cccc", 100).paragraph;
  const Rect box{0, 0, 90, 56};
  const auto at = [&](std::size_t begin, std::size_t end) {
    return word_box(paragraph, kMeasure, box, Align::left, begin, end);
  };
  CHECK(at(5, 9).x == 50);
  CHECK(at(5, 9).w == 40);
  CHECK(at(10, 14).x == 0);
  CHECK(at(10, 14).y >= 20 * kLineHeight);
  CHECK(at(5, 14).empty());   // on two lines
  CHECK(at(9, 9).empty());    // nothing
  CHECK(at(50, 60).empty());  // beyond the text
}

TEST_CASE("layout: targets and type follow the screen's true size") {
  const auto big = ScreenMetrics::from_display(21.5F, 1920, 1080, 1);
  CHECK(big.mm_per_unit == doctest::Approx(0.248).epsilon(0.002));
  CHECK(big.type(AgeBand::a) == 56);
  CHECK(big.type(AgeBand::b) == big.type(AgeBand::c));
  CHECK(big.units(big.mm_per_unit) == doctest::Approx(1));
  CHECK(big.answer(AgeBand::a) > big.answer(AgeBand::b));
  CHECK(big.control(AgeBand::a) > big.control(AgeBand::c));
  const auto small = ScreenMetrics::from_display(10.1F, 1280, 800, 1280.0F / 1920.0F);
  CHECK(small.type(AgeBand::a) == small.type(AgeBand::c));
  CHECK(small.type(AgeBand::a) == doctest::Approx(2 * small.units(4)).epsilon(0.02));
  CHECK(small.units(20) > big.units(20));
}

TEST_CASE("layout: a window half the display's size needs twice the units for a finger") {
  const auto full = ScreenMetrics::from_display(21.5F, 1920, 1080, 1);
  const auto half = ScreenMetrics::from_display(21.5F, 1920, 1080, 0.5F);
  CHECK(half.units(20) == doctest::Approx(2 * full.units(20)));
}

TEST_CASE("layout: a small window is read like a small display, and is never without room") {
  const auto half = ScreenMetrics::from_display(21.5F, 1920, 1080, 0.5F);
  CHECK(half.type(AgeBand::a) == doctest::Approx(2 * half.units(4)).epsilon(0.02));
  const auto tiny = ScreenMetrics::from_display(21.5F, 1920, 1080, 0.1F);
  CHECK(tiny.answer(AgeBand::a) * 4 < kCanvas.w);
}

TEST_CASE("layout: cells of a row are equal, apart and centred") {
  const auto cells = row({0, 0, 100, 50}, 2, 30, 10);
  REQUIRE(cells.size() == 2);
  CHECK(cells[0].x == 15);
  CHECK(cells[1].x == 55);
  CHECK(cells[0].w == 30);
  CHECK(cells[0].h == 50);
  CHECK(row({0, 0, 100, 50}, 0, 30, 10).empty());
}
