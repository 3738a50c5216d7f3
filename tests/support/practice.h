#pragma once
// A practice activity under a test: taps by name, time by hand, and what it said.
#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/activities/activity.h"
#include "support/builders.h"
#include "support/fakes.h"

namespace nest::test {

class Practice {
 public:
  Practice() {
    show_.lang = kPl;
    show_.texts = &texts_;
    show_.measure = &measure_;
    show_.voices = &voices_;
  }

  void begin(Activity& activity) {
    activity_ = &activity;
    activity.enter(show_, now_, out_);
  }
  void tap(const std::string& target) {
    out_ = {};
    activity_->tap(target, show_, now_, out_);
  }
  void wait(Millis span) {
    now_ += span;
    activity_->advance(show_, now_, out_);
  }
  void change_language(const Lang& lang) {
    out_ = {};
    show_.lang = lang;
    activity_->language_changed(show_, now_, out_);
  }
  /// A finger that carries, or that has let go.
  void carry(std::optional<Point> at) { show_.touch = {{}, at, at.has_value()}; }
  Frame frame() const {
    Frame frame;
    activity_->draw(frame, show_, now_);
    return frame;
  }
  /// Ids of the targets that begin so.
  std::vector<std::string> targets(std::string_view prefix) const {
    std::vector<std::string> out;
    for (const auto& target : frame().targets) {
      if (target.id.rfind(prefix, 0) == 0) out.push_back(target.id);
    }
    return out;
  }
  /// How often a picture stands on the screen.
  std::size_t pictures(std::string_view name) const {
    std::size_t count = 0;
    for (const auto& op : frame().ops) {
      const auto* picture = std::get_if<PictureOp>(&op);
      count += picture != nullptr && picture->picture == name ? 1 : 0;
    }
    return count;
  }
  bool shows(std::string_view text) const {
    const auto drawn = frame();
    return std::any_of(drawn.ops.begin(), drawn.ops.end(), [text](const DrawOp& op) {
      const auto* line = std::get_if<TextOp>(&op);
      return line != nullptr && line->text == text;
    });
  }
  /// What the last tap counted.
  const std::vector<UsageEvent>& counted() const { return out_.usage; }
  /// What the last tap made the voice say, all its sentences.
  std::vector<std::string> said() const {
    std::vector<std::string> first, rest;
    for (const auto& cue : out_.cues) {
      if (const auto* say = std::get_if<Say>(&cue)) first.push_back(say->what.text);
      if (const auto* later = std::get_if<Prepare>(&cue)) rest.push_back(later->what.text);
    }
    first.insert(first.end(), rest.begin(), rest.end());
    return first;
  }

  PackContent pack = content({});

 private:
  Catalog texts_{kPl, {}};
  FixedMeasure measure_;
  VoiceBook voices_;
  Show show_;
  Activity* activity_ = nullptr;
  Instant now_{Millis(1000)};
  Outbox out_;
};

}  // namespace nest::test
