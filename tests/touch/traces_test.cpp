// Feeds each trace of this folder through the real touch gate, or through a whole kiosk, with a
// clock of its own. A new rule of touch is a new trace.
#include <doctest/doctest.h>

#include <algorithm>

#include "support/visitor.h"
#include "touch/trace.h"

namespace nest::test {
namespace {

namespace fs = std::filesystem;
using Words = std::vector<std::string>;

std::string stamp(Instant at, const std::string& target) {
  return std::to_string(at.time_since_epoch().count()) + " " + target;
}

std::string lines(const Words& words) {
  std::string out;
  for (const auto& word : words) out += word + "\n";
  return out;
}

Frame frame_of(const TraceScreen& screen, const ScreenMetrics& metrics) {
  Frame frame;
  for (const auto& t : screen.targets) frame.target(t.id, t.box, metrics.slack(), t.carry);
  return frame;
}

/// The gate before the screens of a trace.
class Glass {
 public:
  explicit Glass(const Trace& trace) : trace_(trace) { gate_.set_screen(trace.metrics); }

  Words run() {
    frame_ = frame_of(trace_.screens[0], trace_.metrics);
    for (const auto& step : trace_.steps) {
      CAPTURE(step.at.count());
      pass(Instant(step.at));
      take(step);
    }
    pass(Instant(trace_.steps.back().at + Millis(10'000)));
    return taps_;
  }

 private:
  void pass(Instant until) {
    while (const auto due = gate_.next_due()) {
      if (*due > until) break;
      if (const auto target = gate_.advance(*due)) taps_.push_back(stamp(*due, *target));
    }
  }
  void take(const TraceStep& step) {
    const Instant now(step.at);
    if (step.what == "screen") {
      frame_ = frame_of(trace_.screens[++shown_], trace_.metrics);
      gate_.moment_changed(now);
    } else if (step.what == "lit") {
      CHECK((gate_.shown().pressed.empty() ? "nothing" : gate_.shown().pressed) == step.name);
    } else if (step.what == "held") {
      CHECK((gate_.held(now) ? "yes" : "no") == step.name);
    } else if (const auto target = gate_.feed(step.finger, frame_, now)) {
      taps_.push_back(stamp(now, *target));
    }
  }

  const Trace& trace_;
  TouchGate gate_;
  Frame frame_;
  std::size_t shown_ = 0;
  Words taps_;
};

/// A kiosk in the first question of a quiz, which takes touches at time 0.
class Desk {
 public:
  explicit Desk(const Trace& trace) : trace_(trace) {
    visitor_.bring_garden();
    visitor_.come();
    visitor_.tap("activity/play");
    visitor_.pass(Millis(420));
    visitor_.counted();
    visitor_.tapped();
    for (const auto& id : visitor_.targets("answer/")) {
      answers_.emplace_back(id, visitor_.find(id)->box.centre());
    }
    REQUIRE(answers_.size() == 3);
    begin_ = visitor_.now;
  }

  Words run() {
    for (const auto& step : trace_.steps) {
      CAPTURE(step.at.count());
      pass(begin_ + step.at);
      visitor_.finger(step.finger.phase, place(step.name), static_cast<int>(step.finger.id));
      keep();
    }
    return taps_;
  }
  /// First and second tries.
  std::size_t counted() {
    const auto counted = visitor_.counted();
    return static_cast<std::size_t>(std::count_if(counted.begin(), counted.end(), [](auto& word) {
      return word.rfind("answered ", 0) == 0 || word.rfind("retried ", 0) == 0;
    }));
  }

 private:
  Point place(const std::string& name) const {
    for (std::size_t i = 0; i < answers_.size(); ++i) {
      if (name == "answer/" + std::to_string(i + 1)) return answers_[i].second;
    }
    const auto* target = visitor_.find(name);
    REQUIRE_MESSAGE(target != nullptr, name);
    return target->box.centre();
  }
  void pass(Instant until) {
    while (visitor_.now < until) {
      visitor_.pass(std::min(Millis(10), until - visitor_.now), Millis(10));
      keep();
    }
  }
  /// Taps as the trace names them.
  void keep() {
    for (auto id : visitor_.tapped()) {
      for (std::size_t i = 0; i < answers_.size(); ++i) {
        if (id == answers_[i].first) id = "answer/" + std::to_string(i + 1);
      }
      taps_.push_back(stamp(Instant(visitor_.now - begin_), id));
    }
  }

  const Trace& trace_;
  Visitor visitor_;
  Instant begin_;
  std::vector<std::pair<std::string, Point>> answers_;
  Words taps_;
};

std::vector<fs::path> trace_files() {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(fs::path(STORKNEST_SOURCE_DIR) / "tests/touch")) {
    if (entry.path().extension() == ".trace") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

TEST_CASE("touch: every trace gives its taps and no other") {
  const auto files = trace_files();
  REQUIRE(files.size() >= 40);
  for (const auto& file : files) {
    CAPTURE(file.filename().string());
    const Trace trace = read_trace(file);
    CAPTURE(trace.story);
    REQUIRE_FALSE(trace.steps.empty());
    if (!trace.kiosk) {
      CHECK(lines(Glass(trace).run()) == lines(trace.taps));
      continue;
    }
    Desk desk(trace);
    CHECK(lines(desk.run()) == lines(trace.taps));
    CHECK(desk.counted() == trace.counted);
  }
}

}  // namespace
}  // namespace nest::test
