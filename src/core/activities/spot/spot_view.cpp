#include <algorithm>

#include "core/activities/spot/spot.h"
#include "core/view/theme.h"

namespace nest::spot {
namespace {

constexpr float kFrameWidth = 16;

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

}  // namespace

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
  // Generous: never smaller than a finger of that age.
  const float least = show.screen.answer(show.age);
  frame.target(id, Rect::around(box.centre(), std::max(box.w, least), std::max(box.h, least)),
               show.screen.slack());
  const bool almost = told_ == i && !thing.right;
  if (!found(i) && !almost) return;
  const float badge = std::clamp(box.w * 0.4F, 64.0F, 110.0F);
  frame.picture(found(i) ? "library:badge-right" : "library:badge-almost",
                Rect::around({box.right() - badge * 0.3F, box.y + badge * 0.3F}, badge, badge));
}

/// One disc for each thing to find, ticked when it is found.
void Spot::draw_progress(Frame& frame, const PracticeView& view) const {
  constexpr float kDisc = 64;
  const float languages = std::max(92.0F, view.show.screen.control(view.show.age));
  const float y = kCanvasHeight - 24 - languages / 2;
  const auto wanted = static_cast<std::size_t>(std::count_if(
      script_->things.begin(), script_->things.end(), [](const Thing& t) { return t.right; }));
  for (std::size_t n = 0; n < wanted; ++n) {
    const Rect disc = Rect::around({430 + static_cast<float>(n) * (kDisc + 22), y}, kDisc, kDisc);
    frame.fill(disc.grown(5), kDisc / 2 + 5, theme::kInk);
    frame.fill(disc, kDisc / 2, theme::kWhite);
    if (n < found_.size()) frame.picture("library:badge-right", disc.grown(8));
  }
}

void Spot::draw(Frame& frame, const Show& show, Instant now) const {
  frame.screen = "spot";
  frame.moment = "spot/" + id_ + (solved() ? "/solved" : "");
  const PracticeView view{show, now, narrator_, mila_};
  std::vector<const std::string*> texts{&view.words(script_->say)};
  for (const auto& thing : script_->things) texts.push_back(&view.words(thing.why));
  const auto laid = Places(show).lay(kPracticePlan, texts);
  draw_practice(frame, view, laid, view.words(told_ ? script_->things[*told_].why : script_->say),
                told_ ? "why" : "say", !solved());
  const Rect scene = scene_box(laid.field);
  card(frame, "", scene.grown(kFrameWidth), show.touch, 0);
  frame.picture(pack_->media(script_->scene), scene);
  for (std::size_t i = 0; i < script_->things.size(); ++i) draw_thing(frame, view, i, scene);
  draw_progress(frame, view);
  if (!solved()) return;
  frame.targets.erase(std::remove_if(frame.targets.begin(), frame.targets.end(),
                                     [](const Target& t) { return t.id.rfind("thing/", 0) == 0; }),
                      frame.targets.end());
  const float high = 210;
  draw_way_on(frame, show, {scene.x, scene.bottom() - high, scene.w, high});
}

}  // namespace nest::spot
