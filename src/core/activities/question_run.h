#pragma once
// Questions one after the other, each with its star: a quiz, or a round before or after a lesson.
// Not here: which questions (quiz, round), how one goes (question.h).
#include <optional>
#include <vector>

#include "core/activities/question.h"

namespace nest {

class QuestionRun : public Activity {
 public:
  /// `items`: at least one; they and `pack` outlive the run.
  QuestionRun(const PackContent& pack, std::vector<const Item*> items, Random luck,
              Phase when = Phase::practice);

  void enter(const Show& show, Instant now, Outbox& out) override;
  void tap(std::string_view target, const Show& show, Instant now, Outbox& out) override;
  void advance(const Show& show, Instant now, Outbox& out) override;
  std::optional<Instant> next_due() const override;
  void draw(Frame& frame, const Show& show, Instant now) const override;
  void language_changed(const Show& show, Instant now, Outbox& out) override;
  bool finished() const override { return index_ >= items_.size(); }
  bool narrating() const override { return question_.narrating(); }
  bool helped() const override { return helped_; }
  std::size_t turns() const override { return index_; }
  std::size_t stars() const override;

 private:
  Question question(std::size_t index);
  void go_on(const Show& show, Instant now, Outbox& out);
  void form_finished(Outbox& out);
  void deal_next();
  void foresee(Frame& frame, const Question& question, const Show& show, Instant now) const;
  void prepare_next(const Show& show, Outbox& out) const;

  const PackContent* pack_;
  std::vector<const Item*> items_;
  Random luck_;
  Phase when_;
  std::size_t index_ = 0;
  bool helped_ = false;
  std::vector<FormAnswer> answers_;  ///< of a round
  Question question_;
  std::optional<Question> next_;
};

/// A whole form in shuffled order, before or after a lesson; nullptr if it has no question for that
/// band.
std::unique_ptr<Activity> start_form(const PackContent& pack, AgeBand age, Form form, Phase when,
                                     Random luck);

}  // namespace nest
