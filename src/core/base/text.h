#pragma once
// Texts of a pack in every language, with marked words. Typography that an author need not know
// (non-breaking spaces) is put in here. Not here: interface texts (i18n/catalog).
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/id.h"

namespace nest {

/// A marked word: `{soap|mydło}` shows "mydło" and marks it "soap". Byte offsets into the text.
struct Mark {
  std::string id;
  std::size_t begin = 0, end = 0;
};

struct Text {
  std::string plain;
  std::vector<Mark> marks;
  const Mark* mark(std::string_view id) const;
};

/// Takes the marks out of an author's text. `fault` says what is wrong with them, if anything.
struct MarkedText {
  Text text;
  std::string fault;
};
MarkedText parse_marks(std::string_view written);

/// Puts U+00A0 where a line must not break: behind the language's clinging words (Polish "w"),
/// a number and its unit, 116 111, before a dash. Source: health-facts.md, typography table.
std::string typeset(std::string_view text, const Lang& lang);

/// The same text in several languages, in the order in which the pack names them.
class Localized {
 public:
  void set(Lang lang, Text text) { texts_.emplace_back(std::move(lang), std::move(text)); }
  /// The text in that language, or in the first one there is.
  const Text& in(const Lang& lang) const;
  const std::string& plain(const Lang& lang) const { return in(lang).plain; }
  bool has(const Lang& lang) const;
  bool empty() const { return texts_.empty(); }
  const std::vector<std::pair<Lang, Text>>& all() const { return texts_; }

 private:
  std::vector<std::pair<Lang, Text>> texts_;
};

/// Words as an author counts them: runs between spaces that hold a letter or digit.
std::size_t count_words(std::string_view text);
/// Split behind . ! ? … followed by a space or the end.
std::vector<std::string_view> sentences(std::string_view text);

}  // namespace nest
