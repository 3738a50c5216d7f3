#include "core/base/text.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "core/base/language.h"
#include "core/base/utf8.h"

namespace nest {
namespace {

constexpr std::string_view kNbsp = "\u00A0";

bool is_letter(char32_t c) {
  return u_isalpha(static_cast<UChar32>(c)) != 0;
}
bool is_digit(char32_t c) {
  return c >= U'0' && c <= U'9';
}

char32_t first_of(std::string_view text) {
  std::size_t at = 0;
  return text.empty() ? U'\0' : next_code_point(text, at);
}

/// Letters only, without quotes or brackets around them.
std::string_view bare(std::string_view word) {
  while (!word.empty()) {
    std::size_t at = 0;
    const char32_t c = next_code_point(word, at);
    if (is_letter(c) || is_digit(c)) break;
    word.remove_prefix(at);
  }
  return word;
}

/// Whether a line may not end with that word.
bool clings(std::string_view word, const Language* language) {
  if (language == nullptr) return false;
  const auto& words = language->clinging;
  return std::find(words.begin(), words.end(), bare(word)) != words.end();
}

bool joins(std::string_view before, std::string_view after, const Language* language) {
  if (before.empty() || after.empty()) return false;
  if (clings(before, language)) return true;
  if (after.substr(0, 3) == "–") return true;
  const bool number = std::all_of(before.begin(), before.end(), [](char c) {
    return (c >= '0' && c <= '9') || c == ',' || c == '.';
  });
  const char32_t next = first_of(after);
  return number && is_digit(first_of(before)) &&
         (is_letter(next) || is_digit(next) || next == U'%' || next == U'°');
}

}  // namespace

const Mark* Text::mark(std::string_view id) const {
  const auto found =
      std::find_if(marks.begin(), marks.end(), [id](const Mark& m) { return m.id == id; });
  return found == marks.end() ? nullptr : &*found;
}

MarkedText parse_marks(std::string_view written) {
  MarkedText out;
  std::size_t at = 0;
  while (at < written.size()) {
    const auto open = std::min(written.find_first_of("{}", at), written.size());
    out.text.plain += written.substr(at, open - at);
    if (open == written.size()) break;
    const auto close = written.find('}', open);
    const auto bar = written.find('|', open);
    if (written[open] == '}' || close == std::string_view::npos || bar == std::string_view::npos ||
        bar > close || bar == open + 1 || close == bar + 1) {
      out.fault = "a marked word is written {id|word}";
      out.text.plain += written.substr(open);
      break;
    }
    const std::size_t begin = out.text.plain.size();
    out.text.plain += written.substr(bar + 1, close - bar - 1);
    out.text.marks.push_back(
        {std::string(written.substr(open + 1, bar - open - 1)), begin, out.text.plain.size()});
    at = close + 1;
  }
  return out;
}

std::string typeset(std::string_view text, const Lang& lang) {
  const auto* const language = find_language(lang);
  std::string out;
  std::size_t word_begin = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != ' ') continue;
    const auto word = text.substr(word_begin, at - word_begin);
    const auto rest = text.substr(at + 1);
    out += word;
    const auto next = rest.substr(0, std::min(rest.find(' '), rest.size()));
    // A word that hangs on the one before it may itself end in a hard space: look at its tail.
    const auto hard = word.rfind(kNbsp);
    const auto tail = hard == std::string_view::npos ? word : word.substr(hard + kNbsp.size());
    out += joins(tail, next, language) ? kNbsp : std::string_view(" ");
    word_begin = at + 1;
  }
  out += text.substr(word_begin);
  return out;
}

const Text& Localized::in(const Lang& lang) const {
  static const Text kNothing;
  for (const auto& [tag, text] : texts_) {
    if (tag == lang) return text;
  }
  return texts_.empty() ? kNothing : texts_.front().second;
}

bool Localized::has(const Lang& lang) const {
  return std::any_of(texts_.begin(), texts_.end(), [&](const auto& t) { return t.first == lang; });
}

std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  bool inside = false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    const bool gap = c == U' ' || c == U'\u00A0';
    if (!gap && !inside && (is_letter(c) || is_digit(c))) {
      inside = true;
      ++words;
    }
    if (gap) inside = false;
  }
  return words;
}

std::vector<std::string_view> sentences(std::string_view text) {
  std::vector<std::string_view> out;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    const bool stop = c == U'.' || c == U'!' || c == U'?' || c == U'…';
    if (!stop || (at < text.size() && text[at] != ' ')) continue;
    out.push_back(text.substr(begin, at - begin));
    begin = std::min(at + 1, text.size());
  }
  if (begin < text.size()) out.push_back(text.substr(begin));
  return out;
}

}  // namespace nest
