#include "core/shell/tour.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "core/activities/question.h"

namespace nest {
namespace {

/// Long after the last touch: nothing is in flight any more.
constexpr Instant kStill{Millis(60000)};

}  // namespace

Tour::Tour(const Pack& pack, const Show& show, const std::map<Lang, Catalog>& catalogs, Keep keep)
    : pack_(pack), show_(show), catalogs_(catalogs), keep_(std::move(keep)) {}

/// As a child sees it: with the way home and the languages.
void Tour::keep(const std::string& name, Frame frame) {
  const ScreenView view{show_, catalogs_, narrator_, mila_, Instant{}};
  draw_home(frame, view);
  draw_languages(frame, view, frame.screen == "lesson");
  draw_seats(frame, view, turn_++);
  keep_(name, std::move(frame));
}

void Tour::activity(const ActivitySpec& spec) {
  if (!spec.offers(pack_.content, show_.age) || !spec.fits(show_)) return;
  spec.tells() ? watch(spec) : touch_all(spec);
}

/// The picture at the end of every sentence, until the activity is over. A question in between is
/// answered rightly.
void Tour::watch(const ActivitySpec& spec) {
  auto activity = spec.start(pack_.content, show_.age, Random(1));
  Outbox out;
  activity->enter(show_, Instant{}, out);
  std::size_t count = 0;
  for (int guard = 0; guard < 2000 && activity && !activity->finished(); ++guard) {
    const auto due = activity->next_due();
    if (!due) break;
    Frame frame;
    activity->draw(frame, show_, *due - Millis(1));
    const bool question = frame.screen == "lesson-question";
    Outbox after;
    activity->advance(show_, *due, after);
    const bool spoke = std::any_of(after.cues.begin(), after.cues.end(),
                                   [](const Cue& cue) { return std::holds_alternative<Say>(cue); });
    if (question) {
      skip_question(*activity, frame, *due);
    } else if (spoke || activity->finished()) {
      keep(fmt::format("{}-{:02}", spec.id.str(), ++count), std::move(frame));
    }
  }
}

/// A game waits for its child: every target is touched in turn, and each new picture is kept.
void Tour::touch_all(const ActivitySpec& spec) {
  constexpr std::size_t kMostTaps = 24;
  auto activity = spec.start(pack_.content, show_.age, Random(1));
  Outbox out;
  activity->enter(show_, Instant{}, out);
  std::set<std::string> seen;
  std::size_t count = 0;
  Instant now{};
  for (std::size_t tap = 0; tap < kMostTaps && !activity->finished(); ++tap) {
    now += Millis(30000);
    activity->advance(show_, now, out);
    if (activity->finished()) break;
    Frame frame;
    activity->draw(frame, show_, now);
    const auto targets = frame.targets;
    if (seen.insert(frame.to_text()).second) {
      keep(fmt::format("{}-{:02}", spec.id.str(), ++count), std::move(frame));
    }
    if (targets.empty()) continue;
    activity->tap(targets[tap % targets.size()].id, show_, now, out);
  }
}

void Tour::skip_question(Activity& activity, const Frame& frame, Instant now) {
  Outbox out;
  for (const auto& target : frame.targets) {
    if (target.id == "next") return activity.tap("next", show_, now, out);
  }
  for (const auto& target : frame.targets) {
    if (target.id.rfind("answer/", 0) == 0) activity.tap(target.id, show_, now, out);
  }
}

void Tour::draw(const Question& question, const std::string& what) {
  Frame frame;
  frame.screen = "quiz";
  draw_question(frame, question, show_, kStill, question.star_earned() ? 1 : 0, 1);
  keep(question.item().id.str() + "-" + what, std::move(frame));
}

Question Tour::asked(const Item& item) const {
  Question question(pack_.content, item, Random(1));
  Outbox out;
  question.enter(show_, Instant{}, out);
  return question;
}

void Tour::answer(Question& question, const Answer& answer) const {
  Outbox out;
  question.tap("answer/" + answer.id.str(), show_, Instant(Millis(1000)), out);
  question.tap("done", show_, Instant(Millis(1000)), out);
}

/// Until the reason of a wrong answer has been said and the second try begins.
void Tour::listen(Question& question) const {
  Outbox out;
  while (std::holds_alternative<Question::Almost>(question.phase()) && question.next_due()) {
    question.advance(show_, *question.next_due(), out);
  }
}

/// As a round before or after a lesson asks it.
void Tour::evaluated(const Item& item) {
  Outbox out;
  Question question(pack_.content, item, Random(1), Phase::before);
  question.enter(show_, Instant{}, out);
  draw(question, "1-asked");
  question.tap("answer/" + item.answers.front().id.str(), show_, Instant(Millis(1000)), out);
  if (question.asking()) draw(question, "2-picked");
  question.tap("done", show_, Instant(Millis(1000)), out);
  draw(question, "3-thanked");
}

void Tour::item(const Item& item) {
  if (item.form != Form::practice) return evaluated(item);
  draw(asked(item), "1-asked");
  auto hinted = asked(item);
  Outbox out;
  hinted.tap("hint", show_, Instant(Millis(1000)), out);
  draw(hinted, "2-hint");
  if (item.confirms()) {
    auto picked = asked(item);
    picked.tap("answer/" + item.answers.front().id.str(), show_, Instant(Millis(1000)), out);
    draw(picked, "2-picked");
  }
  std::vector<const Answer*> wrong;
  for (const auto& a : item.answers) {
    auto question = asked(item);
    answer(question, a);
    const bool right = std::holds_alternative<Question::Right>(question.phase());
    draw(question, (right ? "5-right-" : "3-almost-") + a.id.str());
    if (!a.correct) wrong.push_back(&a);
  }
  auto again = asked(item);
  answer(again, *wrong[0]);
  listen(again);
  draw(again, "4-again");
  for (const auto* a : wrong) answer(again, *a);
  if (std::holds_alternative<Question::Shown>(again.phase())) draw(again, "6-shown");
}

}  // namespace nest
