#pragma once
// What reports and the adult's screen say, as rows of the program; and which cells they keep back.
// Modelled: counts, "fewer than five", shares, means (exact, as JSON has them), what is only told
// to be at least or at most something, bars, dots of the map of questions, the number of visits,
// and the rounded percents of the adult's screen. An attacker knows the rules, so a coded mean
// means fewer than five answers. Not modelled: discrimination and weights of questions (not
// linear), lines and dots that repeat a table. Not attacked: the sums of all answers of a phase,
// which are kept for their parts only.
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "attacker/knowledge.h"
#include "core/adult/facts.h"
#include "core/usage/report.h"

namespace nest::attacker {

/// A cell that is kept back, or was only told roughly, and how many values it must have left.
struct Target {
  Sum sum;
  std::int64_t values = 0;
};

class Reading {
 public:
  explicit Reading(Knowledge& known) : known_(known) {}
  void read(const Report& report);
  void read(const std::vector<EarlierWorkshop>& workshops);

  const std::map<std::string, Target>& targets() const { return targets_; }
  /// Cells that say something else than the figures: another report told them otherwise, so the
  /// difference tells what changed.
  const std::vector<std::string>& contradictions() const { return contradictions_; }

 private:
  void read(const Table& table);
  void read(const Chart& chart);
  void read(const BarChart& chart, bool ages);
  void read_phases(const BarChart& chart);
  void read_map(const std::string& pack, const DotChart& chart);
  void dot(const std::string& name, const ChartPoint& point);
  void cell(const std::string& name, const Cell& cell, const Sum& part, const Sum& whole = {},
            int length = 0);
  void believe(const std::string& name, const Sum& sum, double low, double high);
  void attack(const std::string& name, const Sum& sum, std::int64_t values);
  void row(const Table& table, const std::vector<Cell>& cells, std::size_t at);
  void lines_row(const Table& table, const std::vector<Cell>& cells, std::size_t at);
  void activity_row(const std::vector<Cell>& cells);
  void item_row(const std::string& phase, const std::vector<Cell>& cells);
  void quality_row(const std::string& phase, const std::vector<Cell>& cells);
  void phase_row(const Cell& label, std::optional<std::int64_t> n);
  void room_row(const std::vector<Cell>& cells);
  void room_gain_row(const std::vector<Cell>& cells);
  void goal_row(const std::vector<Cell>& cells);
  void gain_row(const std::vector<Cell>& cells);
  void unpaired_row(const std::vector<Cell>& cells);
  void totals_row(const std::vector<Cell>& cells, std::size_t at);
  const Room& room(const std::string& day) const;

  Knowledge& known_;
  std::map<std::string, Target> targets_;
  std::vector<std::string> contradictions_;
};

}  // namespace nest::attacker
