#pragma once
// One code point at a time, through ICU.
#include <cstddef>
#include <string>
#include <string_view>

namespace nest {

/// The code point at byte `at`, which moves behind it; U+FFFD for broken bytes. `at` < text.size().
char32_t next_code_point(std::string_view text, std::size_t& at);

std::size_t count_code_points(std::string_view text);

/// The text with what is_plain_text refuses shown as U+FFFD, for messages that quote a file.
std::string printable(std::string_view text);

/// How many bytes stand before the first code point that is_plain_text refuses.
std::size_t plain_bytes(std::string_view text);

/// Strict UTF-8 without control, direction or zero-width characters: safe on a terminal.
bool is_plain_text(std::string_view text);

}  // namespace nest
