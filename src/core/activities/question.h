#pragma once
// One item being asked in practice: prompt, first answer, "almost" with its reason, a second try,
// then the answer shown. Used by quizzes and at the end of lesson scenes. The first answer is the
// one that counts. Not here: choosing items (quiz), rounds before and after a lesson.
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/activities/activity.h"
#include "core/scene/narrator.h"
#include "core/scene/performer.h"

namespace nest {

class Question {
 public:
  /// `item` and `pack` outlive the question; the answers are shuffled by `luck`.
  Question(const PackContent& pack, const Item& item, Random luck);

  void enter(const Show& show, Instant now, Outbox& out);
  void tap(std::string_view target, const Show& show, Instant now, Outbox& out);
  void advance(const Show& show, Instant now, Outbox& out);
  std::optional<Instant> next_due() const;
  void language_changed(const Show& show, Instant now, Outbox& out);
  bool finished() const { return std::holds_alternative<Done>(phase_); }
  /// The question was answered (rightly, or it was shown) and its star is earned.
  bool star_earned() const { return star_since().has_value(); }
  /// When the star was earned.
  std::optional<Instant> star_since() const;
  bool narrating() const { return narrator_.speaking(); }
  /// A hint was asked for, or the answer had to be shown.
  bool helped() const { return helped_; }

  struct Asking {
    bool again = false;  ///< the second try
  };
  struct Almost {
    std::size_t chosen;
  };
  struct Right {
    std::size_t chosen;
    Instant since;
  };
  struct Shown {
    Instant since;
  };
  struct Done {};
  using Phase = std::variant<Asking, Almost, Right, Shown, Done>;

  const Phase& phase() const { return phase_; }
  const Item& item() const { return *item_; }
  const PackContent& pack() const { return *pack_; }
  const std::vector<std::size_t>& order() const { return order_; }
  const Narrator& narrator() const { return narrator_; }
  const Performer& mila() const { return mila_; }
  std::optional<std::size_t> ruled_out() const { return ruled_out_; }
  std::size_t variant() const { return variant_; }

 private:
  void choose(std::size_t answer, const Show& show, Instant now, Outbox& out);
  void say(const Show& show, Instant now, Outbox& out);
  void say_hint(const Show& show, Instant now, Outbox& out);
  std::vector<Line> lines(const Show& show) const;
  Line line(std::string tag, const Localized& text, const Show& show,
            const std::string& part) const;
  Line phrase(std::string_view key, const Show& show) const;
  std::optional<Instant> auto_next() const;

  const PackContent* pack_;
  const Item* item_;
  std::vector<std::size_t> order_;  ///< answer indices as they stand on the screen
  std::size_t variant_;             ///< which of the praising phrases
  Phase phase_ = Asking{};
  Instant appeared_{};
  bool hinted_ = false, helped_ = false;
  std::optional<std::size_t> ruled_out_;
  Narrator narrator_;
  Performer mila_;
};

/// Draws the question: bubble, cards, Mila, hint and next buttons. `earned` and `total` are the
/// progress stars, the star of this question included once it is earned.
void draw_question(Frame& frame, const Question& question, const Show& show, Instant now,
                   std::size_t earned, std::size_t total);

}  // namespace nest
