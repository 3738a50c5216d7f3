#include "core/base/language.h"

#include <doctest/doctest.h>

using namespace nest;

TEST_CASE("language: Polish and Lithuanian stand in every pack, in that order") {
  CHECK(required_languages() == std::vector{Lang("pl"), Lang("lt")});
}

TEST_CASE("language: a language without a row is no fault") {
  CHECK(find_language(Lang("uk")) == nullptr);
  CHECK(find_language(Lang("")) == nullptr);
  REQUIRE(find_language(Lang("en")) != nullptr);
  CHECK(find_language(Lang("en"))->opening == "“");
}
