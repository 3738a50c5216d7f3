#pragma once
// The adult area under a test, with a clock moved by hand: taps what lies on the screen, types
// codes and takes the commands.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/adult/adult_area.h"
#include "support/adult.h"
#include "support/fakes.h"

namespace nest::test {

inline const Catalog kNoTexts{Lang("pl"), {}};

/// An area with a clock in milliseconds. Texts are their keys.
struct Desk {
  explicit Desk(CodeStatus status = {CodeState::set, 0}) {
    keeper.now = status;
    area = std::make_unique<AdultArea>(
        std::vector<std::pair<Lang, const Catalog*>>{{Lang("pl"), &kNoTexts}}, measure, keeper,
        Random(1), Instant{});
    area->set_facts(some_facts());
    Settings settings;
    settings.venue = VenueId("suwalki-school");
    area->set_settings(settings);
  }
  Instant at() const { return Instant(Millis(now)); }
  void pass(long ms) {
    now += ms;
    area->advance(at());
  }
  /// Only what lies on the screen can be touched.
  bool tap(const std::string& target) {
    const auto f = frame();
    const bool there = std::any_of(f.targets.begin(), f.targets.end(),
                                   [&](const Target& t) { return t.id == "adult/" + target; });
    if (there) {
      ++taps;
      area->tap("adult/" + target, at());
    }
    return there;
  }
  /// Turns pages until it is there: texts that are their keys are long.
  bool find(const std::string& target) {
    while (tap("page/back")) continue;
    do {
      if (tap(target)) return true;
    } while (tap("page/next"));
    return false;
  }
  void type(const std::string& digits) {
    for (const char digit : digits) CHECK(tap(fmt::format("digit/{}", digit)));
    CHECK(tap("ok"));
    area->advance(at());
  }
  void unlock() {
    area->open(at());
    type(keeper.code);
    taps = 0;
  }
  Frame frame() const {
    Frame f;
    area->draw(f, {}, at());
    return f;
  }
  std::string screen() const { return frame().screen; }
  template <class Command>
  std::optional<Command> last() {
    const auto commands = area->take_commands();
    std::optional<Command> out;
    for (const auto& each : commands) {
      if (const auto* found = std::get_if<Command>(&each)) out = *found;
    }
    return out;
  }

  FixedMeasure measure;
  FakeKeeper keeper;
  std::unique_ptr<AdultArea> area;
  long now = 0;
  int taps = 0;
};

}  // namespace nest::test
