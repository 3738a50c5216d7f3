#pragma once
// Finding places in a picture: where are germs after the meal, what is unsafe in this kitchen? A
// right place keeps its mark, another one is "almost" with its reason, and light helps.
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/activities/activity.h"
#include "core/activities/practice_view.h"
#include "core/base/reader.h"

namespace nest::spot {

/// The scene that an author places things on: the canvas, as in a lesson.
inline constexpr float kSceneWidth = kCanvasWidth;
inline constexpr float kSceneHeight = kCanvasHeight;

/// Something in the scene: a picture laid on it, or a place of the scene itself.
struct Thing {
  std::string id;
  std::string picture;  ///< empty: drawn into the scene already
  Rect box;             ///< scene units
  bool right = false;   ///< one of those to find
  Localized text, why;
};

struct Script {
  Localized say;
  std::string scene;  ///< picture of 16 to 9
  std::vector<Thing> things;
};

class Spot : public Activity {
 public:
  /// `pack` and `script` outlive it; `id` begins the names of its recordings.
  Spot(const PackContent& pack, const Script& script, std::string id, Random luck);

  void enter(const Show& show, Instant now, Outbox& out) override;
  void tap(std::string_view target, const Show& show, Instant now, Outbox& out) override;
  void advance(const Show& show, Instant now, Outbox& out) override;
  std::optional<Instant> next_due() const override;
  void draw(Frame& frame, const Show& show, Instant now) const override;
  void language_changed(const Show& show, Instant now, Outbox& out) override;
  bool finished() const override { return finished_; }
  std::size_t turns() const override { return found_.size(); }
  bool narrating() const override { return narrator_.speaking(); }
  bool helped() const override { return helped_; }
  std::size_t stars() const override { return solved() ? 1 : 0; }

 private:
  bool solved() const;
  bool found(std::size_t thing) const;
  void touch(std::size_t thing, const Show& show, Instant now, Outbox& out);
  void light_next();
  void say(const Show& show, Instant now, Outbox& out);
  std::vector<Line> lines(const Show& show) const;
  void draw_thing(Frame& frame, const PracticeView& view, std::size_t thing,
                  const Rect& scene) const;
  void draw_progress(Frame& frame, const Rect& field) const;

  const PackContent* pack_;
  const Script* script_;
  std::string id_;
  std::vector<std::size_t> found_;
  std::optional<std::size_t> told_;  ///< the thing whose reason is being said
  std::optional<std::size_t> lit_;
  int misses_ = 0;  ///< since the last find
  std::size_t variant_;
  bool helped_ = false;
  bool finished_ = false;
  Narrator narrator_;
  Performer mila_;
};

/// Whether every thing can be touched by itself on that screen.
bool fits(const Script& script, const Show& show);

/// Reads "say", "scene" and "things", 2-6 of them to be found.
std::unique_ptr<ActivitySpec> read(Reader& in);

}  // namespace nest::spot
