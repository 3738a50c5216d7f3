#pragma once
// The adult area as a state machine: who may come in, which of its screens is shown, when it closes
// by itself. It is told the time, the touches and the facts; frames and commands come out. Children
// never get past the code: only screens marked so in the table are shown before it.
// Not here: how one gets to the code (shell/corner_hold), the screens (screens_*), doing what is
// asked for (its owner).
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/adult/screen.h"

namespace nest {

/// Without a touch for so long it closes.
inline constexpr Millis kAdultIdle{60000};

class AdultArea {
 public:
  /// `texts` are those of locales/adult, in the order in which their buttons stand. All references
  /// must outlive it. `now`: when the kiosk started; a running delay starts anew.
  AdultArea(std::vector<std::pair<Lang, const Catalog*>> texts, const TextMeasure& measure,
            CodeKeeper& keeper, Random luck, Instant now);

  void set_screen(const ScreenMetrics& screen) { screen_ = screen; }
  /// A day that was confirmed is asked for again if the clock tells another one.
  void set_facts(AdultFacts facts);
  void set_settings(Settings settings) { settings_ = std::move(settings); }

  /// The code is asked for; if there is none yet, the first-start wizard begins.
  void open(Instant now);
  void close();
  bool is_open() const { return screen_now_ != nullptr; }
  /// A finger that met no target keeps it open, too.
  void touched(Instant now) { touched_ = now; }
  /// A target of the frame: those of others are passed over.
  void tap(std::string_view target, Instant now);
  void advance(Instant now);
  std::optional<Instant> next_due() const;
  /// Nothing if it is closed.
  void draw(Frame& frame, const Touch& touch, Instant now) const;
  std::vector<AdultCommand> take_commands();

 private:
  bool admitted(Admits admits) const;
  void go(std::string_view name, Instant now);
  AdultDesk desk(Instant now);
  const Catalog& texts() const;

  std::vector<std::pair<Lang, const Catalog*>> texts_;
  const TextMeasure& measure_;
  CodeKeeper& keeper_;
  Random luck_;
  CodeDelay delay_;
  ScreenMetrics screen_;
  AdultFacts facts_;
  Settings settings_;

  Lang lang_;
  Draft draft_;
  std::string subject_;
  bool unlocked_ = false;
  std::string_view name_;  ///< of the screen, from the table
  std::unique_ptr<AdultScreen> screen_now_;
  Instant touched_{}, asked_{};
  std::vector<AdultCommand> commands_;
};

}  // namespace nest
