#pragma once
// A short story that branches: a picture and a sentence, then the child chooses what happens. A
// choice that leads astray is safe and kind, tells what came of it and returns; every way ends on
// the right thing. Nothing is judged here but by what happens.
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/activities/activity.h"
#include "core/activities/practice_view.h"
#include "core/base/reader.h"

namespace nest::what_next {

struct Choice {
  std::string id;
  std::string picture;
  Localized text;
  std::size_t to = 0;  ///< index of a moment
};

/// One picture of the story. Without choices it either leads on by itself (`then`) or is an end.
struct Moment {
  std::string id;
  std::string picture;
  Localized say;
  std::vector<Choice> choices;
  std::optional<std::size_t> then;
  std::string backdrop{};  ///< behind it all; empty: the meadow at day
  bool end() const { return choices.empty() && !then; }
};

struct Script {
  std::vector<Moment> moments;  ///< the story begins with the first
};

class WhatNext : public Activity {
 public:
  /// `pack` and `script` outlive it; `id` begins the names of its recordings.
  WhatNext(const PackContent& pack, const Script& script, std::string id, Random luck);

  void enter(const Show& show, Instant now, Outbox& out) override;
  void tap(std::string_view target, const Show& show, Instant now, Outbox& out) override;
  void advance(const Show& show, Instant now, Outbox& out) override;
  std::optional<Instant> next_due() const override;
  void draw(Frame& frame, const Show& show, Instant now) const override;
  void language_changed(const Show& show, Instant now, Outbox& out) override;
  bool finished() const override { return finished_; }
  std::size_t turns() const override { return visits_; }
  bool narrating() const override { return narrator_.speaking(); }
  std::size_t stars() const override { return moment().end() ? 1 : 0; }

 private:
  const Moment& moment() const { return script_->moments[at_]; }
  void go(std::size_t to, const Show& show, Instant now, Outbox& out);
  void go_on(const Show& show, Instant now, Outbox& out);
  void say(const Show& show, Instant now, Outbox& out);

  const PackContent* pack_;
  const Script* script_;
  std::string id_;
  Random luck_;
  std::size_t at_ = 0;
  std::size_t visits_ = 0;          ///< moments seen so far; a new one is a new screen
  std::vector<std::size_t> order_;  ///< choices as they stand on the screen
  bool finished_ = false;
  Narrator narrator_;
  Performer mila_;
};

/// Reads "story": 3-16 moments.
std::unique_ptr<ActivitySpec> read(Reader& in);

}  // namespace nest::what_next
