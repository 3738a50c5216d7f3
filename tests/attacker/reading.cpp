#include "attacker/reading.h"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <limits>
#include <stdexcept>

#include "attacker/knowledge_rounds.h"
#include "core/usage/release.h"

namespace nest::attacker {
namespace {

const std::string& text(const Cell& cell) {
  return std::get<Literal>(cell).text;
}

std::string behind(const std::string& id, const std::string& prefix) {
  return id.rfind(prefix, 0) == 0 ? id.substr(prefix.size()) : std::string();
}

}  // namespace

void Reading::believe(const std::string& name, const Sum& sum, double low, double high) {
  if (!known_.program.believe(sum, low, high)) contradictions_.push_back(name);
}

void Reading::attack(const std::string& name, const Sum& sum, std::int64_t values) {
  const auto [found, added] = targets_.try_emplace(name, Target{sum, values});
  if (!added) found->second.values = std::min(found->second.values, values);
}

/// `length`: of a form, where the cell is a mean of scores.
void Reading::cell(const std::string& name, const Cell& cell, const Sum& part, const Sum& whole,
                   int length) {
  const auto exactly = [&](const Sum& sum, double value) { believe(name, sum, value, value); };
  if (const auto* const count = std::get_if<Count>(&cell)) {
    exactly(part, static_cast<double>(count->n));
  } else if (const auto* const fewer = std::get_if<FewerThan>(&cell)) {
    believe(name, part, 0, static_cast<double>(fewer->limit - 1));
    attack(name, part, kSmallestCell);
  } else if (std::holds_alternative<Withheld>(cell)) {
    attack(name, part, kSmallestCell);
  } else if (const auto* const share = std::get_if<Share>(&cell)) {
    exactly(part, static_cast<double>(share->part));
    exactly(whole, static_cast<double>(share->whole));
  } else if (const auto* const mean = std::get_if<Mean>(&cell)) {
    exactly(whole, static_cast<double>(mean->n));
    exactly(part, std::round(mean->value * static_cast<double>(mean->n * length)));
  } else if (const auto* const beyond = std::get_if<Beyond>(&cell)) {
    const auto n = static_cast<double>(beyond->n * std::max(1, length));
    const double few = length > 0      ? static_cast<double>(kSmallestCell - 1)
                       : beyond->above ? std::floor(n - beyond->share * n + 1e-6)
                                       : std::floor(beyond->share * n + 1e-6);
    exactly(whole, static_cast<double>(beyond->n));
    if (beyond->above) believe(name, part, n - few, kInfinite);
    if (!beyond->above) believe(name, part, 0, few);
    attack(name, part, kSmallestCell);
  }
}

const Room& Reading::room(const std::string& day) const {
  for (const auto& room : known_.rooms) {
    if (room.day == day) return room;
  }
  throw std::logic_error("no room on " + day);
}

void Reading::lines_row(const Table& table, const std::vector<Cell>& cells, std::size_t at) {
  const auto name = fmt::format("{}/{}", table.id, at);
  const auto part = known_.at(name);
  cell(name, cells[1], part);
  // Where the lines are more than their whole, the share is left out, not kept back.
  if (std::holds_alternative<Share>(cells[2]))
    cell(name, cells[2], part, known_.at(table.id + "/whole"));
}

void Reading::activity_row(const std::vector<Cell>& cells) {
  const auto name = fmt::format("activity/{}/{}/", text(cells[0]), text(cells[1]));
  std::size_t column = 2;
  for (const auto* const what : {"started", "completed", "abandoned", "helped"}) {
    cell(name + what, cells[column++], known_.at(name + what));
  }
  cell(name + "completed", cells[6], known_.at(name + "completed"), known_.at(name + "started"));
}

void Reading::item_row(const std::string& phase, const std::vector<Cell>& cells) {
  const auto name = item_name({phase, text(cells[0]), text(cells[1])});
  const auto correct = known_.at(name + "correct");
  cell(name + "shown", cells[2], known_.at(name + "shown"));
  cell(name + "answered", cells[3], known_.at(name + "answered"));
  cell(name + "correct", cells[4], correct);
  cell(name + "correct", cells[5], correct, known_.at(name + "answered"));
  cell(name + "hints", cells[6], known_.at(name + "hints"));
}

void Reading::quality_row(const std::string& phase, const std::vector<Cell>& cells) {
  const auto name = item_name({phase, text(cells[0]), text(cells[2])});
  const auto answered = known_.at(name + "answered");
  cell(name + "correct", cells[3], known_.at(name + "correct"), answered);
  cell(name + "fast", cells[7], known_.at(name + "fast"), answered);
}

void Reading::phase_row(const Cell& label, std::optional<std::int64_t> n) {
  if (!n) return;
  const auto& key = std::get<Message>(label).key;
  const auto phase = key.substr(key.rfind('.') + 1);
  Sum sum;
  for (const auto& name : known_.program.named("/answered")) {
    if (name.rfind(phase + "/", 0) == 0) sum = sum + known_.at(name);
  }
  believe("phase/" + phase, sum, static_cast<double>(*n), static_cast<double>(*n));
}

void Reading::room_row(const std::vector<Cell>& cells) {
  const auto& here = room(text(cells[0]));
  std::size_t column = 5;
  for (const std::string what : {"before", "after", "pairs"}) {
    const auto& shown = cells[column++];
    // The mode tells these zeros.
    const bool told = here.mode == "play" || (what == "pairs" && here.mode == "unpaired");
    if (told && std::holds_alternative<Withheld>(shown)) continue;
    cell(fmt::format("room/{}/{}", here.day, what), shown, known_.of_room(here, what));
  }
}

void Reading::room_gain_row(const std::vector<Cell>& cells) {
  const auto& here = room(text(cells[0]));
  const int length = known_.length_of(here.pack);
  const auto pairs = known_.of_room(here, "pairs");
  cell("room/" + here.day + "/x", cells[3], known_.of_room(here, "x"), pairs, length);
  cell("room/" + here.day + "/y", cells[4], known_.of_room(here, "y"), pairs, length);
}

void Reading::goal_row(const std::vector<Cell>& cells) {
  const auto name = "goal/" + text(cells[1]) + "/";
  const auto of = [&](const char* what) { return known_.at(name + what); };
  const auto pairs = known_.of_topic(text(cells[0]), "pairs", "paired");
  cell(name + "before", cells[2], of("right-wrong") + of("right-right"), pairs);
  cell(name + "after", cells[3], of("wrong-right") + of("right-right"), pairs);
  if (cells.size() < 8) return;
  cell(name + "wrong-right", cells[4], of("wrong-right"));
  cell(name + "right-wrong", cells[5], of("right-wrong"));
}

void Reading::gain_row(const std::vector<Cell>& cells) {
  const auto& pack = text(cells[0]);
  const auto pairs = known_.of_topic(pack, "pairs", "paired");
  const int length = known_.length_of(pack);
  cell("topic/" + pack + "/pairs", cells[1], pairs);
  cell("topic/" + pack + "/x", cells[2], known_.of_topic(pack, "x", "paired"), pairs, length);
  cell("topic/" + pack + "/y", cells[3], known_.of_topic(pack, "y", "paired"), pairs, length);
}

void Reading::unpaired_row(const std::vector<Cell>& cells) {
  const auto& pack = text(cells[0]);
  std::size_t column = 1;
  for (const std::string round : {"before", "after"}) {
    const auto name = fmt::format("unpaired/{}/{}", pack, round);
    const auto& shown = cells[column++];
    const auto children = known_.of_topic(pack, round, "unpaired");
    if (known_.program.truth(children) == 0) continue;  // a mean of nobody keeps nothing
    cell(name, shown, known_.at(name), children, known_.length_of(pack));
  }
}

void Reading::totals_row(const std::vector<Cell>& cells, std::size_t at) {
  if (at == 0) return cell("totals/visits", cells[1], known_.at("visits.ends/whole"));
  Sum sum;
  const std::string what = at == 1 ? "started" : "answered";
  for (const auto& name : known_.program.named("/" + what)) sum = sum + known_.at(name);
  cell("totals/" + what, cells[1], sum);
}

void Reading::row(const Table& table, const std::vector<Cell>& cells, std::size_t at) {
  if (table.id == "workshops") return room_row(cells);
  if (table.id == "workshops.gain") return room_gain_row(cells);
  if (table.id == "learning.goals") return goal_row(cells);
  if (table.id == "learning.gain") return gain_row(cells);
  if (table.id == "learning.unpaired") return unpaired_row(cells);
  if (table.id == "totals") return totals_row(cells, at);
  if (table.id == "activities") return activity_row(cells);
  if (table.id == "workshops.cards") {
    const std::string name = std::array{"card/taken", "card/unknown", "card/half-way"}.at(at);
    return cell(name, cells[1], known_.at(name));
  }
  if (table.id == "visits.phases") {
    const auto* const count = std::get_if<Count>(&cells[1]);
    return phase_row(cells[0], count ? std::optional(count->n) : std::nullopt);
  }
  if (const auto phase = behind(table.id, "items.quality."); !phase.empty()) {
    return quality_row(phase, cells);
  }
  if (const auto phase = behind(table.id, "items."); !phase.empty()) return item_row(phase, cells);
  if (!behind(table.id, "visits.").empty()) return lines_row(table, cells, at);
  throw std::logic_error("a table that nobody attacks: " + table.id);
}

/// A title of the interface stands for an option "unknown"; else the id itself.
void Reading::read(const Table& table) {
  const auto phase = behind(table.id, "options.");
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    const auto& cells = table.rows[i];
    if (phase.empty()) {
      row(table, cells, i);
      continue;
    }
    const auto* const word = std::get_if<Message>(&cells[1]);
    const auto& item = text(cells[0]);
    const auto name = item_name({phase, item.substr(0, item.find('-')), item}) + "option/" +
                      (word ? behind(word->key, "report.option.") : text(cells[1]));
    cell(name, cells[2], known_.at(name));
  }
}

void Reading::read(const BarChart& chart, bool ages) {
  for (const auto& bar : chart.bars) {
    Sum sum;
    std::string label = "topic/";
    if (!ages) {
      label += text(bar.label);
      sum = known_.of_topic(text(bar.label), "pairs", {});
    } else {
      label = behind(std::get<Message>(bar.label).key, "report.age.");
      for (const auto& room : known_.rooms) {
        if (!room.pack.empty() && (room.ages.front() | 0x20) == label.front()) {
          sum = sum + known_.of_room(room, "pairs");
        }
      }
    }
    believe("bar/" + label, sum, static_cast<double>(bar.n), static_cast<double>(bar.n));
  }
}

void Reading::read_phases(const BarChart& chart) {
  for (const auto& bar : chart.bars) phase_row(bar.label, bar.n);
}

/// A share without its whole, but the whole stands in a table, or is told by the bound.
void Reading::dot(const std::string& name, const ChartPoint& point) {
  constexpr double kTiny = 1e-3;
  const auto correct = known_.at(name + "correct");
  const auto answered = known_.at(name + "answered");
  const auto beside = correct - point.value * answered;
  if (!point.at_least && !point.at_most) return believe(name + "dot", beside, -kTiny, kTiny);
  if (point.at_least) believe(name + "dot", beside, -kTiny, kInfinite);
  if (point.at_most) believe(name + "dot", beside, -kInfinite, kTiny);
  attack(name + "correct", correct, kSmallestCell);
  // Nearer to the middle than the rule's bound: the share of four children.
  const double far = point.at_least ? 1 - point.value : point.value;
  if (far < 0.15 + kTiny) return;
  const double n = std::round(static_cast<double>(kSmallestCell - 1) / far);
  believe(name + "dot", answered, n, n);
}

void Reading::read_map(const std::string& pack, const DotChart& chart) {
  for (const auto& row : chart.rows) {
    const auto& item = text(row.label);
    if (row.before) dot(item_name({"before", pack, item}), *row.before);
    if (row.after) dot(item_name({"after", pack, item}), *row.after);
  }
}

void Reading::read(const Chart& chart) {
  if (const auto* const bars = std::get_if<BarChart>(&chart.drawing)) {
    if (chart.id == "visits.phases") return read_phases(*bars);
    read(*bars, chart.id == "workshops.ages");
  }
  const auto* const dots = std::get_if<DotChart>(&chart.drawing);
  if (const auto pack = behind(chart.id, "items.map."); dots && !pack.empty()) {
    read_map(pack, *dots);
  }
}

void Reading::read(const Report& report) {
  for (const auto& section : report.sections) {
    for (const auto& note : section.notes) {
      if (note.key != "report.visits.count") continue;
      const auto n = static_cast<double>(note.numbers.at(0).second);
      believe("visits", known_.at("visits.ends/whole"), n, n);
    }
    for (const auto& table : section.tables) read(table);
    for (const auto& chart : section.charts) {
      read(chart);
    }
  }
}

void Reading::read(const std::vector<EarlierWorkshop>& workshops) {
  for (const auto& workshop : workshops) {
    if (!workshop.result) continue;
    const auto name = "run/" + workshop.id + "/";
    const auto n = static_cast<double>(workshop.result->children);
    believe(name + "pairs", known_.at(name + "pairs"), n, n);
    const double one = n * known_.length_of(workshop.topic.str()) / 100;
    const auto rounded = [&](const char* what, int percent) {
      believe(name + what, known_.at(name + what), (percent - 0.5) * one, (percent + 0.5) * one);
    };
    rounded("x", workshop.result->before);
    rounded("y", workshop.result->after);
  }
}

}  // namespace nest::attacker
