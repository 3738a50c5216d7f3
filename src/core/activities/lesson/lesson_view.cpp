#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/activities/lesson/lesson.h"
#include "core/activities/places.h"
#include "core/scene/performer.h"
#include "core/scene/spoken_paragraph.h"
#include "core/view/backdrop.h"
#include "core/view/theme.h"

namespace nest::lesson {
namespace {

constexpr Millis kFrame{16};  // 60 frames a second while something moves
constexpr float kPictureUnits = 320;

std::vector<PlayedClip> clips_of(const Rig& rig, const ActorPose& pose, Instant now,
                                 std::optional<Instant> talking) {
  std::vector<PlayedClip> clips{{rig.clip("idle"), now.time_since_epoch()}};
  if (talking) clips.push_back({rig.clip("talk"), now - *talking});
  for (const auto& playing : pose.clips) {
    clips.push_back({rig.clip(playing.clip), from_seconds(playing.elapsed)});
  }
  return clips;
}

}  // namespace

void Lesson::draw_actor(Frame& frame, const Show& show, std::size_t index, const ActorPose& pose,
                        Instant now) const {
  const auto& actor = scene().actors[index];
  const auto& look = pose.look;
  if (look.opacity <= 0 || look.scale <= 0) return;
  if (actor.kind == ActorKind::picture) {
    const float side = kPictureUnits * look.scale;
    frame.picture(pack_->media(actor.source), Rect::around(look.at, side, side), look.opacity,
                  look.turn, actor.flip);
    return;
  }
  if (actor.kind == ActorKind::text) {
    const TextStyle style{actor.text_size * look.scale, true, theme::kInk.faded(look.opacity)};
    const auto& text = actor.text.plain(show.lang);
    const float width = show.measure->width(text, style);
    frame.line(text, {look.at.x - width / 2, look.at.y - style.size * kLineHeight / 2}, width,
               style);
    return;
  }
  const auto* rig = show.rig(actor.source);
  if (rig == nullptr) return;
  std::map<std::size_t, bool> shown;
  for (const auto& [part, on] : pose.parts) {
    if (const auto found = rig->part(part)) shown[*found] = on;
  }
  const bool speaks = beat().by == index && narrator_.speaking();
  const auto talking = speaks ? std::optional(narrator_.since()) : std::nullopt;
  draw_rig(frame, *rig, {look.at, look.scale, look.turn, look.opacity, actor.flip},
           show.calm ? std::vector<PlayedClip>{} : clips_of(*rig, pose, now, talking), shown);
}

void Lesson::draw_scene(Frame& frame, const Show& show, const Caption& caption, Instant now) const {
  const Instant at = paused_.value_or(now);
  const float t = seconds(at - since_);
  const auto poses = pose_at(scene(), beat_, t, show.lang, spoken_);
  for (std::size_t i = 0; i < poses.size(); ++i) draw_actor(frame, show, i, poses[i], at);
  if (paused_) return;
  if (waiting_) draw_touch(frame, show, caption.free, poses[*beat().touch], now);
  const bool moving =
      narrator_.speaking() || moving_at(beat(), t, show.lang, spoken_, clip_length_);
  if (!show.calm || moving) frame.change_at(now + (moving ? kFrame : kCalmTick));
}

Caption Lesson::caption(const Show& show) const {
  std::vector<const std::string*> texts;
  for (const auto& beat : scene().beats) texts.push_back(&beat.say.plain(show.lang));
  return Places(show).caption(texts);
}

/// A hand that taps tells those who cannot read what to do; the picture is its target, as far as it
/// lies free.
void Lesson::draw_touch(Frame& frame, const Show& show, const Rect& free, const ActorPose& pose,
                        Instant now) const {
  constexpr Millis kTap{1200};
  const float side = std::max(kPictureUnits * pose.look.scale, show.screen.answer(show.age));
  Rect box = Rect::around(pose.look.at, side, std::min(side, free.h));
  box.y = std::clamp(box.y, free.y, free.bottom() - box.h);
  frame.target("touch", box, show.screen.slack());
  const float turn = seconds((now - *waiting_) % kTap) / seconds(kTap);
  const float lift = show.calm ? 0 : 26 * std::sin(turn * 2 * std::numbers::pi_v<float>);
  constexpr float kHand = 170;
  pointing_hand(frame, box.centre() + Point{0, 30 - lift}, kHand);
  if (!show.calm) frame.change_at(now + kFrame);
}

void Lesson::draw_caption(Frame& frame, const Show& show, const Caption& caption,
                          Instant now) const {
  frame.fill(caption.bar.moved({0, 8}), 48, theme::kSoftShadow);
  frame.fill(caption.bar, 48, theme::kWhite);
  const float slack = show.screen.slack();
  disc_button(frame, paused_ ? "play" : "pause", caption.pause, theme::kTeal,
              paused_ ? "library:icon-play" : "library:icon-pause", show.touch, slack);
  disc_button(frame, "replay", caption.replay, theme::kBlue, "library:icon-replay", show.touch,
              slack);
  disc_button(frame, "skip", caption.skip, theme::kBlue, "library:icon-skip", show.touch, slack);
  const auto fitted =
      caption.lettering.fit(beat().say.plain(show.lang), *show.measure, caption.words.w);
  draw_spoken(frame, fitted.paragraph, caption.words, *show.measure, narrator_, "caption", now);
}

void Lesson::draw(Frame& frame, const Show& show, Instant now) const {
  if (finished()) return;
  frame.screen = question_ ? "lesson-question" : "lesson";
  if (question_) {
    draw_question(frame, *question_, show, now, question_->star_earned() ? 1 : 0, 1);
    return;
  }
  backdrop(frame, pack_->media(scene().backdrop));
  frame.moment = "lesson/" + scene().id;
  const auto laid = caption(show);
  draw_scene(frame, show, laid, now);
  draw_caption(frame, show, laid, now);
  if (scene_ + 1 >= spec_->script.scenes.size()) return;
  const auto& next = spec_->script.scenes[scene_ + 1];
  Frame ahead;
  backdrop(ahead, pack_->media(next.backdrop));
  std::move(ahead.ops.begin(), ahead.ops.end(), std::back_inserter(frame.soon));
  for (const auto& actor : next.actors) {
    if (actor.kind != ActorKind::picture) continue;
    const float side = kPictureUnits * actor.look.scale;
    frame.soon.emplace_back(PictureOp{pack_->media(actor.source), {0, 0, side, side}, 0, 1, false});
  }
}

}  // namespace nest::lesson
