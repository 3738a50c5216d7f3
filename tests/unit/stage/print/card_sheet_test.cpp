#include "stage/print/card_sheet.h"

#include <doctest/doctest.h>

#include "stage/sdl.h"

using namespace nest::stage;

namespace {

const std::string kDot =
    R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" width="32" height="32">)"
    R"(<circle cx="16" cy="16" r="12" fill="#E8483F"/></svg>)";

CardGuide guide() {
  return {"Karty", "Bez imion.", {"Wydrukuj.", "Potnij wzdłuż linii."}, "Zgubiona nie szkodzi."};
}
std::vector<PrintedCard> cards(std::size_t n) {
  return std::vector<PrintedCard>(n, {kDot, kDot, "jeż, żółta gwiazdka"});
}
/// cairo writes the tree of pages uncompressed.
bool has_pages(const std::string& pdf, int n) {
  return pdf.find("/Count " + std::to_string(n) + "\n") != std::string::npos;
}

TEST_CASE("print: a page for the adult, then eight cards a page") {
  CHECK(has_pages(print_cards(guide(), cards(8)), 2));
  CHECK(has_pages(print_cards(guide(), cards(9)), 3));
  CHECK(has_pages(print_cards(guide(), cards(48)), 7));
}

TEST_CASE("print: the same cards give the same bytes, without a date") {
  const auto once = print_cards(guide(), cards(3));
  CHECK(once.substr(0, 5) == "%PDF-");
  CHECK(once == print_cards(guide(), cards(3)));
  CHECK(once.find("CreationDate") == std::string::npos);
}

TEST_CASE(
    "print: a broken picture, a strange letter and a guide without end are refused in words") {
  auto broken = cards(1);
  broken.front().badge = "<svg";
  CHECK_THROWS_AS(print_cards(guide(), broken), StageError);
  auto strange = cards(1);
  strange.front().name = "\U0001F994";  // a hedgehog that the font does not have
  CHECK_THROWS_AS(print_cards(guide(), strange), StageError);
  auto endless = guide();
  endless.steps.assign(60, "I jeszcze raz.");
  CHECK_THROWS_AS(print_cards(endless, cards(1)), StageError);
}

}  // namespace
