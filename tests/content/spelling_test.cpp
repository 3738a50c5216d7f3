// Every word that we ship is in the dictionary or on the list of those that
// the dictionaries lack (fixtures/spelling/allow-<lang>.txt).
#include <doctest/doctest.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <fstream>
#include <hunspell/hunspell.hxx>
#include <set>

#include "content/words.h"
#include "core/base/utf8.h"

namespace nest::test {
namespace {

class Speller {
 public:
  Speller(const char* lang, const char* dictionary)
      : hunspell_((std::string("/usr/share/hunspell/") + dictionary + ".aff").c_str(),
                  (std::string("/usr/share/hunspell/") + dictionary + ".dic").c_str()) {
    std::ifstream in(kRoot / "tests/fixtures/spelling" / (std::string("allow-") + lang + ".txt"));
    for (std::string word; std::getline(in, word);) allowed_.insert(word);
  }
  bool knows(const std::string& word) {
    if (allowed_.count(word) > 0) return true;
    return hunspell_.spell(latin(word));
  }

 private:
  /// The dictionaries are not all in UTF-8; hunspell says which encoding it wants.
  std::string latin(const std::string& word) {
    const auto encoding = hunspell_.get_dict_encoding();
    if (encoding == "UTF-8") return word;
    const auto wide = icu::UnicodeString::fromUTF8(word);
    std::string out(static_cast<std::size_t>(wide.length()) * 4 + 1, '\0');
    const auto size = wide.extract(0, wide.length(), out.data(),
                                   static_cast<std::uint32_t>(out.size()), encoding.c_str());
    out.resize(static_cast<std::size_t>(std::max(size, 0)));
    return out;
  }
  Hunspell hunspell_;
  std::set<std::string> allowed_;
};

/// What MessageFormat itself says.
bool is_selector(const std::string& word) {
  static const std::set<std::string> kSelectors{
      "n",    "total", "code",    "plural",  "number", "one",      "few",    "many",  "other",
      "low",  "high",  "percent", "rows",    "fewest", "smallest", "before", "after", "gain",
      "loss", "day",   "year",    "version", "points", "kiosks",   "line"};
  return kSelectors.count(word) > 0 || word.size() == 1;
}

char32_t peek(const std::string& text, std::size_t at) {
  return next_code_point(text, at);
}

/// Words outside of braces, so that the grammar of messages is not read; what a plural says in them
/// is.
std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> words;
  std::string word;
  for (std::size_t at = 0; at <= text.size();) {
    const auto begin = at;
    const char32_t c = at < text.size() ? next_code_point(text, at) : U' ';
    if (at == begin) ++at;
    // "can’t" is one word.
    const bool apostrophe = (c == U'’' || c == U'\'') && !word.empty() && at < text.size() &&
                            u_isalpha(static_cast<UChar32>(peek(text, at))) != 0;
    if (u_isalpha(static_cast<UChar32>(c)) != 0 || apostrophe) {
      word += apostrophe ? "'" : text.substr(begin, at - begin);
      continue;
    }
    // "{n, plural, one{# gwiazdka}}": names and selectors stand before a brace, a comma or a "}".
    const bool grammar =
        c == U'{' || c == U'}' || (c == U',' && text.find('{') != std::string::npos);
    if (!word.empty() && !(grammar && is_selector(word))) words.push_back(word);
    word.clear();
  }
  return words;
}

void check(const char* lang, const char* dictionary) {
  Speller speller(lang, dictionary);
  auto texts = interface_texts(Lang(lang));
  for (auto& text : pack_texts()) {
    if (text.lang.str() == lang) texts.push_back(std::move(text));
  }
  for (const auto& text : texts) {
    for (const auto& word : words_of(text.text)) {
      CHECK_MESSAGE(speller.knows(word), text.place.file << ":" << text.place.line << ": " << word);
    }
  }
}

TEST_CASE("spelling: Polish") {
  check("pl", "pl_PL");
}
TEST_CASE("spelling: Lithuanian") {
  check("lt", "lt_LT");
}
TEST_CASE("spelling: English") {
  check("en", "en_GB");
}

}  // namespace
}  // namespace nest::test
