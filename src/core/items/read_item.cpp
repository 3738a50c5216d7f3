#include "core/items/read_item.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>

namespace nest {
namespace {

constexpr std::size_t kMaxAnswers = 4;
constexpr std::size_t kMaxAnswersA = 3;

/// ISO 8601, a day that exists.
bool is_date(std::string_view text) {
  constexpr std::string_view kShape = "0000-00-00";
  const auto as_shape = [](char c, char shape) {
    return shape == '0' ? c >= '0' && c <= '9' : c == shape;
  };
  if (text.size() != kShape.size() ||
      !std::equal(text.begin(), text.end(), kShape.begin(), as_shape)) {
    return false;
  }
  const auto part = [text](std::size_t at, std::size_t count) {
    int value = 0;
    std::from_chars(text.data() + at, text.data() + at + count, value);
    return value;
  };
  return std::chrono::year_month_day(std::chrono::year(part(0, 4)),
                                     std::chrono::month(static_cast<unsigned>(part(5, 2))),
                                     std::chrono::day(static_cast<unsigned>(part(8, 2))))
      .ok();
}

/// A picture, or a sound, or for those who read a word alone.
Answer read_answer(Reader& in) {
  Answer answer;
  answer.id = in.id<AnswerId>("id");
  if (answer.id.str() == kUnknown) {
    in.complain("id", "reserved-id", "\"unknown\" is what \"I don't know yet\" is counted as.",
                "Give this answer another id.");
  }
  answer.correct = in.flag("correct", false);
  answer.sound = in.sound("sound");
  const bool young = in.context().youngest == AgeBand::a;
  answer.picture = in.picture("picture", young && answer.sound.empty());
  answer.text = in.localized("text", TextRole::answer);
  answer.why = in.localized("why", TextRole::reason);
  return answer;
}

/// Both answers share their reason; the words on them are the interface's.
std::vector<Answer> read_true_false(Reader& in, const Ages& ages) {
  if (ages.has(AgeBand::a)) {
    in.complain("kind", "true-false-young", "children of 4-6 say yes to everything.",
                "Ask a question with pictures, or take \"A\" out of \"ages\".");
  }
  const bool truth = in.truth("true");
  const auto why = in.localized("why", TextRole::reason);
  return {{AnswerId(kTrue), truth, "library:answer-true", {}, {}, why},
          {AnswerId(kFalse), !truth, "library:answer-false", {}, {}, why}};
}

void check_right_ones(Reader& in, const Item& item) {
  const auto right = item.correct().size();
  if (right == 0 && !item.answers.empty()) {
    in.complain("answers", "no-correct-answer", "no answer is marked as right.",
                "Add \"correct\": true to one of them.");
  }
  if (item.several && !item.answers.empty() && (right == 1 || right == item.answers.size())) {
    in.complain("answers", "several-right",
                fmt::format("{} of {} answers are marked as right.", right, item.answers.size()),
                "Where \"several\" are right, mark two or more and leave one that is not; else "
                "take \"several\" out.");
  }
  if (!item.several && right > 1) {
    in.complain("answers", "two-correct-answers",
                fmt::format("{} answers are marked as right; there must be one.", right),
                "Keep \"correct\": true at one of them, or write \"several\": true.");
  }
}

void check_answers(Reader& in, const Item& item) {
  check_right_ones(in, item);
  if (item.ages.has(AgeBand::a) && item.answers.size() > kMaxAnswersA) {
    in.complain("answers", "too-many-answers", "children of 4-6 choose from 2 or 3 answers.",
                "Take an answer out, or take \"A\" out of \"ages\".");
  }
  for (std::size_t i = 0; i < item.answers.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (item.answers[i].id.empty() || item.answers[i].id != item.answers[j].id) continue;
      in.complain("answers", "same-id",
                  fmt::format("two answers have the id \"{}\".", item.answers[i].id.str()),
                  "Ids are different within a list.");
    }
  }
}

/// What an item says of itself; a review that nobody understands hides it.
bool is_pending(Reader& in) {
  const auto review = in.object("review", "Write {\"state\": \"pending\"}, or take it out.");
  return !review || read_object<Review>(*review, "a review", in.context(), read_review).pending;
}

}  // namespace

std::vector<std::size_t> Item::correct() const {
  std::vector<std::size_t> right;
  for (std::size_t i = 0; i < answers.size(); ++i) {
    if (answers[i].correct) right.push_back(i);
  }
  return right;
}

bool Item::confirms() const {
  return several || std::any_of(answers.begin(), answers.end(),
                                [](const Answer& a) { return !a.sound.empty(); });
}

Review read_review(Reader& in) {
  Review review;
  review.pending = in.word_of("state", {"approved", "pending"}, true) != "approved";
  review.basis = in.word_of("basis", {"source", "clinician"}).value_or("");
  review.until = in.text_or("until", "");
  if (!review.until.empty() && !is_date(review.until)) {
    in.complain("until", "bad-date", fmt::format("\"{}\" is no day.", review.until),
                "Write year-month-day: \"2027-11-01\".");
  }
  return review;
}

Item read_item(Reader& in, const Review& otherwise) {
  Item item;
  item.id = in.id<ItemId>("id");
  item.ages = in.ages("ages");
  in.context().youngest = item.ages.empty() ? AgeBand::c : item.ages.youngest();
  item.facts = in.words("facts", 1, 8);
  if (in.has("goal")) item.goal = in.id<GoalId>("goal");
  const auto form = in.word_of("form", {"practice", "A", "B"}).value_or("practice");
  item.form = form == "A" ? Form::a : form == "B" ? Form::b : Form::practice;
  item.pending = in.has("review") ? is_pending(in) : otherwise.pending;
  item.picture = in.picture("picture", false);
  item.backdrop = in.picture("backdrop", false);
  in.context().beside_picture = !item.picture.empty();
  item.prompt = in.localized("prompt", TextRole::prompt);
  if (in.word_of("kind", {"choice", "true-false"}) == "true-false") {
    item.kind = ItemKind::true_false;
    item.answers = read_true_false(in, item.ages);
  } else {
    item.several = in.flag("several", false);
    item.answers = in.list<Answer>("answers", 2, kMaxAnswers, "an answer", read_answer);
    check_answers(in, item);
  }
  item.hint = in.localized("hint", TextRole::reason);
  in.context().beside_picture = false;
  return item;
}

}  // namespace nest
