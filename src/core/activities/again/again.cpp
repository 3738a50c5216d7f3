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

void Again::draw_wanting(Frame& frame, const PracticeView& view,
                         const std::vector<Rect>& cells) const {
  const auto& show = view.show;
  for (std::size_t i = 0; i < kWishes.size(); ++i) {
    const auto& wish = kWishes[i];
    const Rect face = card(frame, wish.target, cells[i], show.touch, show.screen.slack());
    draw_face(frame, view, face, wish.picture, show.texts->text(wish.key), wish.target);
  }
}

void Again::draw_favourites(Frame& frame, const PracticeView& view,
                            const std::vector<Rect>& cells) const {
  const auto& show = view.show;
  for (std::size_t i = 0; i < steps_.size(); ++i) {
    const std::string id = "favourite/" + steps_[i].activity.str();
    const Rect face = card(frame, id, cells[i], show.touch, show.screen.slack());
    draw_face(frame, view, face, pack_->media(steps_[i].picture), steps_[i].title.plain(show.lang),
              id);
  }
}

/// As high as looks good, or as there is room if words need it.
std::vector<Rect> Again::card_places(const PracticeView& view, const Rect& field) const {
  const auto& show = view.show;
  const bool wanting = phase_ == Phase::wanting;
  std::vector<const std::string*> words;
  for (const auto& step : steps_) {
    if (!wanting) words.push_back(&view.words(step.title));
  }
  const CardGrid grid{kLargestCard, std::max(40.0F, show.screen.gap()),
                      show.screen.answer(show.age)};
  const std::size_t count = wanting ? kWishes.size() : steps_.size();
  const float high = std::min(field.h, 460.0F);
  const Rect box{field.x, field.y + (field.h - high) / 2, field.w, high};
  auto cells = practice_cells(show, box, count, grid, words);
  if (hold_words(show, cells.front(), words)) return cells;
  return practice_cells(show, field, count, grid, words);
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
  const auto cells = card_places(view, laid.field);
  if (wanting) return draw_wanting(frame, view, cells);
  draw_favourites(frame, view, cells);
}

std::unique_ptr<ActivitySpec> read(Reader&) {
  return std::make_unique<Spec>();
}

}  // namespace nest::again
