#pragma once
// Cards face down, turned two by two until all pairs are found. There is no counting of turns and
// no loser; the hint lets the partner of the open card shine.
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "core/activities/activity.h"
#include "core/activities/practice_view.h"
#include "core/scene/narrator.h"
#include "core/scene/performer.h"

namespace nest::pairs {

struct CardFace {
  std::string picture;
  Localized text;
};
struct Pair {
  std::string id;
  std::array<CardFace, 2> faces;
  Localized why;  ///< said when the pair is found
};
struct MemoryScript {
  Localized say;
  std::vector<Pair> pairs;
};

/// Under which the recording of a face lies: "who-helps.soap.1".
std::string face_id(const std::string& activity, const Pair& pair, std::size_t side);

class Memory : public Activity {
 public:
  /// `pack` and `script` outlive it; `id` begins the names of its recordings.
  Memory(const PackContent& pack, const MemoryScript& script, std::string id, Random luck);

  void enter(const Show& show, Instant now, Outbox& out) override;
  void tap(std::string_view target, const Show& show, Instant now, Outbox& out) override;
  void advance(const Show& show, Instant now, Outbox& out) override;
  std::optional<Instant> next_due() const override;
  void draw(Frame& frame, const Show& show, Instant now) const override;
  void language_changed(const Show& show, Instant now, Outbox& out) override;
  bool finished() const override { return finished_; }
  bool narrating() const override { return narrator_.speaking(); }
  bool helped() const override { return helped_; }
  std::size_t stars() const override { return solved() ? 1 : 0; }
  std::size_t turns() const override { return turns_; }

 private:
  /// A card: which pair, which of its two faces.
  struct Card {
    std::size_t pair = 0, side = 0;
    bool found = false;
  };
  bool solved() const;
  bool face_up(std::size_t card) const;
  void turn(std::size_t card, const Show& show, Instant now, Outbox& out);
  void hint(const Show& show, Instant now, Outbox& out);
  void say(const Show& show, Instant now, Outbox& out);
  std::vector<Line> lines(const Show& show) const;
  Line face_line(std::size_t card, const Show& show) const;
  void draw_card(Frame& frame, const PracticeView& view, std::size_t card, const Rect& box,
                 bool worded) const;

  const PackContent* pack_;
  const MemoryScript* script_;
  std::string id_;
  std::vector<Card> cards_;        ///< as they lie on the screen
  std::vector<std::size_t> open_;  ///< the one or two cards that were turned last
  std::optional<std::size_t> lit_;
  std::optional<std::size_t> just_found_;  ///< the pair that is being told of
  std::size_t turns_ = 0;                  ///< two cards each
  std::size_t variant_;
  bool helped_ = false;
  bool finished_ = false;
  Narrator narrator_;
  Performer mila_;
};

}  // namespace nest::pairs
