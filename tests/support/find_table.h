#pragma once
// One table of a report, by its id.
#include <string>

#include "core/usage/report.h"

namespace nest::test {

/// None: the report has no such table.
inline const Table* find_table(const Report& report, const std::string& id) {
  for (const auto& section : report.sections) {
    for (const auto& table : section.tables) {
      if (table.id == id) return &table;
    }
  }
  return nullptr;
}

}  // namespace nest::test
