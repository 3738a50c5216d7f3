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

TEST_CASE("json: a letter is told where it is written, also behind escapes") {
  Diagnostics out;
  const auto document = parse_json("a.json",
                                   "{ \"a\": \"\\u017c\\n\\ud83d\\ude00ż\\u202e\",\n"
                                   "  \"b\": \"plain\" }",
                                   out);
  REQUIRE(out.empty());
  const auto a = *document->root()->find("a");
  CHECK(at(a.letter_place(0)) == "1:9 /a");
  CHECK(at(a.letter_place(2)) == "1:15 /a");    // \n
  CHECK(at(a.letter_place(3)) == "1:17 /a");    // two escapes, one letter
  CHECK(at(a.letter_place(7)) == "1:29 /a");    // ż
  CHECK(at(a.letter_place(9)) == "1:30 /a");    // the trick
  CHECK(at(a.letter_place(999)) == "1:36 /a");  // the end
  CHECK(at(document->root()->find("b")->letter_place(2)) == "2:11 /b");
}

TEST_CASE("json: sixteen levels are read, the seventeenth is told where it opens") {
  const auto nested = [](std::size_t levels) {
    return std::string(levels, '[') + std::string(levels, ']');
  };
  Diagnostics out;
  CHECK(parse_json("a.json", nested(16), out)->root());
  CHECK(out.empty());
  for (const std::size_t levels : {17U, 100'000U}) {
    Diagnostics deep;
    CHECK_FALSE(parse_json("a.json", nested(levels), deep)->root());
    REQUIRE(deep.list().size() == 1);
    CHECK(at(deep.list()[0].place) == "1:17 ");
    CHECK(deep.list()[0].message == "lists and objects are nested deeper than 16.");
  }
}

TEST_CASE("json: bytes that are not UTF-8 are told where they stand") {
  for (const auto* broken : {"[\"\xff\"]", "[\"\xc0\xaf\"]", "[\"\xed\xa0\x80\"]",
                             "[\"\xf4\x90\x80\x80\"]", "[\"\xe0\x80\xaf\"]"}) {
    CAPTURE(broken);
    Diagnostics out;
    CHECK_FALSE(parse_json("a.json", broken, out)->root());
    REQUIRE(out.list().size() == 1);
    CHECK(out.list()[0].message == "the file is not UTF-8 here.");
    CHECK(out.list()[0].place.line == 1);
  }
}

TEST_CASE("json: a control character inside a text is called by its name") {
  for (const std::string text : {"[\"a\tb\"]", "[\"a\x1b[31m\"]"}) {
    CAPTURE(text);
    Diagnostics out;
    CHECK_FALSE(parse_json("a.json", text, out)->root());
    REQUIRE(out.list().size() == 1);
    CHECK(at(out.list()[0].place) == "1:4 ");
    CHECK(out.list()[0].message == "a text holds a tab or another control character.");
  }
}

TEST_CASE("json: a text that runs over the end of its line is not closed") {
  for (const std::string text : {"[\"a\nb\"]", "[\"a\r\n", "[\"a"}) {
    CAPTURE(text);
    Diagnostics out;
    CHECK_FALSE(parse_json("a.json", text, out)->root());
    REQUIRE(out.list().size() == 1);
    CHECK(out.list()[0].message == "a text is not closed.");
    CHECK(out.list()[0].place.line == 1);
  }
}

TEST_CASE("json: a backslash that begins no escape is told") {
  Diagnostics out;
  CHECK_FALSE(parse_json("a.json", "[\"C:\\x\"]", out)->root());
  REQUIRE(out.list().size() == 1);
  CHECK(out.list()[0].message == "a single \\ in a text.");
}

TEST_CASE("json: a zero byte, an empty file and a lone mark of the encoding are told") {
  Diagnostics out;
  CHECK_FALSE(parse_json("a.json", std::string("[1,\0]", 6), out)->root());
  CHECK_FALSE(parse_json("a.json", "", out)->root());
  CHECK_FALSE(parse_json("a.json", "\xEF\xBB\xBF", out)->root());
  REQUIRE(out.list().size() == 3);
  CHECK(at(out.list()[0].place) == "1:4 ");
  CHECK(out.list()[0].message == "the file holds a zero byte.");
  CHECK(out.list()[1].message == "the file is empty.");
  CHECK(out.list()[2].message == "the file is empty.");
}

TEST_CASE("json: the mark of the encoding before the content is nobody's fault") {
  Diagnostics out;
  CHECK(parse_json("a.json", "\xEF\xBB\xBF{\"a\": 1}", out)->root()->find("a"));
  CHECK(out.empty());
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
