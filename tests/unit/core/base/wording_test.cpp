#include "core/base/wording.h"

#include <doctest/doctest.h>

using namespace nest;

TEST_CASE("wording: bands are named by letter for packs and by years for people") {
  std::string letters;
  for (const auto band : kBands) letters += band_letter(band);
  CHECK(letters == "ABC");
  CHECK(std::string(band_years(AgeBand::a)) == "4-6");
  CHECK(std::string(band_years(AgeBand::c)) == "10-12");
}

TEST_CASE("wording: a language without a name is quoted by its tag") {
  CHECK(language_name(Lang("pl")) == "Polish");
  CHECK(language_name(Lang("lt")) == "Lithuanian");
  CHECK(language_name(Lang("en")) == "English");
  CHECK(language_name(Lang("uk")) == "\"uk\"");
}

TEST_CASE("wording: every kind of value has a name and a way to write it") {
  for (const auto kind :
       {NodeKind::boolean, NodeKind::number, NodeKind::text, NodeKind::list, NodeKind::object}) {
    CHECK_FALSE(name(kind).empty());
    CHECK(how_to_write(kind).rfind("Write ", 0) == 0);
  }
  CHECK(how_to_write(NodeKind::list).find("[ … ]") != std::string::npos);
  CHECK(how_to_write(NodeKind::object).find("{ … }") != std::string::npos);
}
