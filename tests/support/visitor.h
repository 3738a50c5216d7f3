#pragma once
// A whole kiosk under a test, and the child in front of it: touches targets by name where they lie,
// lets time pass, and keeps what was counted and said. Packs are made from builders.
#include <algorithm>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/activities/lesson/lesson.h"
#include "core/activities/quiz/quiz.h"
#include "core/shell/kiosk.h"
#include "core/shell/script.h"
#include "support/builders.h"
#include "support/document.h"
#include "support/fakes.h"

namespace nest::test {

inline std::unique_ptr<ActivitySpec> quiz_spec(const std::string& id, const Value& items) {
  Diagnostics faults;
  const auto made = document(obj({{"items", items}}), faults);
  ReadContext context{faults, {kPl, kLt}};
  Reader in(*made->root(), "a quiz", context);
  auto spec = quiz::read(in);
  spec->id = ActivityId(id);
  spec->type = "quiz";
  spec->title = localized("title " + id);
  spec->picture = "library:" + id;
  return spec;
}

/// Draws `draw` items of the band.
inline Value pool(int draw) {
  return obj({{"form", "practice"}, {"draw", draw}});
}

inline lesson::Beat beat(const std::string& say) {
  lesson::Beat out;
  out.say = localized(say);
  return out;
}

/// A lesson of two scenes with two sentences each; after the first one `ask` is asked.
inline std::unique_ptr<lesson::Spec> lesson_spec(const std::string& id, const std::string& ask) {
  auto spec = std::make_unique<lesson::Spec>();
  spec->id = ActivityId(id);
  spec->type = "lesson";
  spec->title = localized("title " + id);
  spec->picture = "library:" + id;
  for (const std::string name : {"one", "two"}) {
    lesson::Scene scene;
    scene.id = name;
    scene.backdrop = "library:sky";
    scene.actors = {
        {"ball", lesson::ActorKind::picture, "library:ball", {}, 64, false, {{200, 400}, 1, 0, 1}}};
    scene.beats = {beat("First of " + name + "."), beat("Second of " + name + ".")};
    lesson::Motion motion;
    motion.to = {1400, 400};
    motion.over = 1.5F;
    scene.beats[1].motions = {motion};
    spec->script.scenes.push_back(std::move(scene));
  }
  if (!ask.empty()) spec->script.scenes[0].ask = ItemId(ask);
  return spec;
}

/// The pack `id`: a lesson that asks "soap", then a quiz of three from four items, for all bands.
inline Pack garden(const std::string& id = "garden") {
  Pack pack;
  pack.content = content({item("soap"), item("tap"), item("towel"), item("germ")});
  pack.content.id = PackId(id);
  pack.title = localized("pack " + id);
  pack.picture = "library:garden";
  pack.ages = ages();
  pack.activities.push_back(lesson_spec("watch", "soap"));
  pack.activities.push_back(quiz_spec("play", pool(3)));
  for (auto& path : pack.paths) path = {0, 1};
  return pack;
}

class Visitor {
 public:
  explicit Visitor(KioskSetup setup = {}) : kiosk(std::move(setup), catalogs_, measure_, {}) {
    kiosk.set_rigs(rigs_);
    look();
  }
  Visitor(const Visitor&) = delete;
  Visitor& operator=(const Visitor&) = delete;

  void bring(std::vector<Pack> packs, const std::string& code = "SN-1") {
    kiosk.set_packs(std::move(packs), code, now);
    look();
  }
  void bring_garden() {
    std::vector<Pack> packs;
    packs.push_back(garden());
    bring(std::move(packs));
  }

  /// In steps of 20 ms, with a frame each, as the loop does.
  void pass(Millis span, Millis step = Millis(20)) {
    const Instant end = now + span;
    while (now < end) {
      now = std::min(end, now + step);
      kiosk.advance(now);
      look();
    }
  }
  const Target* find(const std::string& wanted) const {
    const auto& targets = kiosk.current().targets;
    const auto found = std::find_if(targets.begin(), targets.end(),
                                    [&](const Target& t) { return t.id == wanted; });
    return found == targets.end() ? nullptr : &*found;
  }
  bool sees(const std::string& wanted) const { return find(wanted) != nullptr; }
  std::vector<std::string> targets(std::string_view prefix = "") const {
    std::vector<std::string> out;
    for (const auto& t : kiosk.current().targets) {
      if (t.id.rfind(prefix, 0) == 0) out.push_back(t.id);
    }
    return out;
  }
  /// Waits until the screen takes touches, then taps. False if there is no such target.
  bool tap(const std::string& target) {
    pass(Millis(420));
    const auto* found = find(target);
    if (found == nullptr) return false;
    const Point at = found->box.centre();
    finger(FingerPhase::down, at);
    pass(Millis(60));
    finger(FingerPhase::up, at);
    return true;
  }
  void finger(FingerPhase phase, Point at, int id = 1) {
    kiosk.advance(now);
    kiosk.touch({id, phase, at}, now);
    look();
  }
  /// Through language and age to the path of the garden.
  void come(const std::string& lang = "pl", const std::string& age = "b") {
    tap("language/" + lang);
    tap("age/" + age);
    tap("topic/garden");
  }
  const std::string& screen() const { return kiosk.current().screen; }
  std::string text() const { return visible_text(kiosk.current()); }

  /// What was counted since the last call, in a transcript's words.
  std::vector<std::string> counted() { return std::exchange(counted_, {}); }
  std::vector<std::string> said() { return std::exchange(said_, {}); }
  std::vector<std::string> tapped() { return std::exchange(tapped_, {}); }

 private:
  void look() {
    kiosk.frame(now);
    auto out = kiosk.take_outbox();
    for (const auto& event : out.usage) counted_.push_back(describe(event));
    for (const auto& cue : out.cues) {
      if (const auto* say = std::get_if<Say>(&cue)) said_.push_back(say->what.text);
    }
    tapped_.insert(tapped_.end(), out.taps.begin(), out.taps.end());
  }
  static Catalog catalog(const Lang& lang) {
    std::map<std::string, std::string, std::less<>> texts;
    for (const std::string key :
         {"age.title", "menu.title", "path.title", "idle.question", "farewell.thanks",
          "farewell.bye", "workshop.notice", "workshop.go", "card.which-animal", "card.is-it-yours",
          "card.mine", "card.choose-again", "card.which-badge", "pause.title", "pause.text",
          "seats.count"}) {
      texts[key] = lang.str() + " " + key;
    }
    texts["idle.countdown"] = "{n}";
    texts["farewell.stars"] = "{n}";
    return {lang, std::move(texts)};
  }

  std::map<Lang, Catalog> catalogs_{{kPl, catalog(kPl)}, {kLt, catalog(kLt)}};
  FixedMeasure measure_;
  std::map<std::string, Rig, std::less<>> rigs_{{"mila", rig()}};
  std::vector<std::string> counted_, said_, tapped_;

 public:
  Instant now{};
  Kiosk kiosk;
};

}  // namespace nest::test
