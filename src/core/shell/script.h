#pragma once
// A visit as a script, one command a line: taps are sent as coordinates through the same gate and
// hit test as fingers, with a clock moved by hand. A script is a touch device.
//
//   tap TARGET         touch the middle of a target of the current screen; "answer/*" takes one of
//                      those that begin so, another one each time
//   wait 4s | 250ms    let time pass
//   wait screen NAME   let time pass until that screen comes, at most five minutes
//   lang lt            choose a language without touching
//   workshop paired TOPIC B    open a workshop (also unpaired, play) for an age band
//   workshop next | close      its next stage; its end
//   expect screen NAME
//   expect text TEXT   somewhere on the screen, across line breaks
//   shot NAME          keep a picture
//   # comment
#include <functional>
#include <string>
#include <variant>
#include <vector>

#include "core/base/diagnostic.h"
#include "core/shell/kiosk.h"

namespace nest {

namespace script {
struct Tap {
  std::string target;
};
/// A finger lands on one target and goes to another, where it stays until it is dropped.
struct Drag {
  std::string from, to;
};
struct Drop {
  std::string target;
};
struct Wait {
  Millis span;
};
struct WaitScreen {
  std::string name;
};
struct Language {
  Lang lang;
};
struct ExpectScreen {
  std::string name;
};
struct ExpectText {
  std::string text;
};
struct Shot {
  std::string name;
};
/// What an adult does: "paired", "unpaired" or "play" with a topic and ages; "next"; "close".
struct Adult {
  std::string act, topic, ages;
};
using Command = std::variant<Tap, Drag, Drop, Wait, WaitScreen, Language, Adult, ExpectScreen,
                             ExpectText, Shot>;

struct Step {
  std::size_t line = 0;
  Command command;
};
}  // namespace script

/// Faulty lines are reported and left out.
std::vector<script::Step> parse_script(const std::string& file, const std::string& text,
                                       Diagnostics& out);

/// What a script's run does with what comes out of the kiosk.
struct ScriptHooks {
  std::function<void(const Frame&)> frame;  ///< a new frame, at every step
  std::function<void(const std::string& name, const Frame&)> shot;
  std::function<void(Outbox&&)> outbox;  ///< cues and usage events
};

class ScriptRunner {
 public:
  ScriptRunner(Kiosk& kiosk, ScriptHooks hooks) : kiosk_(kiosk), hooks_(std::move(hooks)) {}
  ScriptRunner(const ScriptRunner&) = delete;
  ScriptRunner& operator=(const ScriptRunner&) = delete;
  /// A workshop that the script left open is closed: the cards go with the runner.
  ~ScriptRunner() { kiosk_.close_workshop(now_); }

  /// Runs all steps. A failed expectation goes to `out` with its place, and the run ends there.
  /// With `show_targets` the message names the targets of the current screen.
  bool run(const std::string& file, const std::vector<script::Step>& steps, Diagnostics& out,
           bool show_targets);
  /// Screens, sentences and counts in the order in which they came, one a line.
  const std::string& transcript() const { return transcript_; }
  Instant now() const { return now_; }

 private:
  bool step(const script::Step& step, std::string& fault);
  bool tap(const std::string& target, std::string& fault);
  bool drag(const script::Drag& drag, std::string& fault);
  bool drop(const std::string& target, std::string& fault);
  std::optional<Target> target_of(const std::string& wanted, std::string& fault);
  void finger(FingerPhase phase, Point at);
  bool wait_for(const std::string& screen, std::string& fault);
  const Target* find(const Frame& frame, const std::string& wanted);
  void adult(const script::Adult& adult);
  void pass(Millis span);
  void look();
  void drain();

  Kiosk& kiosk_;
  PlainVault vault_;
  std::uint64_t workshops_ = 0;
  ScriptHooks hooks_;
  Instant now_{};
  std::string screen_, transcript_;
  std::size_t wild_ = 0;  ///< taps with a star so far
};

/// The frame's texts, lines joined by spaces, hard spaces made ordinary.
std::string visible_text(const Frame& frame);
/// One line for a transcript: "count answered hands/what-washes-best soap right".
std::string describe(const UsageEvent& event);

}  // namespace nest
