#include "core/activities/again/again.h"

#include <algorithm>
#include <array>

namespace nest::again {
namespace {

constexpr float kLargestCard = 400;

/// What can be answered, its phrase, and Mila on the card, who shows it without words.
struct Wish {
  AgainAnswer answer;
  const char* target;
  const char* key;
  const char* picture;
};
constexpr std::array<Wish, 3> kWishes{
    {{AgainAnswer::yes, "again/yes", "again.yes", "library:again-yes"},
     {AgainAnswer::maybe, "again/maybe", "again.maybe", "library:again-maybe"},
     {AgainAnswer::no, "again/no", "again.no", "library:again-no"}}};

/// As high as looks good, or as there is room if words need it.
std::vector<Rect> card_places(const Show& show, const Rect& field, std::size_t count,
                              const std::vector<const std::string*>& words) {
  const CardGrid grid{kLargestCard, std::max(40.0F, show.screen.gap()),
                      show.screen.answer(show.age)};
  const float high = std::min(field.h, 460.0F);
  const Rect box{field.x, field.y + (field.h - high) / 2, field.w, high};
  auto cells = practice_cells(show, box, count, grid, words);
  if (hold_words(show, cells.front(), words)) return cells;
  return practice_cells(show, field, count, grid, words);
}

class Spec : public ActivitySpec {
 public:
  std::unique_ptr<Activity> start(const PackContent& pack, AgeBand age, Random) const override {
    // The youngest choose among three; whoever played it last remembers it best.
    const std::size_t most = age == AgeBand::a ? 3 : 4;
    auto steps = pack.steps(age);
    steps.erase(std::remove_if(steps.begin(), steps.end(),
                               [this](const PathStep& step) { return step.activity == id; }),
                steps.end());
    if (steps.size() > most) steps.erase(steps.begin(), steps.end() - static_cast<long>(most));
    return std::make_unique<Again>(pack, std::move(steps));
  }
  bool offers(const PackContent&, AgeBand) const override { return true; }
  std::vector<std::pair<ItemId, Place>> items() const override { return {}; }
  std::vector<SpokenText> sentences() const override { return {}; }
  bool closes() const override { return true; }
};

}  // namespace

Again::Again(const PackContent& pack, std::vector<PathStep> steps)
    : pack_(&pack), steps_(std::move(steps)) {}

void Again::enter(const Show& show, Instant now, Outbox& out) {
  mila_.play("wave", now);
  say(show, now, out);
}

void Again::tap(std::string_view target, const Show& show, Instant now, Outbox& out) {
  if (target == "listen") return say(show, now, out);
  if (phase_ == Phase::wanting) {
    const auto wish = std::find_if(kWishes.begin(), kWishes.end(),
                                   [&](const Wish& w) { return target == w.target; });
    if (wish == kWishes.end()) return;
    out.count(AgainAnswered{wish->answer});
    phase_ = steps_.size() < 2 ? Phase::done : Phase::favourite;
  } else {
    const auto step = std::find_if(steps_.begin(), steps_.end(), [&](const PathStep& s) {
      return target == "favourite/" + s.activity.str();
    });
    if (step == steps_.end()) return;
    out.count(FavouriteChosen{{pack_->id, step->activity}});
    phase_ = Phase::done;
  }
  out.cues.emplace_back(PlaySound{"library:drop"});
  if (finished()) return narrator_.stop(out.cues);
  mila_.play("point", now);
  say(show, now, out);
}

void Again::advance(const Show& show, Instant now, Outbox& out) {
  narrator_.advance(now, *show.voices, out.cues);
}

void Again::language_changed(const Show& show, Instant now, Outbox& out) {
  say(show, now, out);
}

void Again::say(const Show& show, Instant now, Outbox& out) {
  const bool wanting = phase_ == Phase::wanting;
  std::vector<Line> lines{{"say", show.phrase(wanting ? "again.question" : "again.favourite")}};
  if (wanting) {
    for (const auto& wish : kWishes) {
      lines.push_back({wish.target, show.phrase(wish.key)});
    }
  } else {
    for (const auto& step : steps_) {
      lines.push_back(
          {"favourite/" + step.activity.str(),
           pack_->utterance(show.lang, step.title.plain(show.lang), title_id(step.activity))});
    }
  }
  narrator_.start(std::move(lines), now, *show.voices, out.cues);
}

std::vector<Again::Card> Again::cards(const PracticeView& view) const {
  std::vector<Card> all;
  if (phase_ == Phase::wanting) {
    for (const auto& wish : kWishes) {
      all.push_back({wish.target, wish.picture, view.show.texts->text(wish.key)});
    }
    return all;
  }
  for (const auto& step : steps_) {
    all.push_back(
        {"favourite/" + step.activity.str(), pack_->media(step.picture), view.words(step.title)});
  }
  return all;
}

void Again::draw(Frame& frame, const Show& show, Instant now) const {
  const bool wanting = phase_ == Phase::wanting;
  frame.screen = wanting ? "again" : "favourite";
  frame.moment = frame.screen;
  const PracticeView view{show, now, narrator_, mila_};
  const auto said = show.texts->text(wanting ? "again.question" : "again.favourite");
  const auto laid = Places(show).lay(kPracticePlan, {&said});
  draw_practice(frame, view, laid, said, "say", false);
  if (finished()) return;
  const auto all = cards(view);
  std::vector<const std::string*> words;
  for (const auto& each : all) words.push_back(&each.text);
  const auto cells = card_places(show, laid.field, all.size(), words);
  const bool worded = words_fit(show, cells.front(), words);
  for (std::size_t i = 0; i < all.size(); ++i) {
    const auto& [target, picture, text] = all[i];
    const Rect face = card(frame, target, cells[i], show.touch, show.screen.slack());
    draw_face(frame, view, face, picture, text, target, worded);
  }
}

std::unique_ptr<ActivitySpec> read(Reader&) {
  return std::make_unique<Spec>();
}

}  // namespace nest::again
