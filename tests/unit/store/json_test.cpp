#include "store/json.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "store/writers/diagnostics_json.h"

namespace nest::store {
namespace {

std::string at(const Place& place) {
  return fmt::format("{}:{} {}", place.line, place.column, place.pointer);
}

TEST_CASE("json: keys and values stand where the file has them, also behind decoded texts") {
  Diagnostics out;
  const auto document = parse_json(
      "a.json",
      "{ \"ż\\u0105\\n\": \"a\\\"b\", \"n\": 1.5,\n  \"l\": [true, \"x\", {\"k\": null}] }", out);
  REQUIRE(out.empty());
  const auto root = *document->root();
  const auto first = *root.first();
  CHECK(first.text() == "a\"b");
  CHECK(at(first.key_place()).substr(0, 4) == "1:3 ");
  CHECK(at(first.place()).substr(0, 5) == "1:16 ");
  CHECK(at(root.find("n")->key_place()) == "1:24 /n");
  CHECK(at(root.find("n")->place()) == "1:29 /n");
  const auto list = *root.find("l");
  CHECK(at(list.key_place()) == "2:3 /l");
  CHECK(at(list.place()) == "2:8 /l");
  CHECK(at(list.first()->place()) == "2:9 /l/0");
  CHECK(at(list.first()->next()->place()) == "2:15 /l/1");
  const auto inner = *list.first()->next()->next();
  CHECK(at(inner.place()) == "2:20 /l/2");
  CHECK(at(inner.find("k")->key_place()) == "2:21 /l/2/k");
  CHECK(at(inner.find("k")->place()) == "2:26 /l/2/k");
}

TEST_CASE("json: a letter that is cut off at the end of the file is told, not read beyond") {
  for (const auto* cut : {"{ \"a\xf2", "{ \"a\xf2o", "[\"\xe0", "[\"\xc4"}) {
    Diagnostics out;
    CHECK_FALSE(parse_json("a.json", cut, out)->root());
    REQUIRE(out.list().size() == 1);
    CHECK(out.list()[0].message == "the file is not UTF-8 here.");
  }
}

TEST_CASE("json: numbers of any length are read or refused") {
  const std::vector<std::string> numbers{"0." + std::string(900, '0') + "1", std::string(400, '9'),
                                         "1e-999999999", "0e9999999999", "1e400"};
  for (const auto& digits : numbers) {
    Diagnostics out;
    const auto document = parse_json("a.json", "[" + digits + "]", out);
    CHECK((document->root().has_value() == out.empty()));
  }
}

TEST_CASE("json: findings travel to tools with nothing in them that is no text") {
  Diagnostics out;
  out.warn("odd", {"p/a\x1b.json", 3, 7, "/x"}, "broken \xff byte.", "Mend it.");
  CHECK(diagnostics_json(out) ==
        "[\n {\n  \"file\": \"p/a\uFFFD.json\",\n  \"line\": 3,\n  \"column\": 7,\n"
        "  \"pointer\": \"/x\",\n  \"rule\": \"odd\",\n  \"severity\": \"warning\",\n"
        "  \"message\": \"broken \uFFFD byte.\",\n  \"advice\": \"Mend it.\"\n }\n]\n");
}

}  // namespace
}  // namespace nest::store
