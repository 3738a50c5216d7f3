#include "apps/usage/class_of.h"

#include <map>
#include <stdexcept>

#include "core/packs/as_written.h"
#include "core/workshop/cards.h"
#include "store/folder_source.h"

namespace nest::usage {
namespace {

/// In [0, 1), from 53 random bits.
double chance(Random& luck) {
  return static_cast<double>(luck.next() >> 11U) * 0x1p-53;
}

void take_item(Node node, FormPack& pack) {
  const auto form = written_text(node, "form");
  if (form != "A" && form != "B") return;
  FormItem item;
  item.item = ItemId(written_text(node, "id"));
  item.goal = GoalId(written_text(node, "goal"));
  item.form = form == "A" ? Form::a : Form::b;
  each_written(node, "answers", [&](Node answer) {
    const AnswerId id(written_text(answer, "id"));
    if (written_true(answer, "correct")) {
      item.right = id;
    } else {
      item.wrong.push_back(id);
    }
  });
  if (item.right.empty()) {  // true/false
    const bool yes = written_true(node, "true");
    item.right = AnswerId(yes ? kTrue : kFalse);
    item.wrong.emplace_back(yes ? kFalse : kTrue);
  }
  item.wrong.emplace_back(kUnknown);
  pack.items.push_back(std::move(item));
}

/// Children differ, and so do goals; the sum stays within [0.25, 0.75], so that a gain of up to
/// 20 points is never cut off.
class Child {
 public:
  explicit Child(Random& luck) : luck_(luck), ability_(0.5 + 0.3 * (chance(luck) - 0.5)) {}
  double knows(const GoalId& goal) {
    const auto found = goals_.find(goal);
    if (found != goals_.end()) return found->second;
    return goals_.emplace(goal, ability_ + 0.2 * (chance(luck_) - 0.5)).first->second;
  }

 private:
  Random& luck_;
  double ability_;
  std::map<GoalId, double> goals_;
};

/// A whole form, question by question; it is added to `events`.
FormFinished play_round(const FormPack& pack, Phase phase, Form form, double added, Child& who,
                        Random& luck, std::vector<UsageEvent>& events) {
  FormFinished finished{pack.pack, phase, form, {}, {}};
  for (const auto& item : pack.items) {
    if (item.form != form) continue;
    const ItemRef ref{pack.pack, item.item};
    const bool right = chance(luck) < who.knows(item.goal) + added;
    const auto wrong = luck.below(static_cast<std::uint32_t>(item.wrong.size()));
    const Millis taken(800 + luck.below(14'000));
    events.emplace_back(ItemShown{ref, phase});
    events.emplace_back(
        ItemAnswered{ref, phase, right ? item.right : item.wrong[wrong], right, taken});
    finished.answers.push_back({item.item, item.goal, right});
  }
  return finished;
}

Earlier remembered(const FormFinished& before) {
  Earlier earlier{before.form, {}};
  for (const auto& answer : before.answers) earlier.correct[answer.goal] = answer.correct;
  return earlier;
}

AgainAnswer again(Random& luck) {
  const auto draw = luck.below(10);
  if (draw < 7) return AgainAnswer::yes;
  return draw < 9 ? AgainAnswer::maybe : AgainAnswer::no;
}

}  // namespace

FormPack read_form_pack(const std::filesystem::path& folder, const std::string& id) {
  for (const auto& place : store::find_packs(folder)) {
    Diagnostics faults;  // whether a pack is good is not our question
    const auto files = store::read_folder(place, faults);
    const auto root = written_pack(files);
    if (!root || written_text(*root, "id") != id) continue;
    FormPack pack{PackId(id), {}, {}};
    each_written(*root, "activities", [&](Node activity) {
      if (pack.lesson.empty()) pack.lesson = ActivityId(written_text(activity, "id"));
    });
    each_written_item(files, [&](Node node) { take_item(node, pack); });
    if (!pack.items.empty()) return pack;
  }
  throw std::runtime_error("There is no pack \"" + id + "\" with forms A and B in " +
                           folder.string() + ".");
}

std::vector<UsageEvent> child(const FormPack& pack, Form first, double gain, bool matched,
                              Random& luck) {
  constexpr std::uint32_t kLeaveOneIn = 40;
  constexpr std::uint32_t kLosesCardOneIn = 50;
  std::vector<UsageEvent> events{VisitStarted{}};
  Child who(luck);
  const auto before = play_round(pack, Phase::before, first, 0, who, luck, events);
  events.emplace_back(before);
  events.emplace_back(ActivityStarted{{pack.pack, pack.lesson}});
  if (luck.below(kLeaveOneIn) == 0) {
    events.emplace_back(ActivityAbandoned{{pack.pack, pack.lesson}});
    events.emplace_back(CardTroubled{CardTrouble::half_way});
    events.emplace_back(VisitEnded{VisitEnd::home});
    return events;
  }
  events.emplace_back(ActivityCompleted{{pack.pack, pack.lesson}});
  const auto second = other_form(first);
  auto after = play_round(pack, Phase::after, second, gain, who, luck, events);
  if (matched && luck.below(kLosesCardOneIn) == 0) {
    events.emplace_back(CardTroubled{CardTrouble::unknown});
  } else if (matched) {
    after.earlier = remembered(before);
  }
  events.emplace_back(std::move(after));
  events.emplace_back(AgainAnswered{again(luck)});
  events.emplace_back(VisitEnded{VisitEnd::farewell});
  return events;
}

}  // namespace nest::usage
