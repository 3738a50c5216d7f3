#include "store/tally_rows.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/base/utf8.h"

namespace nest::store {
namespace {

constexpr std::size_t kLongestName = 200;
constexpr std::size_t kMostNamed = 1000;

/// Words that we wrote ourselves: short, UTF-8, nothing that moves a cursor.
bool is_plain(const std::string& text) {
  return text.size() <= kLongestName && is_plain_text(text);
}

bool is_word(const SqlValue& value) {
  const auto* const text = std::get_if<std::string>(&value);
  return text && is_plain(*text);
}

bool is_count(const SqlValue& value) {
  const auto* const n = std::get_if<std::int64_t>(&value);
  return n && *n >= 0 && *n <= kLargestCount;
}

bool is_day(const SqlValue& value) {
  const auto* const text = std::get_if<std::string>(&value);
  if (!text) return std::holds_alternative<std::monostate>(value);
  constexpr std::string_view kShape = "dddd-dd-dd";
  return std::equal(text->begin(), text->end(), kShape.begin(), kShape.end(),
                    [](char c, char s) { return s == 'd' ? c >= '0' && c <= '9' : c == s; });
}

bool is_at_most(const SqlValue& value, std::int64_t most) {
  return is_count(value) && std::get<std::int64_t>(value) <= most;
}

/// A form has at most so many questions (the pack reader sees to it that they are far fewer).
constexpr std::int64_t kMostQuestions = 1000;

bool is_one_of(const SqlValue& value, std::initializer_list<std::string_view> words) {
  const auto* const text = std::get_if<std::string>(&value);
  return text && std::find(words.begin(), words.end(), *text) != words.end();
}

bool is_allowed(std::string_view column, const SqlValue& value, bool counts) {
  if (column == "day") return is_day(value);
  if (column == "bucket") return is_at_most(value, 4);
  if (column == "phase") return is_one_of(value, {"practice", "before", "after"});
  if (column == "closed") return is_at_most(value, 1);
  if (column == "out_of" || column == "score") return is_at_most(value, kMostQuestions);
  if (column == "form") return is_one_of(value, {"A", "B"});
  if (column == "form_order") return is_one_of(value, {"AB", "BA"});
  return counts ? is_count(value) : is_word(value);
}

bool is_allowed(const TableShape& table, std::span<const SqlValue> row) {
  std::size_t at = 0;
  for (const auto key : table.keys) {
    if (!is_allowed(key, row[at++], false)) return false;
  }
  const bool counts = table.table != TallyTable::run;
  for (const auto value : table.values) {
    if (!is_allowed(value, row[at++], counts)) return false;
  }
  return is_count(row[at]);  // the revision
}

}  // namespace

std::optional<std::string_view> fault_of(const TableShape& table, std::span<const SqlValue> row) {
  if (!is_sound(table, row)) return "damaged";
  if (!is_allowed(table, row)) return "holds a value that no kiosk writes";
  return std::nullopt;
}

std::string row_name(const TableShape& table, std::span<const SqlValue> row) {
  std::string name(table.name);
  for (std::size_t i = 0; i < table.keys.size(); ++i) {
    name += i == 0 ? " (" : ", ";
    if (const auto* const text = std::get_if<std::string>(&row[i])) {
      name += is_plain(*text) ? *text : "?";
    } else {
      const auto* const number = std::get_if<std::int64_t>(&row[i]);
      name += number ? std::to_string(*number) : "?";
    }
  }
  return name + ")";
}

void LeftOut::name(std::string what) {
  if (++all_ <= kMostNamed) names_.push_back(std::move(what));
}

void LeftOut::append(LeftOut other) {
  for (auto& what : other.names_) name(std::move(what));
  all_ += other.all_ - other.names_.size();
}

std::vector<std::string> LeftOut::take() && {
  if (all_ > kMostNamed) names_.push_back(fmt::format("and {} more", all_ - kMostNamed));
  return std::move(names_);
}

}  // namespace nest::store
