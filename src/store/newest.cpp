#include "store/newest.h"

#include <algorithm>
#include <compare>

namespace nest::store {
namespace {

std::strong_ordering compare_keys(const TableShape& table, const TallyRow& a, const TallyRow& b) {
  for (std::size_t i = 0; i < table.keys.size(); ++i) {
    const auto order = a[i] <=> b[i];
    if (order != std::strong_ordering::equal) return order;
  }
  return std::strong_ordering::equal;
}

const SqlValue& revision(const TallyRow& row) {
  return row[row.size() - 2];
}

}  // namespace

bool key_before(const TableShape& table, const TallyRow& a, const TallyRow& b) {
  return compare_keys(table, a, b) == std::strong_ordering::less;
}

bool is_in_order(const TableShape& table, const std::vector<TallyRow>& rows) {
  const auto wrong = [&](const TallyRow& a, const TallyRow& b) { return !key_before(table, a, b); };
  return std::adjacent_find(rows.begin(), rows.end(), wrong) == rows.end();
}

bool wins(const TableShape& table, const TallyRow& a, const TallyRow& b) {
  if (revision(a) != revision(b)) return revision(a) > revision(b);
  if (a.back() != b.back()) return a.back() > b.back();
  const auto values = static_cast<std::ptrdiff_t>(table.keys.size());
  return std::lexicographical_compare(b.begin() + values, b.end(), a.begin() + values, a.end());
}

std::vector<TallyRow> newest(const TableShape& table, std::vector<TallyRow> rows,
                             const std::function<void(const TallyRow&)>& doubted) {
  if (is_in_order(table, rows)) return rows;  // nearly always: one copy of one run
  std::sort(rows.begin(), rows.end(), [&](const TallyRow& a, const TallyRow& b) {
    const auto order = compare_keys(table, a, b);
    if (order != std::strong_ordering::equal) return order == std::strong_ordering::less;
    return wins(table, a, b);
  });
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
  std::vector<TallyRow> winners;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (winners.empty() || key_before(table, winners.back(), rows[i])) {
      const bool rival = i + 1 < rows.size() && !key_before(table, rows[i], rows[i + 1]) &&
                         revision(rows[i]) == revision(rows[i + 1]);
      if (rival) doubted(rows[i]);
      winners.push_back(std::move(rows[i]));
    }
  }
  return winners;
}

}  // namespace nest::store
