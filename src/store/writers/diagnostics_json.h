#pragma once
// Findings for tools: a JSON array of objects with file, line, column, pointer, rule, severity,
// message, advice. Line and column are 0 where the file as a whole is meant.
#include <string>

#include "core/base/diagnostic.h"

namespace nest::store {

std::string diagnostics_json(const Diagnostics& diagnostics);

}  // namespace nest::store
