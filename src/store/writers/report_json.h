#pragma once
// A report as JSON for programs: ids and figures, with the words beside them.
// Cells: "text", {"n": 12}, {"below": 5}, {"hidden": true},
// {"part": 17, "whole": 24, "low": 0.51, "high": 0.85}, {"mean": 0.54, "low", "high", "n"},
// {"gain": 0.17, "low", "high", "n"}, {"at_least": 0.85, "n"}, {"at_most": 0.15, "n"},
// {"value": 0.8}, {"p": 0.03}. Charts show nothing that the tables do not, so they are not here.
#include <string>
#include <vector>

#include "core/i18n/catalog.h"
#include "core/usage/report.h"

namespace nest::store {

/// `left_out`: the names of damaged rows, as the reader gave them.
std::string report_json(const Report& report, const std::vector<std::string>& left_out,
                        const Catalog& words);

}  // namespace nest::store
