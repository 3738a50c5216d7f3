#include "attacker/knowledge_rounds.h"

#include <fmt/format.h>

#include <array>

namespace nest::attacker {
namespace {

constexpr std::array kRounds{"before", "after"};

std::int64_t finished(const RunFigures& run, const std::string& phase) {
  std::int64_t all = 0;
  for (const auto& [key, n] : run.forms) all += key.phase == phase ? n : 0;
  return all;
}

void know_run(Knowledge& known, const RunFigures& run, int length) {
  auto& program = known.program;
  ScoreSums all{};
  for (const auto& [key, sums] : run.scores) {
    for (std::size_t i = 0; i < all.size(); ++i) all.at(i) += sums.at(i);
  }
  const auto name = "run/" + run.run.id + "/";
  const auto pairs = program.define(name + "pairs", all[0]);
  program.at_least(length * pairs - program.define(name + "x", all[1]), 0);
  program.at_least(length * pairs - program.define(name + "y", all[2]), 0);
  if (run.run.mode != "paired") program.identity(pairs);
}

/// The order of the forms in which a pair met form `form` in round `round`.
std::string order(const std::string& form, const std::string& round) {
  const bool first = round == std::string("before");
  return (form == "A") == first ? "AB" : "BA";
}

class Topic {
 public:
  Topic(Knowledge& known, const Figures& figures, std::string pack)
      : known_(known), figures_(figures), pack_(std::move(pack)), length_(known.length_of(pack_)) {}

  void know() {
    orders();
    for (const auto* const round : kRounds) forms(round);
    Sum before = known_.of_topic(pack_, "x", "paired");
    Sum after = known_.of_topic(pack_, "y", "paired");
    for (int q = 0; q < length_; ++q) {
      const auto goal = know_goal(q);
      before = before - program().at(goal + "right-wrong") - program().at(goal + "right-right");
      after = after - program().at(goal + "wrong-right") - program().at(goal + "right-right");
    }
    program().identity(before);
    program().identity(after);
    for (const auto* const round : kRounds) know_round(round);
  }

 private:
  Program& program() { return known_.program; }

  void orders() {
    Sum pairs = known_.of_topic(pack_, "pairs", "paired");
    for (const std::string way : {"AB", "BA"}) {
      std::int64_t n = 0;
      for (const auto& [key, sums] : figures_.scores) {
        if (key.pack == pack_ && key.order == way) n += sums[0];
      }
      pairs = pairs - program().define(pack_ + "/order/" + way, n);
    }
    program().identity(pairs);
  }
  void forms(const std::string& round) {
    Sum all = known_.of_topic(pack_, round, {});
    for (const std::string form : {"A", "B"}) {
      std::int64_t n = 0;
      for (const auto& [key, count] : figures_.forms) {
        if (key.pack == pack_ && key.phase == round && key.form == form) n += count;
      }
      const auto done = program().define(fmt::format("{}/{}/{}", pack_, round, form), n);
      program().at_least(done - program().at(pack_ + "/order/" + order(form, round)), 0);
      all = all - done;
    }
    program().identity(all);
  }

  std::int64_t pair_count(const std::string& goal, const std::string& way, std::size_t cell) const {
    const auto found = figures_.pairs.find({pack_, goal, way});
    return found == figures_.pairs.end() ? 0 : found->second.at(cell);
  }
  /// The 2x2 table of each order; the report knows only their sum.
  std::string know_goal(int q) {
    const auto goal = fmt::format("{}-goal-{}", pack_, q);
    const auto name = "goal/" + goal + "/";
    constexpr std::array kCells{"wrong-wrong", "wrong-right", "right-wrong", "right-right"};
    std::array<Sum, 2> margins{program().at(pack_ + "/order/AB"),
                               program().at(pack_ + "/order/BA")};
    for (std::size_t cell = 0; cell < kCells.size(); ++cell) {
      const std::array ways{pair_count(goal, "AB", cell), pair_count(goal, "BA", cell)};
      const std::string called = name + kCells.at(cell);
      const auto ab = program().define(called + "/AB", ways[0]);
      const auto ba = program().define(called + "/BA", ways[1]);
      program().identity(program().define(called, ways[0] + ways[1]) - ab - ba);
      margins[0] = margins[0] - ab;
      margins[1] = margins[1] - ba;
      known_.sensitive.push_back(called);
    }
    for (const auto& margin : margins) program().identity(margin);
    return name;
  }

  /// Right answers of pairs to question q of the form, in this round.
  Sum right_of_pairs(int q, const std::string& form, const std::string& round) {
    const auto name = fmt::format("goal/{}-goal-{}/", pack_, q);
    const auto way = "/" + order(form, round);
    const auto both = program().at(name + "right-right" + way);
    return both + program().at(name + (round == "before" ? "right-wrong" : "wrong-right") + way);
  }
  /// Every answer was given by a pair, by somebody else who finished, or by one who left. Whoever
  /// left saw one question more than it answered.
  void know_round(const std::string& round) {
    const auto activity = fmt::format("activity/{}/round-{}/", pack_, round);
    Sum unanswered;
    Sum others_right;
    Sum others;
    for (const std::string form : {"A", "B"}) {
      for (int q = 0; q < length_; ++q) {
        const ItemKey key{round, pack_, fmt::format("{}-{}-{}", pack_, form == "A" ? "a" : "b", q)};
        if (figures_.items.count(key) == 0) continue;
        const auto name = item_name(key);
        const auto answered = program().at(name + "answered");
        const auto pairs = program().at(pack_ + "/order/" + order(form, round));
        program().at_least(answered - program().at(fmt::format("{}/{}/{}", pack_, round, form)), 0);
        const auto right = program().at(name + "correct") - right_of_pairs(q, form, round);
        program().at_least(right, 0);
        program().at_least(answered - pairs - right, 0);
        unanswered = unanswered + program().at(name + "unanswered");
        others = others + answered - pairs;
        others_right = others_right + right;
      }
    }
    if (program().knows(activity + "completed")) {
      program().identity(known_.of_topic(pack_, round, {}) - program().at(activity + "completed"));
      program().identity(unanswered - program().at(activity + "abandoned") -
                         program().at(activity + "open"));
    }
    know_unpaired(round, others, others_right);
  }
  /// Those of workshops without cards are some of the others.
  void know_unpaired(const std::string& round, const Sum& others, const Sum& others_right) {
    std::int64_t right = 0;
    for (const auto& run : figures_.runs) {
      if (run.run.mode != "unpaired") continue;
      for (const auto& [key, n] : run.forms) {
        if (key.pack == pack_ && key.phase == round) right += n * key.score;
      }
    }
    const auto rights = program().define(fmt::format("unpaired/{}/{}", pack_, round), right);
    const auto answers = length_ * known_.of_topic(pack_, round, "unpaired");
    program().at_least(rights, 0);
    program().at_least(answers - rights, 0);
    program().at_least(others_right - rights, 0);
    program().at_least(others - answers - others_right + rights, 0);
  }

  Knowledge& known_;
  const Figures& figures_;
  const std::string pack_;
  const int length_;
};

}  // namespace

void know_rooms(Knowledge& known) {
  for (const auto& room : known.rooms) {
    std::int64_t pairs = 0;
    for (const auto* const run : room.runs) {
      know_run(known, *run, room.pack.empty() ? 1 : known.length_of(room.pack));
      pairs += known.program.truth(known.at("run/" + run->run.id + "/pairs"));
    }
    for (const std::string round : kRounds) {
      std::int64_t done = 0;
      for (const auto* const run : room.runs) done += finished(*run, round);
      const auto name = "room/" + room.day + "/alone-" + round;
      const auto alone = known.program.define(name, done - pairs);
      if (room.mode == "play") known.program.identity(alone);
      known.sensitive.push_back(name);
    }
  }
}

void know_rounds(Knowledge& known, const Figures& figures, const std::string& pack) {
  Topic(known, figures, pack).know();
}

}  // namespace nest::attacker
