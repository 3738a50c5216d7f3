#pragma once
// The close of a path: "Again? yes, maybe, no", then a favourite among what was played. It asks
// about the kiosk, never about the child, and any answer is as good as another.
#include <memory>
#include <optional>
#include <vector>

#include "core/activities/activity.h"
#include "core/activities/practice_view.h"
#include "core/base/reader.h"

namespace nest::again {

class Again : public Activity {
 public:
  /// `steps` are what there is to choose a favourite from; with fewer than two nobody is asked.
  Again(const PackContent& pack, std::vector<PathStep> steps);

  void enter(const Show& show, Instant now, Outbox& out) override;
  void tap(std::string_view target, const Show& show, Instant now, Outbox& out) override;
  void advance(const Show& show, Instant now, Outbox& out) override;
  std::optional<Instant> next_due() const override { return narrator_.next_due(); }
  void draw(Frame& frame, const Show& show, Instant now) const override;
  void language_changed(const Show& show, Instant now, Outbox& out) override;
  bool finished() const override { return phase_ == Phase::done; }
  bool narrating() const override { return narrator_.speaking(); }

 private:
  enum class Phase { wanting, favourite, done };
  void say(const Show& show, Instant now, Outbox& out);
  struct Card {
    std::string target, picture, text;
  };
  std::vector<Card> cards(const PracticeView& view) const;

  const PackContent* pack_;
  std::vector<PathStep> steps_;
  Phase phase_ = Phase::wanting;
  Narrator narrator_;
  Performer mila_;
};

/// Needs no keys of its own: a pack names it as the last step of a path.
std::unique_ptr<ActivitySpec> read(Reader& in);

}  // namespace nest::again
