#pragma once
// What everybody may know who knows the kiosk, before a report is read: which counters there are
// and how they hang together. The options of a question add up to its answers, the right option is
// the right answers; who did both rounds did each; the goals' right answers add up to the scores;
// rooms add up to topics, kiosks to rooms.
// Not modelled, because it is not linear: intervals and what they tell of squares, effect sizes, p
// values, verdicts, and what the choice of the hidden cells tells by itself (release_test tries
// that by all cases). Not modelled, because it is not linear either: discrimination, weights.
// Not modelled, because these are other figures: a report of an earlier day, and one kiosk's own
// list beside a merged report of all kiosks in its room. Not attacked, because the report tells
// both: questions of free play that were shown and not answered.
#include <map>
#include <string>
#include <vector>

#include "attacker/program.h"
#include "core/usage/figures.h"

namespace nest::attacker {

/// The kiosks that stood in one room; in the simulated sets a day is a room, with one topic.
struct Room {
  std::string day, pack, mode, ages;
  std::vector<const RunFigures*> runs;
};
std::vector<Room> rooms_of(const Figures& figures);

/// Counts that are in no cell of a report but would be worked out of one: who is missing in a
/// total, who was in one round only, who learned or lost a goal. As bad as a cell where they are
/// small.
struct Knowledge {
  Program program;
  std::vector<std::string> sensitive;
  std::vector<Room> rooms;
  std::map<std::string, int> lengths;  ///< of forms, by pack

  /// Questions of a topic's form; throws if nobody was asked it.
  int length_of(const std::string& pack) const;
  Sum at(const std::string& name) const { return program.at(name); }
  /// Over all rooms of the topic: "pairs", "x", "y", "before", "after".
  Sum of_topic(const std::string& pack, const std::string& what, const std::string& mode) const;
  Sum of_room(const Room& room, const std::string& what) const;
};

Knowledge know(const Figures& figures);

}  // namespace nest::attacker
