#include "core/base/id.h"

#include <doctest/doctest.h>

#include <type_traits>
#include <unordered_set>

using namespace nest;

TEST_CASE("id: one kind of id is never taken for another, nor a text for an id") {
  static_assert(!std::is_convertible_v<PackId, ItemId>);
  static_assert(!std::is_constructible_v<ItemId, PackId>);
  static_assert(!std::is_convertible_v<std::string, ItemId>);
  CHECK(ItemId("soap").str() == "soap");
}

TEST_CASE("id: ids are equal, ordered and hashed by their text") {
  CHECK(ItemId("a") == ItemId("a"));
  CHECK(ItemId("a") < ItemId("b"));
  CHECK(ItemId().empty());
  CHECK_FALSE(ItemId("a").empty());
  const std::unordered_set<ItemId> seen{ItemId("a"), ItemId("a"), ItemId("b")};
  CHECK(seen.size() == 2);
}
