#pragma once
// A question that stands on its own: used by id from quizzes, lessons and forms (IMS QTI's words:
// item, prompt, answer, feedback). Not here: how it is asked (activities/question).
#include <string>
#include <vector>

#include "core/base/age.h"
#include "core/base/text.h"

namespace nest {

enum class Form { practice, a, b };

struct Answer {
  AnswerId id;
  bool correct = false;
  std::string picture;
  Localized text, why;
};

struct Item {
  ItemId id;
  std::vector<std::string> facts;
  Ages ages;
  GoalId goal;  ///< may be empty in practice
  Form form = Form::practice;
  bool pending = false;  ///< hidden from children until reviewed
  Localized prompt, hint;
  std::string picture;
  std::vector<Answer> answers;

  std::size_t correct() const;  ///< index of the right answer
};

/// What a pack says of its review; an item may say otherwise.
struct Review {
  bool pending = true;
  std::string basis, until;
};

}  // namespace nest
