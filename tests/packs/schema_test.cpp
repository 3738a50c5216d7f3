// docs/pack.schema.json promises an author what the reader takes. The pack good/every-key uses
// every kind of object, so the reader asks for all the keys that it knows.
#include <doctest/doctest.h>

#include "packs/shelf.h"
#include "store/files.h"
#include "store/json.h"

namespace nest::test {
namespace {

/// Every object of the schema that has a title and properties, by title.
void collect(const Node& node, AskedKeys& keys) {
  const auto title = node.find("title");
  const auto properties = node.find("properties");
  if (title && properties && title->kind() == NodeKind::text) {
    properties->each([&](Node property) {
      keys[std::string(title->text())].insert(std::string(property.key()));
    });
  }
  node.each([&](Node child) { collect(child, keys); });
}

TEST_CASE("schema: the reader asks for exactly the keys that pack.schema.json describes") {
  Diagnostics out;
  AskedKeys asked;
  REQUIRE(Shelf().read(kFixtures / "good/every-key", out, &asked));
  asked.erase("the goals");  // named by the author
  const auto path = std::filesystem::path(STORKNEST_SOURCE_DIR) / "docs/pack.schema.json";
  const auto schema =
      store::parse_json("pack.schema.json", *store::read_file(path, 1U << 20U), out);
  REQUIRE(out.empty());
  AskedKeys described;
  collect(*schema->root(), described);
  for (const auto& [object, keys] : asked) {
    CAPTURE(object);
    CHECK(described[object] == keys);
  }
  for (const auto& [object, keys] : described) CHECK_MESSAGE(asked.count(object) == 1, object);
}

}  // namespace
}  // namespace nest::test
