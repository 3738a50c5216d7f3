#pragma once
// The pose of a scene as a closed-form function of beat and time: nothing accumulates, so pause,
// replay, seek and skip are exact and dropped frames change nothing.
#include <map>
#include <vector>

#include "core/activities/lesson/script.h"
#include "core/scene/rig.h"
#include "core/scene/voice.h"

namespace nest::lesson {

/// A clip that an actor plays in the current beat.
struct Playing {
  std::string clip;
  float elapsed = 0;  ///< seconds
};

struct ActorPose {
  Look look;
  std::vector<Playing> clips;
  std::map<std::string, bool> parts;  ///< shown or hidden by the author
};

/// Seconds from the beat's start, given what is known of its voice.
float start_of(const Start& start, const Text& text, const Spoken& spoken);

/// The longest of voice and motions, plus a breath of 0.4 s. `clip_length` gives seconds by clip
/// name.
Millis beat_length(const Beat& beat, const Lang& lang, const Spoken& spoken,
                   const std::map<std::string, float>& clip_length);

/// Where every actor of the scene is `t` seconds into beat `beat`; earlier beats are over.
std::vector<ActorPose> pose_at(const Scene& scene, std::size_t beat, float t, const Lang& lang,
                               const Spoken& spoken);

/// Whether anything but idle life moves at `t`.
bool moving_at(const Beat& beat, float t, const Lang& lang, const Spoken& spoken,
               const std::map<std::string, float>& clip_length);

}  // namespace nest::lesson
