#include "core/activities/lesson/lesson.h"

#include <fmt/format.h>

#include <algorithm>

namespace nest::lesson {
namespace {

/// Nobody needs to touch: a shy child, or one that only watches, sees how it goes on.
constexpr Millis kPatience{8000};

}  // namespace

std::unique_ptr<Activity> Spec::start(const PackContent& pack, AgeBand age, Random luck) const {
  return std::make_unique<Lesson>(pack, *this, age, luck);
}

std::string sentence_id(const ActivityId& lesson, const Scene& scene, std::size_t beat) {
  return fmt::format("{}.{}.{}", lesson.str(), scene.id, beat + 1);
}

std::vector<SpokenText> Spec::sentences() const {
  std::vector<SpokenText> said;
  for (const auto& scene : script.scenes) {
    for (std::size_t b = 0; b < scene.beats.size(); ++b) {
      const auto& beat = scene.beats[b];
      const auto* who = beat.by ? &scene.actors[*beat.by] : nullptr;
      const bool known = who != nullptr && who->kind == ActorKind::character;
      said.push_back({sentence_id(id, scene, b), &beat.say, known ? who->source : ""});
    }
  }
  return said;
}

void Lesson::enter(const Show& show, Instant now, Outbox& out) {
  if (const auto* mila = show.rig("mila")) {
    for (const auto& [name, clip] : mila->clips) clip_length_[name] = clip.length;
  }
  begin_scene(0, show, now, out);
}

Utterance Lesson::said(const Show& show, const Scene& scene, std::size_t beat) const {
  return pack_->utterance(show.lang, scene.beats[beat].say.plain(show.lang),
                          sentence_id(spec_->id, scene, beat));
}

/// What the next scene begins with is ready before it comes, also after a skip.
void Lesson::prepare(std::size_t index, const Show& show, Outbox& out) const {
  const auto& scenes = spec_->script.scenes;
  const auto& now = scenes[index];
  for (std::size_t b = 1; b < now.beats.size(); ++b) {
    out.cues.emplace_back(Prepare{said(show, now, b)});
  }
  if (index + 1 < scenes.size()) {
    out.cues.emplace_back(Prepare{said(show, scenes[index + 1], 0)});
  }
}

void Lesson::keep_to(const Spoken& spoken, const Lang& lang) {
  spoken_ = spoken;
  length_ = beat_length(beat(), lang, spoken_, clip_length_);
}

void Lesson::begin_scene(std::size_t scene, const Show& show, Instant at, Outbox& out) {
  if (scene != scene_) repeated_ = false;
  scene_ = scene;
  question_.reset();
  paused_.reset();
  if (finished()) {
    narrator_.stop(out.cues);
    return;
  }
  prepare(scene, show, out);
  begin_beat(0, show, at, out);
}

void Lesson::begin_beat(std::size_t beat, const Show& show, Instant at, Outbox& out) {
  beat_ = beat;
  since_ = at;
  waiting_.reset();
  const auto utterance = said(show, scene(), beat);
  keep_to(show.voices->expected(utterance), show.lang);
  narrator_.start({{"caption", utterance}}, at, *show.voices, out.cues);
  if (!this->beat().sound.empty()) {
    out.cues.emplace_back(PlaySound{pack_->media(this->beat().sound)});
  }
}

void Lesson::end_beat(const Show& show, Instant at, Outbox& out) {
  if (beat_ + 1 < scene().beats.size()) return begin_beat(beat_ + 1, show, at, out);
  end_scene(show, at, out);
}

void Lesson::end_scene(const Show& show, Instant at, Outbox& out) {
  paused_.reset();
  waiting_.reset();
  const auto* item = scene().ask ? pack_->item(*scene().ask) : nullptr;
  const bool fit =
      item != nullptr && item->ages.has(age_) && (!item->pending || pack_->show_pending);
  if (!fit || repeated_) return begin_scene(scene_ + 1, show, at, out);
  question_.emplace(*pack_, *item, Random(luck_.next()));
  question_->enter(show, at, out);
}

void Lesson::tap(std::string_view target, const Show& show, Instant now, Outbox& out) {
  if (finished()) return;
  if (question_) {
    question_->tap(target, show, now, out);
    return step(show, now, out);
  }
  if (waiting_ && target == "touch") {
    out.cues.emplace_back(PlaySound{"library:drop"});
    return end_beat(show, now, out);
  }
  if (waiting_ && target == "listen") return begin_beat(beat_, show, now, out);
  if (target == "pause" && !paused_) {
    paused_ = now;
    waiting_.reset();  // "play" tells it again and waits anew
    narrator_.stop(out.cues);
  }
  if (target == "play" && paused_) {
    paused_.reset();
    begin_beat(beat_, show, now, out);  // the whole sentence again, so that it makes sense
  }
  if (target == "replay") begin_scene(scene_, show, now, out);
  if (target == "skip") end_scene(show, now, out);
}

/// After two wrong answers the scene is told once more: seeing it done again helps more than
/// being asked again.
void Lesson::end_question(const Show& show, Instant at, Outbox& out) {
  const bool shown = question_->needed_showing();
  if (!repeated_) ++stars_;
  helped_ = helped_ || question_->helped();
  if (!shown) return begin_scene(scene_ + 1, show, at, out);
  repeated_ = true;
  begin_scene(scene_, show, at, out);
}

/// What is due at `due`, and nothing later.
void Lesson::step(const Show& show, Instant due, Outbox& out) {
  if (question_) {
    question_->advance(show, due, out);
    if (question_->finished()) end_question(show, due, out);
    return;
  }
  narrator_.advance(due, *show.voices, out.cues);
  if (const auto* spoken = narrator_.spoken()) keep_to(*spoken, show.lang);
  if (due < (waiting_ ? *waiting_ + kPatience : beat_end())) return;
  if (!beat().touch || waiting_) return end_beat(show, due, out);
  waiting_ = due;
}

void Lesson::advance(const Show& show, Instant now, Outbox& out) {
  while (!finished() && next_due() && *next_due() <= now) step(show, *next_due(), out);
}

std::optional<Instant> Lesson::next_due() const {
  if (finished() || paused_) return std::nullopt;
  if (question_) return question_->next_due();
  if (waiting_) return *waiting_ + kPatience;
  const auto voice = narrator_.next_due();
  return voice ? std::min(*voice, beat_end()) : beat_end();
}

void Lesson::language_changed(const Show& show, Instant now, Outbox& out) {
  if (finished()) return;
  if (question_) return question_->language_changed(show, now, out);
  if (!paused_) return begin_beat(beat_, show, now, out);
  spoken_ =
      show.voices->expected(said(show, scene(), beat_));  // its words carry the picture's marks
}

bool Lesson::narrating() const {
  return question_ ? question_->narrating() : !paused_ && !waiting_ && !finished();
}

}  // namespace nest::lesson
