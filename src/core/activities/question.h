#pragma once
// One item being asked. In practice: prompt, first answer, "almost" with its reason, a second try,
// then the answer shown. Before and after a lesson: prompt, one answer or "I don't know yet", and a
// thank-you that is the same for all. The first answer is the one that counts. Used by quizzes,
// rounds and at the end of lesson scenes. Not here: choosing items.
#include <set>
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
  Question(const PackContent& pack, const Item& item, Random luck,
           nest::Phase when = nest::Phase::practice);

  void enter(const Show& show, Instant now, Outbox& out);
  void tap(std::string_view target, const Show& show, Instant now, Outbox& out);
  /// Has made ready what it will say first.
  void prepare(const Show& show, Outbox& out) const;
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
  /// The last answer that was taken was right.
  bool solved() const { return solved_; }
  /// Two answers were wrong.
  bool needed_showing() const { return tries_ > 1 && !solved_; }

  struct Asking {
    bool again = false;  ///< the second try
  };
  struct Almost {};
  struct Right {
    Instant since;
  };
  struct Shown {
    Instant since;
  };
  /// Before and after a lesson: whatever was answered.
  struct Thanked {
    Instant since;
  };
  struct Done {};
  using Phase = std::variant<Asking, Almost, Right, Shown, Thanked, Done>;
  /// Indices of answers.
  using Answers = std::set<std::size_t>;

  const Phase& phase() const { return phase_; }
  const Item& item() const { return *item_; }
  const PackContent& pack() const { return *pack_; }
  const std::vector<std::size_t>& order() const { return order_; }
  const Narrator& narrator() const { return narrator_; }
  const Performer& mila() const { return mila_; }
  /// Whether answers can still be given.
  bool asking() const;
  /// Neither right nor wrong is shown: a round before or after.
  bool evaluated() const { return when_ != nest::Phase::practice; }
  /// Answers that were wrong; they are not taken twice.
  const Answers& ruled_out() const { return ruled_out_; }
  /// Answers that are chosen, or on their way to "done".
  const Answers& picked() const { return picked_; }
  /// "I don't know yet" was chosen.
  bool unknown() const { return unknown_; }
  /// The answer whose reason is being said or was said last; none while the prompt stands there.
  std::optional<std::size_t> explained() const;
  /// What stands on an answer's card and is said of it.
  std::string answer_text(std::size_t answer, const Show& show) const;
  std::size_t variant() const { return variant_; }

 private:
  void pick(std::size_t answer, const Show& show, Instant now, Outbox& out);
  void take(const Show& show, Instant now, Outbox& out);
  void take_evaluated(AnswerId option, bool correct, const Show& show, Instant now, Outbox& out);
  void ask_hint(const Show& show, Instant now, Outbox& out);
  void say(const Show& show, Instant now, Outbox& out);
  void say_hint(const Show& show, Instant now, Outbox& out);
  AnswerId option() const;
  std::vector<std::size_t> reasons() const;
  std::vector<Line> lines(const Show& show) const;
  std::vector<Line> asked_lines(const Show& show) const;
  std::vector<Line> reason_lines(const Show& show) const;
  Line answer_line(std::size_t answer, const Show& show) const;
  Line line(std::string tag, const Localized& text, const Show& show,
            const std::string& part) const;
  Line phrase(std::string_view key, const Show& show) const;
  std::optional<Instant> auto_next() const;

  const PackContent* pack_;
  const Item* item_;
  std::vector<std::size_t> order_;  ///< answer indices as they stand on the screen
  std::size_t variant_;             ///< which of the praising phrases
  nest::Phase when_;
  Phase phase_ = Asking{};
  Instant appeared_{};
  bool hinted_ = false, helped_ = false, solved_ = false, unknown_ = false;
  std::size_t tries_ = 0;
  Answers picked_, ruled_out_;
  Narrator narrator_;
  Performer mila_;
};

/// Draws the question: what stands behind it, bubble, cards, Mila, hint and next buttons. `earned`
/// and `total` are the progress stars, the star of this question included once it is earned.
void draw_question(Frame& frame, const Question& question, const Show& show, Instant now,
                   std::size_t earned, std::size_t total);

}  // namespace nest
