#include "core/activities/question_run.h"

#include <iterator>

namespace nest {

std::unique_ptr<Activity> start_form(const PackContent& pack, AgeBand age, Form form, Phase when,
                                     Random luck) {
  auto items = pack.pool(form, age);
  if (items.empty()) return nullptr;
  luck.shuffle(std::span(items));
  return std::make_unique<QuestionRun>(pack, std::move(items), luck, when);
}

QuestionRun::QuestionRun(const PackContent& pack, std::vector<const Item*> items, Random luck,
                         Phase when)
    : pack_(&pack), items_(std::move(items)), luck_(luck), when_(when), question_(question(0)) {
  deal_next();
}

Question QuestionRun::question(std::size_t index) {
  return {*pack_, *items_[index], Random(luck_.next()), when_};
}

void QuestionRun::enter(const Show& show, Instant now, Outbox& out) {
  question_.enter(show, now, out);
  prepare_next(show, out);
}

void QuestionRun::tap(std::string_view target, const Show& show, Instant now, Outbox& out) {
  if (finished()) return;
  question_.tap(target, show, now, out);
  go_on(show, now, out);
}

void QuestionRun::advance(const Show& show, Instant now, Outbox& out) {
  while (!finished() && question_.next_due() && *question_.next_due() <= now) {
    const Instant due = *question_.next_due();
    question_.advance(show, due, out);
    go_on(show, due, out);
  }
}

std::optional<Instant> QuestionRun::next_due() const {
  return finished() ? std::nullopt : question_.next_due();
}

std::size_t QuestionRun::stars() const {
  return index_ + (question_.star_earned() && !finished() ? 1 : 0);
}

void QuestionRun::draw(Frame& frame, const Show& show, Instant now) const {
  frame.screen = when_ == Phase::practice ? "quiz" : "round";
  draw_question(frame, question_, show, now, stars(), items_.size());
  if (next_) foresee(frame, *next_, show, now);
  if (show.touch.pressed.empty()) return;
  // A finger is down: what it may be about to choose is made ready while it rests.
  Question chosen = question_;
  Outbox unheard;
  chosen.tap(show.touch.pressed, show, now, unheard);
  foresee(frame, chosen, show, now);
}

void QuestionRun::language_changed(const Show& show, Instant now, Outbox& out) {
  if (!finished()) question_.language_changed(show, now, out);
}

void QuestionRun::go_on(const Show& show, Instant now, Outbox& out) {
  if (!question_.finished()) return;
  helped_ = helped_ || question_.helped();
  if (question_.evaluated()) {
    const auto& item = question_.item();
    answers_.push_back({item.id, item.goal, question_.solved()});
  }
  ++index_;
  if (finished()) return form_finished(out);
  question_ = std::move(*next_);
  deal_next();
  question_.enter(show, now, out);
  prepare_next(show, out);
}

void QuestionRun::form_finished(Outbox& out) {
  if (when_ == Phase::practice) return;
  out.count(FormFinished{pack_->id, when_, items_.front()->form, std::move(answers_), {}});
}

/// Dealt one question ahead, so that its pictures are ready before it comes.
void QuestionRun::deal_next() {
  next_.reset();
  if (index_ + 1 < items_.size()) next_.emplace(question(index_ + 1));
}

/// Drawn beside the frame, because only the drawing knows how large each picture is.
void QuestionRun::foresee(Frame& frame, const Question& question, const Show& show,
                          Instant now) const {
  Show untouched = show;
  untouched.touch = {};
  untouched.rigs = nullptr;  // Mila is there already
  Frame ahead;
  draw_question(ahead, question, untouched, now, 0, items_.size());
  std::move(ahead.ops.begin(), ahead.ops.end(), std::back_inserter(frame.soon));
}

void QuestionRun::prepare_next(const Show& show, Outbox& out) const {
  if (next_) next_->prepare(show, out);
}

}  // namespace nest
