#pragma once
// The cells of a report as people read them, in the report's language; every writer for people uses
// these. Not here: what may be shown (core/usage/release.h).
#include <string>

#include "core/i18n/catalog.h"
#include "core/usage/report.h"

namespace nest::store {

std::string message_text(const Message& message, const Catalog& words);

/// One cell: "17", "<5", "71 % (50–86 %), n = 24", "≥ 85 %, n = 20".
std::string cell_text(const Cell& cell, const Catalog& words);

/// A share of a chart, without n: "71 % (50–86 %)", "≥ 85 %".
std::string point_text(const ChartPoint& point, const Catalog& words);

/// "0,05" in Polish, "0.05" in English.
std::string decimal_text(double value, int decimals, const Catalog& words);

/// Words stand at the left of their column, figures at the right.
bool is_words(const Cell& cell);

/// In whole percent, or points: 0.542 is 54.
long percent(double share);
/// "54 %", in Polish "54%".
std::string percent_text(double share, const Catalog& words);

}  // namespace nest::store
