#pragma once
// Every screen that the activities and questions of a pack can show, as frames: an author previews
// them, the walk judges them. What tells by itself is watched, a game's targets are touched in
// turn, a question is brought into every state.
// Not here: the kiosk's own screens (a Kiosk shows those), pixels.
#include <functional>
#include <string>

#include "core/packs/pack.h"
#include "core/shell/screens.h"

namespace nest {

class Question;

class Tour {
 public:
  /// Gets each screen with its name: "soap-story-03", "tap-3-almost-book".
  using Keep = std::function<void(const std::string& name, Frame frame)>;

  /// All of them outlive the tour; `show` says the languages, the age, the size and how many play.
  Tour(const Pack& pack, const Show& show, const std::map<Lang, Catalog>& catalogs, Keep keep);

  /// As a child of the shown age meets it; nothing if there is nothing for that age.
  void activity(const ActivitySpec& spec);
  /// Everything that a child can make of a question: asking, hint, each wrong answer with its
  /// reason, the second try, the right answer, the answer shown.
  void item(const Item& item);

 private:
  void keep(const std::string& name, Frame frame);
  void watch(const ActivitySpec& spec);
  void touch_all(const ActivitySpec& spec);
  void skip_question(Activity& activity, const Frame& frame, Instant now);
  void evaluated(const Item& item);
  void draw(const Question& question, const std::string& what);
  Question asked(const Item& item) const;
  void answer(Question& question, const Answer& answer) const;
  void listen(Question& question) const;

  const Pack& pack_;
  const Show& show_;
  const std::map<Lang, Catalog>& catalogs_;
  Keep keep_;
  Narrator narrator_;
  Performer mila_;
  std::size_t turn_ = 0;  ///< where several take turns each screen is another one's
};

}  // namespace nest
