#include "core/i18n/catalog.h"

#include <doctest/doctest.h>

#include "support/builders.h"
#include "support/document.h"

using namespace nest;
using namespace nest::test;

namespace {

Catalog catalog(const Lang& lang, const std::string& pattern) {
  return {lang, {{"stars", pattern}}};
}
std::string said(const Lang& lang, const std::string& pattern, long n) {
  return catalog(lang, pattern).text("stars", {{"n", n}});
}

const std::string kPolishStars =
    "{n, plural, one {# gwiazdka} few {# gwiazdki} many {# gwiazdek} other {# gwiazdki}}";
const std::string kLithuanianStars =
    "{n, plural, one {# žvaigždė} few {# žvaigždės} many {# žvaigždės} other {# žvaigždžių}}";

/// A number stands hard beside its word.
std::string hard(std::string text) {
  return text.replace(text.find(' '), 1, "\u00A0");
}

}  // namespace

TEST_CASE("catalog: Polish counts stars as Poles do") {
  CHECK(said(kPl, kPolishStars, 1) == hard("1 gwiazdka"));
  CHECK(said(kPl, kPolishStars, 2) == hard("2 gwiazdki"));
  CHECK(said(kPl, kPolishStars, 5) == hard("5 gwiazdek"));
  CHECK(said(kPl, kPolishStars, 12) == hard("12 gwiazdek"));
  CHECK(said(kPl, kPolishStars, 22) == hard("22 gwiazdki"));
  CHECK(said(kPl, kPolishStars, 0) == hard("0 gwiazdek"));
}

TEST_CASE("catalog: Lithuanian counts stars as Lithuanians do") {
  CHECK(said(kLt, kLithuanianStars, 1) == hard("1 žvaigždė"));
  CHECK(said(kLt, kLithuanianStars, 2) == hard("2 žvaigždės"));
  CHECK(said(kLt, kLithuanianStars, 10) == hard("10 žvaigždžių"));
  CHECK(said(kLt, kLithuanianStars, 12) == hard("12 žvaigždžių"));
  CHECK(said(kLt, kLithuanianStars, 21) == hard("21 žvaigždė"));
}

TEST_CASE("catalog: an unknown key is shown, so that somebody sees it") {
  const auto texts = catalog(kPl, "gwiazdki");
  CHECK(texts.text("starz") == "<starz>");
  CHECK_FALSE(texts.has("starz"));
  CHECK(texts.has("stars"));
}

TEST_CASE("catalog: a pattern that ICU cannot read is shown as it is written") {
  CHECK(said(kPl, "{n, plural,", 3) == "{n, plural,");
  CHECK(said(kPl, "{n", 3) == "{n");
}

TEST_CASE("catalog: numbers that nobody named stay as their names, numbers too many do no harm") {
  CHECK(catalog(kPl, "{m} gwiazdek").text("stars", {{"n", 3}}) == "{m} gwiazdek");
  CHECK(catalog(kPl, "gwiazdki").text("stars", {{"n", 3}, {"m", 4}}) == "gwiazdki");
  CHECK(catalog(kPl, "gwiazdki").text("stars", {}) == "gwiazdki");
}

TEST_CASE("catalog: a file of texts is read and typeset; what is no text or no pattern is told") {
  Diagnostics out;
  const auto doc = document(
      obj({{"bye", "Pa i do widzenia"}, {"odd", 3}, {"broken", "{n, plural,"}}), "pl.json");
  const auto texts = read_catalog(kPl, *doc, out);
  CHECK(texts.lang() == kPl);
  CHECK(texts.text("bye") == "Pa i\u00A0do widzenia");
  CHECK_FALSE(texts.has("odd"));
  CHECK(texts.text("broken") == "{n, plural,");
  CHECK(rules(out) == std::vector<std::string>{"wrong-kind", "bad-pattern"});
  CHECK(out.list()[0].place.pointer == "/odd");
}

TEST_CASE("catalog: a file that is no object holds no texts and says so") {
  for (const auto& value : {list({"a"}), Value("a"), Value()}) {
    Diagnostics out;
    CHECK(read_catalog(kPl, *document(value), out).patterns().empty());
    CHECK(rules(out) == std::vector<std::string>{"wrong-kind"});
  }
}
