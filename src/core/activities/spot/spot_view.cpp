#include <algorithm>

#include "core/activities/spot/spot.h"
#include "core/view/theme.h"

namespace nest::spot {
namespace {

constexpr float kFrameWidth = 16;
constexpr float kDisc = 64;  ///< one for each thing to find

/// What the bubble may say, so that the scene does not move below it.
Laid lay(const Script& script, const Show& show) {
  std::vector<const std::string*> texts{&script.say.plain(show.lang)};
  for (const auto& thing : script.things) texts.push_back(&thing.why.plain(show.lang));
  auto laid = Places(show).lay(kPracticePlan, texts);
  // The discs lie below the scene, beside the languages or in the field's last row.
  const float below = kCanvasHeight - laid.field.bottom() - kDisc - 30;
  laid.field.h += show.reach.controls_low ? -kDisc - 30 : std::min(0.0F, below);
  return laid;
}

/// The scene as large as fits into the field, with its white frame around it.
Rect scene_box(const Rect& field) {
  const float inside_h = field.h - 2 * kFrameWidth;
  const float inside_w = field.w - 2 * kFrameWidth;
  const float scale = std::min(inside_w / kSceneWidth, inside_h / kSceneHeight);
  return Rect::around(field.centre(), kSceneWidth * scale, kSceneHeight * scale);
}

Rect on_stage(const Rect& box, const Rect& scene) {
  const float scale = scene.w / kSceneWidth;
  return {scene.x + box.x * scale, scene.y + box.y * scale, box.w * scale, box.h * scale};
}

/// Generous: never smaller than a finger of that age.
Rect touch_box(const Thing& thing, const Rect& scene, const Show& show) {
  const Rect box = on_stage(thing.box, scene);
  const float least = show.screen.answer(show.age);
  return Rect::around(box.centre(), std::max(box.w, least), std::max(box.h, least));
}

}  // namespace

bool fits(const Script& script, const Show& show) {
  const Rect scene = scene_box(lay(script, show).field);
  const float half_gap = show.screen.gap() / 2;
  for (std::size_t i = 0; i < script.things.size(); ++i) {
    const Rect box = touch_box(script.things[i], scene, show).grown(half_gap);
    for (std::size_t j = 0; j < i; ++j) {
      if (box.overlaps(touch_box(script.things[j], scene, show).grown(half_gap))) return false;
    }
  }
  return true;
}

void Spot::draw_thing(Frame& frame, const PracticeView& view, std::size_t i,
                      const Rect& scene) const {
  const auto& thing = script_->things[i];
  const auto& show = view.show;
  const Rect box = on_stage(thing.box, scene);
  const std::string id = "thing/" + thing.id;
  if (lit_ == i) {
    const float side = std::max(box.w, box.h) + 40;
    frame.fill(Rect::around(box.centre(), side, side), side / 2, theme::kSun.faded(0.75F));
  }
  const float sink = show.touch.pressed == id ? 4.0F : 0.0F;
  if (!thing.picture.empty()) frame.picture(pack_->media(thing.picture), box.moved({0, sink}));
  frame.target(id, touch_box(thing, scene, show), show.screen.slack());
  const bool almost = told_ == i && !thing.right;
  if (!found(i) && !almost) return;
  const float badge = std::clamp(box.w * 0.4F, 64.0F, 110.0F);
  frame.picture(found(i) ? "library:badge-right" : "library:badge-almost",
                Rect::around({box.right() - badge * 0.3F, box.y + badge * 0.3F}, badge, badge));
}

/// One disc for each thing to find, ticked when it is found.
void Spot::draw_progress(Frame& frame, const Rect& field) const {
  const float y = field.bottom() + 30 + kDisc / 2;
  const auto wanted = static_cast<std::size_t>(std::count_if(
      script_->things.begin(), script_->things.end(), [](const Thing& t) { return t.right; }));
  for (std::size_t n = 0; n < wanted; ++n) {
    const Rect disc =
        Rect::around({field.x + 80 + static_cast<float>(n) * (kDisc + 22), y}, kDisc, kDisc);
    frame.fill(disc.grown(5), kDisc / 2 + 5, theme::kInk);
    frame.fill(disc, kDisc / 2, theme::kWhite);
    if (n < found_.size()) frame.picture("library:badge-right", disc.grown(8));
  }
}

void Spot::draw(Frame& frame, const Show& show, Instant now) const {
  frame.screen = "spot";
  frame.moment = "spot/" + id_ + (solved() ? "/solved" : "");
  const PracticeView view{show, now, narrator_, mila_};
  const auto laid = lay(*script_, show);
  draw_practice(frame, view, laid, view.words(told_ ? script_->things[*told_].why : script_->say),
                told_ ? "why" : "say", !solved());
  const Rect scene = scene_box(laid.field);
  card(frame, "", scene.grown(kFrameWidth), show.touch, 0);
  frame.picture(pack_->media(script_->scene), scene);
  for (std::size_t i = 0; i < script_->things.size(); ++i) draw_thing(frame, view, i, scene);
  draw_progress(frame, laid.field);
  if (!solved()) return;
  frame.targets.erase(std::remove_if(frame.targets.begin(), frame.targets.end(),
                                     [](const Target& t) { return t.id.rfind("thing/", 0) == 0; }),
                      frame.targets.end());
  const float high = 210;
  draw_way_on(frame, show, {scene.x, scene.bottom() - high, scene.w, high});
}

}  // namespace nest::spot
