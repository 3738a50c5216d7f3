// The interface says the same in every language, says what the code asks for, and can be drawn.
#include <doctest/doctest.h>
#include <fmt/ranges.h>
#include <unicode/messagepattern.h>

#include <set>

#include "content/words.h"
#include "core/base/utf8.h"
#include "stage/fonts.h"

namespace nest::test {
namespace {

std::set<std::string> keys_of(const std::string& file) {
  std::set<std::string> keys;
  json_of(kRoot / file)->root()->each([&](Node n) { keys.insert(std::string(n.key())); });
  return keys;
}

/// The names in braces, "{n}" and "{n, plural, …}" alike.
std::set<std::string> placeholders(std::string_view pattern) {
  std::set<std::string> names;
  UErrorCode failed = U_ZERO_ERROR;
  const icu::UnicodeString text = icu::UnicodeString::fromUTF8(
      icu::StringPiece(pattern.data(), static_cast<std::int32_t>(pattern.size())));
  const icu::MessagePattern parsed(text, nullptr, failed);
  REQUIRE(U_SUCCESS(failed));
  for (std::int32_t i = 0; i < parsed.countParts(); ++i) {
    if (parsed.getPartType(i) != UMSGPAT_PART_TYPE_ARG_NAME) continue;
    std::string name;
    parsed.getSubstring(parsed.getPart(i)).toUTF8String(name);
    names.insert(name);
  }
  return names;
}

TEST_CASE("locales: every language has the same keys and placeholders") {
  for (const std::string folder :
       {"locales/", "locales/report/", "locales/sheet/", "locales/adult/"}) {
    const auto polish = json_of(kRoot / (folder + "pl.json"));
    for (const auto& entry : std::filesystem::directory_iterator(kRoot / folder)) {
      if (entry.path().extension() != ".json") continue;
      const auto file = folder + entry.path().filename().string();
      CAPTURE(file);
      CHECK(fmt::format("{}", keys_of(file)) == fmt::format("{}", keys_of(folder + "pl.json")));
      json_of(kRoot / file)->root()->each([&](Node text) {
        const auto same = polish->root()->find(text.key());
        if (!same) return;
        CAPTURE(text.key());
        CHECK(placeholders(text.text()) == placeholders(same->text()));
      });
    }
  }
}

TEST_CASE("locales: the code asks for no text that is not there") {
  auto keys = keys_of("locales/pl.json");
  keys.merge(keys_of("locales/report/pl.json"));
  keys.merge(keys_of("locales/sheet/pl.json"));
  keys.merge(keys_of("locales/adult/pl.json"));
  std::size_t found = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(kRoot / "src")) {
    if (entry.path().extension() != ".cpp") continue;
    const auto code = store::read_file(entry.path(), 1U << 20U).value();
    for (const std::string asks : {"texts->text(\"", "texts.text(\"", "words.text(\"",
                                   "view.text(\"", "phrase(\"", "phrase(texts, \""}) {
      for (auto at = code.find(asks); at != std::string::npos; at = code.find(asks, at + 1)) {
        const auto begin = at + asks.size();
        const auto key = code.substr(begin, code.find('"', begin) - begin);
        ++found;
        CHECK_MESSAGE(keys.count(key) == 1, entry.path().string() << ": " << key);
      }
    }
  }
  CHECK(found > 10);
}

/// Whether the code holds the key, whole or as a pattern for its numbered kin: "quiz.right.{}".
bool asks_for(const std::string& code, const std::string& key) {
  const auto dot = key.rfind('.');
  const bool numbered = key.find_first_not_of("0123456789", dot + 1) == std::string::npos;
  const auto pattern = key.substr(0, dot + 1) + "{}";
  return code.find('"' + key + '"') != std::string::npos ||
         (numbered && code.find('"' + pattern + '"') != std::string::npos);
}

TEST_CASE("locales: there is no text that the code never asks for") {
  std::string code;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(kRoot / "src")) {
    if (entry.is_regular_file()) code += store::read_file(entry.path(), 1U << 20U).value();
  }
  for (const auto* file : {"locales/pl.json", "locales/adult/pl.json"}) {
    for (const auto& key : keys_of(file)) {
      CHECK_MESSAGE(asks_for(code, key), key << " is translated for nobody");
    }
  }
}

TEST_CASE("locales: the font has every letter of interface and packs") {
  const stage::Fonts fonts;
  auto texts = pack_texts();
  for (const auto& lang : interface_languages()) {
    for (auto& text : interface_texts(lang)) texts.push_back(std::move(text));
  }
  REQUIRE(texts.size() > 300);
  for (const auto& text : texts) {
    for (std::size_t at = 0; at < text.text.size();) {
      const auto begin = at;
      const auto c = next_code_point(text.text, at);
      CHECK_MESSAGE(fonts.covers(c), text.place.file << ":" << text.place.line << ": "
                                                     << text.text.substr(begin, at - begin));
    }
  }
}

}  // namespace
}  // namespace nest::test
