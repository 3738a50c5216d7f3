#include "store/writers/flat_table.h"

#include <algorithm>

#include "core/base/overloaded.h"
#include "store/writers/cell_text.h"

namespace nest::store {
namespace {

/// A figure, its interval and n.
struct Spread {
  FlatCell value, low, high, n;
};

FlatCell percents(double share) {
  return FlatNumber{share * 100, 1};
}
FlatCell whole(std::int64_t n) {
  return FlatNumber{static_cast<double>(n), 0};
}

Spread spread(double value, const Interval& interval, std::int64_t n) {
  return {percents(value), percents(interval.low), percents(interval.high), whole(n)};
}

bool is_spread(const Cell& cell) {
  return std::holds_alternative<Share>(cell) || std::holds_alternative<Mean>(cell) ||
         std::holds_alternative<Gain>(cell) || std::holds_alternative<Beyond>(cell);
}

/// What has no interval stands as words, with its n where it has one.
Spread spread(const Cell& cell, const Catalog& words) {
  if (const auto* const share = std::get_if<Share>(&cell)) {
    if (share->whole == 0) return {std::string("–"), {}, {}, whole(0)};
    return spread(static_cast<double>(share->part) / static_cast<double>(share->whole),
                  share->interval, share->whole);
  }
  if (const auto* const mean = std::get_if<Mean>(&cell)) {
    return spread(mean->value, mean->interval, mean->n);
  }
  if (const auto* const gain = std::get_if<Gain>(&cell)) {
    return spread(gain->value, gain->interval, gain->n);
  }
  if (const auto* const beyond = std::get_if<Beyond>(&cell)) {
    return {point_text(*chart_point(cell), words), {}, {}, whole(beyond->n)};
  }
  return {cell_text(cell, words), {}, {}, {}};
}

FlatCell single(const Cell& cell, const Catalog& words) {
  constexpr int kDecimalsOfP = 4;
  if (const auto* const count = std::get_if<Count>(&cell)) return whole(count->n);
  if (const auto* const figure = std::get_if<Figure>(&cell)) {
    return FlatNumber{figure->value, figure->decimals};
  }
  if (const auto* const p = std::get_if<PValue>(&cell)) return FlatNumber{p->value, kDecimalsOfP};
  return cell_text(cell, words);
}

}  // namespace

FlatTable flat_table(const Table& table, const Catalog& words) {
  FlatTable flat{table.id, message_text(table.title, words), {}, {}};
  flat.rows.resize(table.rows.size());
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const auto title = message_text(table.columns[i], words);
    const bool several = std::any_of(table.rows.begin(), table.rows.end(),
                                     [&](const auto& row) { return is_spread(row[i]); });
    flat.columns.push_back(title);
    if (several) {
      for (const auto* const key : {"report.flat.low", "report.flat.high", "report.flat.n"}) {
        flat.columns.push_back(title + ": " + words.text(key));
      }
    }
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
      auto& row = flat.rows[r];
      if (!several) {
        row.push_back(single(table.rows[r][i], words));
        continue;
      }
      auto [value, low, high, n] = spread(table.rows[r][i], words);
      for (auto* const cell : {&value, &low, &high, &n}) row.push_back(std::move(*cell));
    }
  }
  return flat;
}

}  // namespace nest::store
