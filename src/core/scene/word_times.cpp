#include "core/scene/word_times.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

namespace nest {
namespace {

constexpr std::string_view kMark = "\xEF\xBB\xBF";  // some editors begin a file with it

std::string_view next_line(std::string_view& rest) {
  const auto end = std::min(rest.find('\n'), rest.size());
  const auto line = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return line;
}

/// The seconds with which a line begins.
std::optional<double> seconds_of(std::string_view line) {
  std::string number(line.substr(0, line.find_first_of(" \t\r")));
  std::replace(number.begin(), number.end(), ',', '.');
  double value = 0;
  const auto* end = number.data() + number.size();
  const auto read = std::from_chars(number.data(), end, value);
  if (read.ec != std::errc() || read.ptr != end || !std::isfinite(value) || value < 0) {
    return std::nullopt;
  }
  return value;
}

}  // namespace

std::string words_file(const std::string& recording) {
  const auto dot = recording.rfind('.');
  const bool ending = dot != std::string::npos && recording.find('/', dot) == std::string::npos;
  return ending ? recording.substr(0, dot) + std::string(kWordsEnding) : std::string();
}

TimedWords timed_words(std::string_view file, const std::string& text, Millis length) {
  const TimedWords estimated{stretched(text, length), "", 0};
  const auto fault = [&](std::string what, std::size_t line) {
    auto out = estimated;
    out.fault = std::move(what);
    out.line = line;
    return out;
  };
  auto out = estimated;
  auto& words = out.spoken.words;
  std::size_t n = 0, number = 0;
  if (file.substr(0, kMark.size()) == kMark) file.remove_prefix(kMark.size());
  while (!file.empty()) {
    const auto line = next_line(file);
    ++number;
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    const auto seconds = seconds_of(line);
    if (!seconds) return fault("this line does not begin with seconds.", number);
    const auto at = std::min(*seconds * 1000, 1e9);
    const Millis start(std::lround(at));
    if (start >= length) return fault("the recording has ended before this word begins.", number);
    if (n > 0 && n <= words.size() && start <= words[n - 1].start) {
      return fault("this word begins before the one above it.", number);
    }
    if (n < words.size()) words[n].start = start;
    ++n;
  }
  if (n == words.size()) return out;
  return fault(fmt::format("the sentence has {} words, and here are {} times.", words.size(), n),
               0);
}

}  // namespace nest
