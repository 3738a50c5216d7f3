#pragma once
// What happened, in xAPI's verbs. No field can hold a person, a time of day or an order: an event
// is turned into counters at once and forgotten. Not here: counting (tally.h), storing (store/).
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/base/age.h"
#include "core/base/id.h"
#include "core/base/time.h"
#include "core/items/item.h"

namespace nest {

enum class VisitEnd { farewell, home, idle };
enum class Phase { practice, before, after };

struct ActivityRef {
  PackId pack;
  ActivityId activity;
  bool operator==(const ActivityRef&) const = default;
};
struct ItemRef {
  PackId pack;
  ItemId item;
  bool operator==(const ItemRef&) const = default;
};

struct VisitStarted {};
struct VisitEnded {
  VisitEnd how = VisitEnd::farewell;
};
/// A language was chosen, on the attract screen or later; counted as a kiosk total only.
struct LanguageChosen {
  Lang lang;
};
struct AgeChosen {
  AgeBand age = AgeBand::a;
};
struct ActivityStarted {
  ActivityRef activity;
};
/// Two to four children began an activity together; then single answers are nobody's and are not
/// counted.
struct PlayedTogether {
  std::size_t seats = 2;
};
struct ActivityCompleted {
  ActivityRef activity;
};
struct ActivityAbandoned {
  ActivityRef activity;
};
/// A completed activity in which a hint was asked for or a solution shown.
struct ActivityHelped {
  ActivityRef activity;
};
enum class AgainAnswer { yes, maybe, no };
/// "Would you play again?" at the end of a path; counted as a kiosk total only.
struct AgainAnswered {
  AgainAnswer answer = AgainAnswer::yes;
};
struct FavouriteChosen {
  ActivityRef activity;
};
struct ItemShown {
  ItemRef item;
  Phase phase = Phase::practice;
};
/// The first answer is the one that counts. `taken` is the time from the item's appearance.
struct ItemAnswered {
  ItemRef item;
  Phase phase = Phase::practice;
  AnswerId option;
  bool correct = false;
  Millis taken{0};
};
/// A second try in practice.
struct ItemRetried {
  ItemRef item;
  bool correct = false;
};
struct HintShown {
  ItemRef item;
};
/// One question of a finished form.
struct FormAnswer {
  ItemId item;
  GoalId goal;
  bool correct = false;  ///< "I don't know yet" is not
};
/// What the same child answered in the round before, by goal; which form it had then.
struct Earlier {
  Form form = Form::a;
  std::map<GoalId, bool> correct;
};
/// A whole form was answered, to its last question. `earlier` is there if it is an `after` whose
/// `before` is known: then the two are a pair.
struct FormFinished {
  PackId pack;
  Phase phase = Phase::before;
  Form form = Form::a;
  std::vector<FormAnswer> answers;
  std::optional<Earlier> earlier;
};
/// One kiosk's part of one workshop, as the adult set it up. Nothing of it is about a child.
struct RunInfo {
  std::string id;                  ///< 16 hexadecimal digits, drawn at random
  std::string mode;                ///< "play", "paired" or "unpaired"
  std::optional<std::string> day;  ///< "2026-05-04", if the adult confirmed it
  std::string place;               ///< an id of the place list
  std::string ages;                ///< "A", "B" or "C"
  std::string group_size;          ///< a band: "10-14"
  std::string room;                ///< joins the kiosks of one room
};
/// What follows counts into this run, until it is closed.
struct RunBegun {
  RunInfo run;
};
struct RunClosed {};
/// What went otherwise with a picture card; a child then plays on unpaired.
enum class CardTrouble { taken, unknown, half_way };
struct CardTroubled {
  CardTrouble how = CardTrouble::taken;
};

using UsageEvent =
    std::variant<VisitStarted, VisitEnded, LanguageChosen, AgeChosen, ActivityStarted,
                 PlayedTogether, ActivityCompleted, ActivityAbandoned, ActivityHelped,
                 AgainAnswered, FavouriteChosen, ItemShown, ItemAnswered, ItemRetried, HintShown,
                 FormFinished, CardTroubled, RunBegun, RunClosed>;

}  // namespace nest
