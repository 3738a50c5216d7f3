#pragma once
// An adult area with everything in it: a keeper without a hash, and facts of a kiosk that has
// seen some workshops.
#include <optional>
#include <string>
#include <utility>

#include "core/adult/adult_area.h"

namespace nest::test {

/// Answers at once, or when `slow` is taken back.
class FakeKeeper : public CodeKeeper {
 public:
  CodeStatus status() const override { return now; }
  void ask(CodeTask task) override {
    ++asked;
    if (const auto* set = std::get_if<SetCode>(&task)) {
      answer_ = works ? CodeAnswer::kept : CodeAnswer::failed;
      if (works) {
        code = set->digits;
        now = {CodeState::set, 0};
      }
      return;
    }
    const bool right = std::get<CheckCode>(task).digits == code;
    answer_ = !works ? CodeAnswer::failed : right ? CodeAnswer::right : CodeAnswer::wrong;
    if (works) now.failed = right ? 0 : now.failed + 1;
  }
  std::optional<CodeAnswer> answer() override {
    return slow ? std::nullopt : std::exchange(answer_, std::nullopt);
  }

  CodeStatus now{CodeState::set, 0};
  std::string code = "739104";
  bool slow = false, works = true;
  std::size_t asked = 0;

 private:
  std::optional<CodeAnswer> answer_;
};

inline Localized in_all(const std::string& pl, const std::string& lt, const std::string& en) {
  Localized out;
  out.set(Lang("pl"), {pl, {}});
  out.set(Lang("lt"), {lt, {}});
  out.set(Lang("en"), {en, {}});
  return out;
}

inline AdultFacts some_facts() {
  AdultFacts facts;
  facts.today = {2026, 11, 27};
  facts.clock_plausible = true;
  facts.languages = {Lang("pl"), Lang("lt"), Lang("en")};
  facts.packs = {{PackId("hands"), in_all("Czyste ręce", "Švarios rankos", "Clean hands"),
                  "library:soap", 3, 24, 2, true},
                 {PackId("teeth"), in_all("Zdrowe zęby", "Sveiki dantys", "Healthy teeth"),
                  "library:tooth", 1, 12, 0, false}};
  facts.packs_refused = 1;
  facts.venues = {
      {VenueId("suwalki-school"), "PL",
       in_all("Suwałki, szkoła", "Suvalkai, mokykla", "Suwałki, school")},
      {VenueId("suwalki-kindergarten"), "PL",
       in_all("Suwałki, przedszkole", "Suvalkai, vaikų darželis", "Suwałki, kindergarten")},
      {VenueId("alytus-care"), "LT",
       in_all("Olita, placówka opiekuńcza", "Alytus, vaikų globos įstaiga", "Alytus, care home")}};
  const FirstResult result{20, 54, 71, 8, 26, true};
  facts.earlier = {{"00000000000000a1", Day{2026, 11, 20}, VenueId("suwalki-school"), AgeBand::b,
                    PackId("hands"), WorkshopMode::paired, result},
                   {"00000000000000a2", Day{2026, 11, 6}, VenueId("alytus-care"), AgeBand::a,
                    PackId("hands"), WorkshopMode::unpaired, std::nullopt},
                   {"00000000000000a3", std::nullopt, VenueId("suwalki-kindergarten"), AgeBand::a,
                    PackId("teeth"), WorkshopMode::free, std::nullopt}};
  facts.tally.now = Counting{};
  facts.test = {48213, StoppedInOrder{WallTime{{2026, 11, 20}, 15, 4}}, 3};
  return facts;
}

inline RunningWorkshop some_workshop() {
  RunningWorkshop w;
  w.plan.venue = VenueId("suwalki-school");
  w.plan.day = "2026-11-27";
  w.plan.topic = PackId("hands");
  w.plan.room = "4827";
  w.finished = 12;
  w.left = 6;
  w.unpaired = 1;
  w.ends = Instant(std::chrono::minutes(25));
  return w;
}

}  // namespace nest::test
