#pragma once
// A table of a report for spreadsheets: a cell that holds several figures (a share with its
// interval and n) becomes several cells under headers of their own, so that each can be worked
// with. Figures stay figures. Not here: files (report_csv.h, report_xlsx.h).
#include <string>
#include <variant>
#include <vector>

#include "core/i18n/catalog.h"
#include "core/usage/report.h"

namespace nest::store {

/// A figure and how it is shown; percents and points are kept as such: 54.2, not 0.542.
struct FlatNumber {
  double value = 0;
  int decimals = 0;
};
/// Empty, words, or a figure.
using FlatCell = std::variant<std::monostate, std::string, FlatNumber>;

struct FlatTable {
  std::string id, title;
  std::vector<std::string> columns;
  std::vector<std::vector<FlatCell>> rows;  ///< each as long as `columns`
};

FlatTable flat_table(const Table& table, const Catalog& words);

}  // namespace nest::store
