#include "core/base/node.h"

#include <doctest/doctest.h>

#include "support/builders.h"
#include "support/document.h"

using namespace nest;
using namespace nest::test;

TEST_CASE("node: a tree is walked in the order of the file") {
  const auto doc = document(obj({{"a", 1}, {"b", list({"x", yes(), Value()})}, {"c", obj({})}}));
  const auto root = *doc->root();
  CHECK(root.kind() == NodeKind::object);
  CHECK(root.size() == 3);
  CHECK_FALSE(root.parent());
  const auto a = *root.first();
  CHECK(a.key() == "a");
  CHECK(a.number() == 1);
  const auto b = *a.next();
  CHECK(b.kind() == NodeKind::list);
  CHECK(b.size() == 3);
  CHECK(b.first()->text() == "x");
  CHECK(b.first()->next()->truth());
  CHECK(b.first()->next()->next()->kind() == NodeKind::null);
  CHECK_FALSE(b.first()->next()->next()->next());
  CHECK(root.find("c")->size() == 0);
  CHECK_FALSE(root.find("c")->first());
  CHECK_FALSE(root.find("d"));
}

TEST_CASE("node: every part knows its line, its column and its pointer") {
  const auto doc = document(
      obj({{"items", list({obj({{"a/b", 1}}), obj({{"m~n", "ż"}, {"z", 2}})})}}), "items.json");
  const auto items = *doc->root()->find("items");
  const auto slash = *items.first()->find("a/b");
  CHECK(where(slash.place()) == "items.json:1:20 /items/0/a~1b");
  CHECK(where(slash.key_place()) == "items.json:1:13 /items/0/a~1b");
  const auto second = *items.first()->next();
  CHECK(where(second.find("m~n")->place()) == "items.json:1:32 /items/1/m~0n");
  // A column is a letter, not a byte: ż counts once.
  CHECK(where(second.find("z")->key_place()) == "items.json:1:37 /items/1/z");
  CHECK(where(doc->root()->place()) == "items.json:1:1");
}

TEST_CASE("node: of two equal keys the first counts and the second is reported") {
  Diagnostics out;
  const auto doc = document(obj({{"list", list({obj({{"id", "one"}, {"id", "two"}})})}}), out);
  CHECK(doc->root()->find("list")->first()->find("id")->text() == "one");
  REQUIRE(rules(out) == std::vector<std::string>{"duplicate-key"});
  CHECK(where(out.list()[0].place) == "pack.json:1:25 /list/0/id");
}

TEST_CASE("node: a document without content has no root") {
  const Document nothing("pack.json", "");
  CHECK_FALSE(nothing.root());
  CHECK(where(nothing.place_of(0)) == "pack.json:1:1");
}
