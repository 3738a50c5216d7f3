#include "attacker/knowledge.h"

#include <fmt/format.h>

#include <array>
#include <numeric>
#include <stdexcept>

#include "attacker/knowledge_rounds.h"

namespace nest::attacker {
namespace {

/// Lines of a table whose whole may be larger than their sum.
void know_lines(Knowledge& known, const std::string& table, const std::vector<std::int64_t>& lines,
                std::int64_t whole) {
  auto& program = known.program;
  Sum missing = program.define(table + "/whole", whole);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    missing = missing - program.define(fmt::format("{}/{}", table, i), lines[i]);
  }
  const auto sum = std::accumulate(lines.begin(), lines.end(), std::int64_t{0});
  program.identity(missing - program.define(table + "/rest", whole - sum));
  known.sensitive.push_back(table + "/rest");
}

std::vector<std::int64_t> uses(const Figures& figures, const std::string& prefix) {
  std::vector<std::int64_t> out;
  for (const auto& [what, n] : figures.uses) {
    if (what.rfind(prefix, 0) == 0) out.push_back(n);
  }
  return out;
}

void know_visits(Knowledge& known, const Figures& figures) {
  const auto use = [&](const char* what) { return figures.use(what); };
  auto& program = known.program;
  know_lines(known, "visits.ends", {use("end/farewell"), use("end/home"), use("end/idle")},
             figures.visits());
  know_lines(known, "visits.ages", {use("age/a"), use("age/b"), use("age/c")}, figures.visits());
  program.identity(program.at("visits.ends/whole") - program.at("visits.ages/whole"));
  const std::vector again{use("again/yes"), use("again/maybe"), use("again/no")};
  for (const auto& [table, lines] :
       {std::pair("visits.again", again), std::pair("visits.languages", uses(figures, "language/")),
        std::pair("visits.favourites", uses(figures, "favourite/"))}) {
    know_lines(known, table, lines, std::accumulate(lines.begin(), lines.end(), std::int64_t{0}));
    program.identity(program.at(table + std::string("/rest")));  // the whole is the sum here
  }
  for (const auto* const card : {"card/taken", "card/unknown", "card/half-way"}) {
    program.define(card, figures.use(card));
  }
}

void know_activities(Knowledge& known, const Figures& figures) {
  auto& program = known.program;
  for (const auto& [key, counts] : figures.activities) {
    const auto name = fmt::format("activity/{}/{}/", key.pack, key.activity);
    const auto [started, completed, abandoned, helped] = counts;
    const auto done = program.define(name + "completed", completed);
    program.identity(program.define(name + "started", started) - done -
                     program.define(name + "abandoned", abandoned) -
                     program.define(name + "open", started - completed - abandoned));
    program.identity(done - program.define(name + "helped", helped) -
                     program.define(name + "unaided", completed - helped));
    for (const auto* const what : {"abandoned", "open", "unaided"}) {
      known.sensitive.push_back(name + what);
    }
  }
}

/// Options, right answers and the rest of one question; `all`: the answers that it has. A list
/// shows those that somebody chose, but it is shown only beside an exact share, or not at all.
void know_item(Knowledge& known, const Figures& figures, const ItemKey& key,
               const std::vector<std::string>& all) {
  auto& program = known.program;
  const auto name = item_name(key);
  const auto& counts = figures.items.at(key);
  const auto answered = program.define(name + "answered", counts[1]);
  const auto correct = program.define(name + "correct", counts[2]);
  program.define(name + "hints", counts[5]);
  program.identity(program.define(name + "shown", counts[0]) - answered -
                   program.define(name + "unanswered", counts[0] - counts[1]));
  program.identity(answered - correct - program.define(name + "wrong", counts[1] - counts[2]));
  known.sensitive.push_back(name + "wrong");
  std::int64_t fast = 0;  // within three seconds
  if (const auto found = figures.times.find(key); found != figures.times.end()) {
    fast = found->second[0] + found->second[1];
  }
  program.at_least(answered - program.define(name + "fast", fast), 0);
  std::map<std::string, std::int64_t> options;
  for (const auto& option : all) options[option] = 0;
  if (const auto found = figures.options.find(key); found != figures.options.end()) {
    for (const auto& [option, n] : found->second) options[option] = n;
  }
  Sum missing = answered;
  for (const auto& [option, n] : options) {
    missing = missing - program.define(name + "option/" + option, n);
  }
  program.identity(missing);
  program.identity(correct - program.at(name + "option/right"));
}

void know_items(Knowledge& known, const Figures& figures) {
  for (const auto& [key, counts] : figures.items) {
    const auto* const third = key.phase == "practice" ? "other" : "unknown";
    know_item(known, figures, key, {"right", third, "wrong"});
  }
}

}  // namespace

std::string item_name(const ItemKey& key) {
  return fmt::format("{}/{}/{}/", key.phase, key.pack, key.item);
}

std::vector<Room> rooms_of(const Figures& figures) {
  std::map<std::string, Room> rooms;
  for (const auto& run : figures.runs) {
    auto& room = rooms[*run.run.day];
    room.day = *run.run.day;
    room.mode = run.run.mode;
    room.ages = run.run.ages;
    room.runs.push_back(&run);
    for (const auto& [key, n] : run.forms) room.pack = key.pack;
  }
  std::vector<Room> out;
  for (auto& [day, room] : rooms) out.push_back(std::move(room));
  return out;
}

int Knowledge::length_of(const std::string& pack) const {
  const auto found = lengths.find(pack);
  if (found == lengths.end()) throw std::logic_error("a form of " + pack);
  return found->second;
}

Sum Knowledge::of_room(const Room& room, const std::string& what) const {
  if (what == "before" || what == "after") {
    return of_room(room, "pairs") + at("room/" + room.day + "/alone-" + what);
  }
  Sum sum;
  for (const auto* const run : room.runs) sum = sum + at("run/" + run->run.id + "/" + what);
  return sum;
}

Sum Knowledge::of_topic(const std::string& pack, const std::string& what,
                        const std::string& mode) const {
  Sum sum;
  for (const auto& room : rooms) {
    if (room.pack == pack && (mode.empty() || room.mode == mode)) sum = sum + of_room(room, what);
  }
  return sum;
}

Knowledge know(const Figures& figures) {
  Knowledge known;
  known.rooms = rooms_of(figures);
  for (const auto& [key, n] : figures.forms) known.lengths[key.pack] = key.out_of;
  know_visits(known, figures);
  know_activities(known, figures);
  know_items(known, figures);
  know_rooms(known);
  for (const auto& [pack, length] : known.lengths) know_rounds(known, figures, pack);
  return known;
}

}  // namespace nest::attacker
