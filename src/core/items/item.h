#pragma once
// A question that stands on its own: used by id from quizzes, lessons and forms (IMS QTI's words:
// item, prompt, answer, feedback). Not here: how it is asked (activities/question).
#include <string>
#include <vector>

#include "core/base/age.h"
#include "core/base/text.h"

namespace nest {

enum class Form { practice, a, b };
enum class ItemKind { choice, true_false };

/// What "I don't know yet" is counted as; no answer of a pack may have this id.
inline constexpr const char* kUnknown = "unknown";
/// The two answers of a true/false item; their words are the interface's.
inline constexpr const char *kTrue = "true", *kFalse = "false";

struct Answer {
  AnswerId id;
  bool correct = false;
  std::string picture;  ///< may be empty where the youngest are not asked
  std::string sound;    ///< heard instead of the text; may be empty
  Localized text;       ///< empty in true/false
  Localized why;
};

struct Item {
  ItemId id;
  ItemKind kind = ItemKind::choice;
  bool several = false;  ///< right only if exactly the right ones are chosen
  std::vector<std::string> facts;
  Ages ages;
  GoalId goal;  ///< may be empty in practice
  Form form = Form::practice;
  bool pending = false;  ///< hidden from children until reviewed
  Localized prompt, hint;
  std::string picture;
  std::string backdrop;  ///< behind it all; empty: the meadow in the morning
  std::vector<Answer> answers;

  std::vector<std::size_t> correct() const;  ///< indices of the right answers
  /// Answers are picked first and taken on "done": there may be several, or they must be heard.
  bool confirms() const;
};

/// What a pack says of its review; an item may say otherwise.
struct Review {
  bool pending = true;
  std::string basis, until;
};

}  // namespace nest
