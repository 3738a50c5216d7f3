#include "core/usage/tally.h"

#include <algorithm>
#include <array>

#include "core/base/overloaded.h"

namespace nest {
namespace {

ActivityKey key(const ActivityRef& ref) {
  return {ref.pack.str(), ref.activity.str()};
}

const char* name(Phase phase) {
  constexpr std::array<const char*, 3> kNames{"practice", "before", "after"};
  return kNames[static_cast<std::size_t>(phase)];
}
const char* name(VisitEnd how) {
  constexpr std::array<const char*, 3> kNames{"end/farewell", "end/home", "end/idle"};
  return kNames[static_cast<std::size_t>(how)];
}
const char* name(AgainAnswer answer) {
  constexpr std::array<const char*, 3> kNames{"again/yes", "again/maybe", "again/no"};
  return kNames[static_cast<std::size_t>(answer)];
}
const char* name(AgeBand age) {
  constexpr std::array<const char*, 3> kNames{"age/a", "age/b", "age/c"};
  return kNames[static_cast<std::size_t>(age)];
}

ItemKey key(const ItemRef& ref, Phase phase) {
  return {name(phase), ref.pack.str(), ref.item.str()};
}

using Increments = std::vector<Increment>;

Increments answered(const ItemAnswered& e) {
  AddItem item{key(e.item, e.phase), {ItemCount::answered}};
  if (e.correct) item.columns.push_back(ItemCount::correct);
  return {item, AddOutcome{{name(e.phase), e.item.pack.str(), e.item.item.str(), e.option.str(),
                            time_bucket(e.taken)}}};
}

const char* name(Form form) {
  return form == Form::b ? "B" : "A";
}
const char* name(CardTrouble how) {
  constexpr std::array<const char*, 3> kNames{"card/taken", "card/unknown", "card/half-way"};
  return kNames[static_cast<std::size_t>(how)];
}

int right_answers(const FormFinished& e) {
  return static_cast<int>(std::count_if(e.answers.begin(), e.answers.end(),
                                        [](const FormAnswer& answer) { return answer.correct; }));
}

/// The 2×2 table of each goal that both forms ask, and the sums over just these.
Increments paired(const FormFinished& e, const Earlier& earlier) {
  const std::string order = std::string(name(earlier.form)) + name(e.form);
  Increments out;
  AddScore score{{e.pack.str(), order, 0}};
  for (const auto& answer : e.answers) {
    const auto before = earlier.correct.find(answer.goal);
    if (before == earlier.correct.end()) continue;
    const int cell = (before->second ? 2 : 0) + (answer.correct ? 1 : 0);
    out.emplace_back(
        AddPair{{e.pack.str(), answer.goal.str(), order}, static_cast<PairCount>(cell)});
    ++score.key.out_of;
    score.before += before->second ? 1 : 0;
    score.after += answer.correct ? 1 : 0;
  }
  if (score.key.out_of > 0) out.emplace_back(std::move(score));
  return out;
}

Increments finished(const FormFinished& e) {
  const int score = right_answers(e);
  Increments out{AddForm{
      {name(e.phase), e.pack.str(), name(e.form), static_cast<int>(e.answers.size()), score}}};
  for (const auto& answer : e.answers) {
    out.emplace_back(AddItemSums{key({e.pack, answer.item}, e.phase), answer.correct,
                                 score - (answer.correct ? 1 : 0)});
  }
  if (!e.earlier) return out;
  auto pair = paired(e, *e.earlier);
  out.insert(out.end(), pair.begin(), pair.end());
  return out;
}

Increments retried(const ItemRetried& e) {
  AddItem item{key(e.item, Phase::practice), {ItemCount::retried}};
  if (e.correct) item.columns.push_back(ItemCount::retried_correct);
  return {item};
}

}  // namespace

int time_bucket(Millis taken) {
  constexpr std::array<Millis, 4> kEdges{Millis(1000), Millis(3000), Millis(10000), Millis(30000)};
  int bucket = 0;
  for (const auto edge : kEdges) bucket += taken >= edge ? 1 : 0;
  return bucket;
}

std::vector<Increment> increments(const UsageEvent& event) {
  return std::visit(
      Overloaded{
          [](const VisitStarted&) { return Increments{AddUse{{"visit"}}}; },
          [](const VisitEnded& e) { return Increments{AddUse{{name(e.how)}}}; },
          [](const LanguageChosen& e) { return Increments{AddUse{{"language/" + e.lang.str()}}}; },
          [](const AgeChosen& e) { return Increments{AddUse{{name(e.age)}}}; },
          [](const ActivityStarted& e) {
            return Increments{AddActivity{key(e.activity), ActivityCount::started}};
          },
          [](const PlayedTogether& e) {
            return Increments{AddUse{{"seats/" + std::to_string(e.seats)}}};
          },
          [](const ActivityCompleted& e) {
            return Increments{AddActivity{key(e.activity), ActivityCount::completed}};
          },
          [](const ActivityAbandoned& e) {
            return Increments{AddActivity{key(e.activity), ActivityCount::abandoned}};
          },
          [](const ActivityHelped& e) {
            return Increments{AddActivity{key(e.activity), ActivityCount::helped}};
          },
          [](const AgainAnswered& e) { return Increments{AddUse{{name(e.answer)}}}; },
          [](const FavouriteChosen& e) {
            const auto [pack, activity] = key(e.activity);
            return Increments{AddUse{{"favourite/" + pack + "/" + activity}}};
          },
          [](const ItemShown& e) {
            return Increments{AddItem{key(e.item, e.phase), {ItemCount::shown}}};
          },
          [](const ItemAnswered& e) { return answered(e); },
          [](const ItemRetried& e) { return retried(e); },
          [](const FormFinished& e) { return finished(e); },
          [](const CardTroubled& e) { return Increments{AddUse{{name(e.how)}}}; },
          [](const RunBegun&) { return Increments{}; },
          [](const RunClosed&) { return Increments{}; },
          [](const HintShown& e) {
            return Increments{AddItem{key(e.item, Phase::practice), {ItemCount::hints}}};
          },
      },
      event);
}

void Counter::count(const UsageEvent& event) {
  if (const auto* const begun = std::get_if<RunBegun>(&event)) {
    run_ = begun->run.id;
    return store_.take(begun->run);
  }
  if (std::holds_alternative<RunClosed>(event)) {
    return store_.take(CloseRun{std::exchange(run_, {})});
  }
  // Which language was chosen is a total of the kiosk: it never stands beside a result.
  const bool of_kiosk = std::holds_alternative<LanguageChosen>(event);
  store_.add(increments(event), of_kiosk ? std::string() : run_);
}

}  // namespace nest
