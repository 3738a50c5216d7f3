#pragma once
// A lesson being played: which beat, since when, paused or not. The pose comes from pose_at.
#include "core/activities/activity.h"
#include "core/activities/lesson/pose.h"
#include "core/activities/lesson/script.h"
#include "core/activities/places.h"
#include "core/activities/question.h"

namespace nest::lesson {

class Spec : public ActivitySpec {
 public:
  std::unique_ptr<Activity> start(const PackContent& pack, AgeBand age, Random luck) const override;
  bool offers(const PackContent&, AgeBand) const override { return !script.scenes.empty(); }
  std::vector<std::pair<ItemId, Place>> items() const override { return asked; }
  std::vector<SpokenText> sentences() const override;
  bool tells() const override { return true; }

  Script script;
  std::vector<std::pair<ItemId, Place>> asked;
};

/// Under which the recording of a beat lies: "soap-story.looks-clean.2".
std::string sentence_id(const ActivityId& lesson, const Scene& scene, std::size_t beat);

class Lesson : public Activity {
 public:
  Lesson(const PackContent& pack, const Spec& spec, AgeBand age, Random luck)
      : pack_(&pack), spec_(&spec), age_(age), luck_(luck) {}

  void enter(const Show& show, Instant now, Outbox& out) override;
  void tap(std::string_view target, const Show& show, Instant now, Outbox& out) override;
  void advance(const Show& show, Instant now, Outbox& out) override;
  std::optional<Instant> next_due() const override;
  void draw(Frame& frame, const Show& show, Instant now) const override;
  void language_changed(const Show& show, Instant now, Outbox& out) override;
  bool finished() const override { return scene_ >= spec_->script.scenes.size(); }
  bool narrating() const override;
  bool helped() const override { return helped_; }
  std::size_t stars() const override {
    return stars_ + (question_ && question_->star_earned() ? 1 : 0);
  }

 private:
  const Scene& scene() const { return spec_->script.scenes[scene_]; }
  const Beat& beat() const { return scene().beats[beat_]; }
  void begin_scene(std::size_t scene, const Show& show, Instant at, Outbox& out);
  void begin_beat(std::size_t beat, const Show& show, Instant at, Outbox& out);
  void end_beat(const Show& show, Instant at, Outbox& out);
  void end_scene(const Show& show, Instant at, Outbox& out);
  void end_question(const Show& show, Instant at, Outbox& out);
  void step(const Show& show, Instant due, Outbox& out);
  void keep_to(const Spoken& spoken, const Lang& lang);
  void prepare(std::size_t scene, const Show& show, Outbox& out) const;
  Utterance said(const Show& show, const Scene& scene, std::size_t beat) const;
  Instant beat_end() const { return since_ + length_; }

  void draw_scene(Frame& frame, const Show& show, const Caption& caption, Instant now) const;
  void draw_actor(Frame& frame, const Show& show, std::size_t actor, const ActorPose& pose,
                  Instant now) const;
  Caption caption(const Show& show) const;
  void draw_touch(Frame& frame, const Show& show, const Rect& free, const ActorPose& pose,
                  Instant now) const;
  void draw_caption(Frame& frame, const Show& show, const Caption& caption, Instant now) const;

  const PackContent* pack_;
  const Spec* spec_;
  AgeBand age_;
  Random luck_;
  std::size_t scene_ = 0, beat_ = 0;
  Instant since_{};   ///< when the beat began
  Millis length_{0};  ///< of the beat; fixed in its first moment
  Spoken spoken_;     ///< of the beat; fixed in its first moment
  std::optional<Instant> paused_;
  std::optional<Instant> waiting_;  ///< since when for the beat's actor to be touched
  bool repeated_ = false;           ///< the scene is told once more after two wrong answers
  std::optional<Question> question_;
  std::map<std::string, float> clip_length_;
  Narrator narrator_;
  std::size_t stars_ = 0;
  bool helped_ = false;
};

}  // namespace nest::lesson
