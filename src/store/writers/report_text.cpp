#include "store/writers/report_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/base/utf8.h"
#include "store/writers/cell_text.h"

namespace nest::store {
namespace {

constexpr std::string_view kGap = "  ";

std::string padded(const std::string& text, std::size_t width, bool left) {
  const std::string space(width - std::min(width, count_code_points(text)), ' ');
  return left ? text + space : space + text;
}

std::string rule(const std::string& under, char with) {
  return std::string(count_code_points(under), with);
}

void trim_end(std::string& line) {
  line.erase(line.find_last_not_of(' ') + 1);
}

using Grid = std::vector<std::vector<std::string>>;

Grid grid_of(const Table& table, const Catalog& words) {
  Grid grid(1);
  for (const auto& column : table.columns) grid[0].push_back(message_text(column, words));
  for (const auto& row : table.rows) {
    auto& line = grid.emplace_back();
    for (const auto& cell : row) line.push_back(cell_text(cell, words));
  }
  return grid;
}

std::string table_text(const Table& table, const Catalog& words) {
  const auto title = message_text(table.title, words);
  std::string out = fmt::format("{}\n{}\n", title, rule(title, '-'));
  if (table.rows.empty()) return out + words.text("report.nothing") + "\n";
  const Grid grid = grid_of(table, words);
  for (const auto& line : grid) {
    std::string written;
    for (std::size_t i = 0; i < line.size(); ++i) {
      std::size_t width = 0;
      for (const auto& other : grid) width = std::max(width, count_code_points(other[i]));
      if (i > 0) written += kGap;
      written += padded(line[i], width, is_words(table.rows[0][i]));
    }
    trim_end(written);
    out += written + "\n";
  }
  return out;
}

}  // namespace

std::string report_text(const Report& report, const Catalog& words) {
  std::string out;
  for (const auto& headline : report.headlines) {
    out += fmt::format("{}: {}\n", cell_text(headline.topic, words),
                       message_text(headline.sentence, words));
  }
  for (const auto& note : report.notes) out += message_text(note, words) + "\n";
  for (const auto& section : report.sections) {
    const auto title = message_text(section.title, words);
    out += fmt::format("{}{}\n{}\n", out.empty() ? "" : "\n", title, rule(title, '='));
    for (const auto& note : section.notes) out += message_text(note, words) + "\n";
    for (const auto& table : section.tables) out += "\n" + table_text(table, words);
  }
  return out;
}

}  // namespace nest::store
