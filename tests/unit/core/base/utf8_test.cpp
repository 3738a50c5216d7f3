#include "core/base/utf8.h"

#include <doctest/doctest.h>

#include <vector>

using namespace nest;

namespace {
std::vector<char32_t> letters(std::string_view text) {
  std::vector<char32_t> out;
  for (std::size_t at = 0; at < text.size();) out.push_back(next_code_point(text, at));
  return out;
}
constexpr char32_t kBroken = 0xFFFD;
}  // namespace

TEST_CASE("utf8: letters of one to four bytes are read one by one") {
  CHECK(letters("aż€😀") == std::vector<char32_t>{U'a', U'ż', U'€', U'😀'});
  CHECK(count_code_points("Žąsis") == 5);
  CHECK(count_code_points("") == 0);
}

TEST_CASE("utf8: broken bytes are told, never read beyond, and the rest goes on") {
  CHECK(letters("\xff"
                "a") == std::vector<char32_t>{kBroken, U'a'});
  CHECK(letters("a\xc4") == std::vector<char32_t>{U'a', kBroken});
  CHECK(letters("\xf0\x9f\x98") == std::vector<char32_t>{kBroken});
  CHECK(letters("\x80") == std::vector<char32_t>{kBroken});
}

TEST_CASE("utf8: overlong forms, surrogates and what lies beyond Unicode are no letters") {
  for (const auto* text : {"\xc0\xaf", "\xe0\x80\xaf", "\xed\xa0\x80", "\xf4\x90\x80\x80"}) {
    CAPTURE(text);
    CHECK(letters(text).front() == kBroken);
    CHECK_FALSE(is_plain_text(text));
  }
}

TEST_CASE("utf8: a plain text holds nothing that hides or turns other letters") {
  CHECK(is_plain_text("Zażółć gęślą jaźń – „ąčęėįšųūž“…"));
  CHECK(is_plain_text(""));
  CHECK(is_plain_text("5\u00A0min"));
  for (const auto* sly :
       {"a\nb", "a\tb", "\x7f", "\u0085", "\u00AD", "\u061C", "\u200B", "\u200D", "\u202E",
        "\u2028", "\u2060", "\u2066", "\u2069", "\uFEFF", "\uFFFD", "\x1b[31m"}) {
    CAPTURE(sly);
    CHECK_FALSE(is_plain_text(sly));
  }
  CHECK_FALSE(is_plain_text(std::string_view("a\0b", 3)));
}

TEST_CASE("utf8: the first letter that is not plain is found by its byte") {
  CHECK(plain_bytes("żaba") == 5);
  CHECK(plain_bytes("ża\u202Eba") == 3);
  CHECK(plain_bytes("\xff") == 0);
}

TEST_CASE("utf8: a quoted text shows a mark for every letter that cannot be shown") {
  CHECK(printable("żaba") == "żaba");
  CHECK(printable("a\x1b[31m\u202E\xff") == "a\uFFFD[31m\uFFFD\uFFFD");
}
