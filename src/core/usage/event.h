#pragma once
// What happened, in xAPI's verbs. No field can hold a person, a time of day or an order: an event
// is turned into counters at once and forgotten. Not here: counting (tally.h), storing (store/).
#include <variant>

#include "core/base/age.h"
#include "core/base/id.h"
#include "core/base/time.h"

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

using UsageEvent =
    std::variant<VisitStarted, VisitEnded, LanguageChosen, AgeChosen, ActivityStarted,
                 ActivityCompleted, ActivityAbandoned, ActivityHelped, AgainAnswered,
                 FavouriteChosen, ItemShown, ItemAnswered, ItemRetried, HintShown>;

}  // namespace nest
