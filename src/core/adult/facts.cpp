#include "core/adult/facts.h"

#include <fmt/format.h>

#include <charconv>

namespace nest {

std::string iso(const Day& day) {
  return fmt::format("{:04}-{:02}-{:02}", day.year, day.month, day.day);
}

std::optional<Day> day_of(std::string_view iso) {
  constexpr std::size_t kLength = 10;
  if (iso.size() != kLength || iso[4] != '-' || iso[7] != '-') return std::nullopt;
  const auto number = [&](std::size_t at, std::size_t size, int& out) {
    const char* const end = iso.data() + at + size;
    return std::from_chars(iso.data() + at, end, out).ptr == end && out >= 0;
  };
  Day day;
  const bool read = number(0, 4, day.year) && number(5, 2, day.month) && number(8, 2, day.day);
  const bool sane = day.month >= 1 && day.month <= 12 && day.day >= 1 && day.day <= 31;
  return read && sane ? std::optional(day) : std::nullopt;
}

}  // namespace nest
