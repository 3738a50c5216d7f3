#pragma once
// One activity in front of a child: taps by name, time by hand in steps as small as a test wants,
// and all that was counted and said. Not here: fingers and screens around it (see Visitor).
#include <doctest/doctest.h>

#include "core/shell/script.h"
#include "support/visitor.h"

namespace nest::test {

using Words = std::vector<std::string>;

/// One activity in front of a child: taps by name, time by hand, what was counted and said.
class PlayTable {
 public:
  explicit PlayTable(PackContent content_of_pack) : pack(std::move(content_of_pack)) {
    show.lang = kPl;
    show.age = AgeBand::b;
    show.texts = &texts_;
    show.measure = &measure_;
    show.voices = &voices;
  }
  void play(const ActivitySpec& spec, std::uint64_t seed = 1) {
    activity = spec.start(pack, show.age, Random(seed));
    REQUIRE(activity != nullptr);
    activity->enter(show, now, out_);
  }
  void tap(const std::string& target) { activity->tap(target, show, now, out_); }
  void pass(Millis span, Millis step = Millis(20)) {
    const Instant end = now + span;
    while (now < end) {
      now = std::min(end, now + step);
      activity->advance(show, now, out_);
    }
  }
  void speak(const Lang& lang) {
    show.lang = lang;
    activity->language_changed(show, now, out_);
  }
  void silence() {
    for (int i = 0; i < 10'000 && activity->narrating(); ++i) pass(Millis(20));
  }
  Words counted() {
    Words words;
    for (const auto& event : std::exchange(out_.usage, {})) words.push_back(describe(event));
    return words;
  }
  Words said() {
    Words words;
    for (const auto& cue : std::exchange(out_.cues, {})) {
      if (const auto* say = std::get_if<Say>(&cue)) words.push_back(say->what.text);
    }
    return words;
  }
  Frame frame() const {
    Frame f;
    activity->draw(f, show, now);
    return f;
  }
  Words targets(std::string_view prefix = "") const {
    Words ids;
    for (const auto& t : frame().targets) {
      if (t.id.rfind(prefix, 0) == 0) ids.push_back(t.id);
    }
    return ids;
  }
  /// "soap" while item soap is asked.
  std::string asked() const {
    const auto moment = frame().moment;
    return moment.substr(moment.rfind('/') + 1);
  }

  PackContent pack;
  Show show;
  VoiceBook voices;
  Instant now{};
  std::unique_ptr<Activity> activity;

 private:
  Catalog texts_{kPl, {}};
  FixedMeasure measure_;
  Outbox out_;
};

}  // namespace nest::test
