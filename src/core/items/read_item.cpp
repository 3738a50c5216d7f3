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

Answer read_answer(Reader& in) {
  Answer answer;
  answer.id = in.id<AnswerId>("id");
  answer.correct = in.flag("correct", false);
  answer.picture = in.picture("picture", true);
  answer.text = in.localized("text", TextRole::answer);
  answer.why = in.localized("why", TextRole::reason);
  return answer;
}

void check_answers(Reader& in, const Item& item) {
  const auto right = std::count_if(item.answers.begin(), item.answers.end(),
                                   [](const Answer& a) { return a.correct; });
  if (right == 0 && !item.answers.empty()) {
    in.complain("answers", "no-correct-answer", "no answer is marked as right.",
                "Add \"correct\": true to one of them.");
  }
  if (right > 1) {
    in.complain("answers", "two-correct-answers",
                fmt::format("{} answers are marked as right; there must be one.", right),
                "Keep \"correct\": true at one of them.");
  }
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

std::size_t Item::correct() const {
  const auto found =
      std::find_if(answers.begin(), answers.end(), [](const Answer& a) { return a.correct; });
  return static_cast<std::size_t>(found - answers.begin());
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
  in.context().beside_picture = !item.picture.empty();
  item.prompt = in.localized("prompt", TextRole::prompt);
  item.answers = in.list<Answer>("answers", 2, kMaxAnswers, "an answer", read_answer);
  item.hint = in.localized("hint", TextRole::reason);
  check_answers(in, item);
  in.context().beside_picture = false;
  return item;
}

}  // namespace nest
