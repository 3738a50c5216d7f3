#include "core/base/utf8.h"

#include <unicode/utf8.h>

#include <algorithm>

namespace nest {
namespace {

/// Not a printable letter of ASCII.
bool is_foreign(char c) {
  return c < 0x20 || c >= 0x7F;
}

}  // namespace

char32_t next_code_point(std::string_view text, std::size_t& at) {
  auto i = static_cast<std::int32_t>(at);
  const auto size = static_cast<std::int32_t>(text.size());
  UChar32 c = 0;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"  // inside ICU's macro
  U8_NEXT_OR_FFFD(text.data(), i, size, c);
#pragma GCC diagnostic pop
  at = static_cast<std::size_t>(i);
  return static_cast<char32_t>(c);
}

std::size_t count_code_points(std::string_view text) {
  std::size_t n = 0;
  for (std::size_t at = 0; at < text.size(); ++n) {
    if (is_foreign(text[at])) {
      next_code_point(text, at);
    } else {
      ++at;
    }
  }
  return n;
}

std::string printable(std::string_view text) {
  if (is_plain_text(text)) return std::string(text);
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto begin = at;
    next_code_point(text, at);
    const auto one = text.substr(begin, at - begin);
    out += is_plain_text(one) ? one : std::string_view("\uFFFD");
  }
  return out;
}

std::size_t plain_bytes(std::string_view text) {
  const auto* const foreign = std::find_if(text.begin(), text.end(), is_foreign);  // most have none
  for (auto at = static_cast<std::size_t>(foreign - text.begin()); at < text.size();) {
    const auto begin = at;
    const char32_t c = next_code_point(text, at);
    const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0);
    const bool invisible = c == 0xAD || c == 0x61C || (c >= 0x200B && c <= 0x200F) ||
                           (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F);
    if (control || invisible || c == 0xFEFF || c == 0xFFFD) return begin;
  }
  return text.size();
}

bool is_plain_text(std::string_view text) {
  return plain_bytes(text) == text.size();
}

}  // namespace nest
