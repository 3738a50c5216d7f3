#pragma once
// A lesson as its author wrote it: scenes of beats. A beat is one spoken sentence and what moves
// with it. Times are told within the beat: seconds, a share of the voice, or a marked word.
#include <optional>
#include <string>
#include <vector>

#include "core/base/id.h"
#include "core/base/text.h"
#include "core/view/easing.h"
#include "core/view/geometry.h"

namespace nest::lesson {

enum class ActorKind { picture, character, text };

/// What can change about an actor while the lesson plays.
struct Look {
  Point at;           ///< canvas units: middle of a picture or text, feet of a character
  float scale = 1;    ///< 1: a picture is 320 canvas units wide
  float turn = 0;     ///< degrees, clockwise
  float opacity = 1;  ///< 0-1
};

struct Actor {
  std::string name;
  ActorKind kind = ActorKind::picture;
  std::string source;  ///< picture as named in the pack, or character id
  Localized text;
  float text_size = 64;
  bool flip = false;
  Look look;  ///< at the scene's start
};

/// When a motion begins, counted from the start of its beat.
struct Start {
  enum class Kind { seconds, share, mark };
  Kind kind = Kind::seconds;
  float value = 0;  ///< seconds, or the share 0-1 of the voice's length
  std::string mark;
};

enum class MotionKind { move, scale, turn, fade, show, hide, play };

struct Motion {
  MotionKind kind = MotionKind::move;
  std::size_t actor = 0;
  Point to;          ///< for move
  float value = 0;   ///< for scale, turn, fade
  std::string name;  ///< part for show and hide, clip for play
  Start start;
  float over = 0.5F;  ///< seconds
  Easing ease = Easing::in_out;
  float arc = 0;  ///< height of a move's arc, canvas units upwards
};

struct Beat {
  Localized say;
  std::optional<std::size_t> by;  ///< the actor whose beak talks
  std::vector<Motion> motions;
  std::string sound;
  std::optional<std::size_t> touch;  ///< the actor that is touched before the lesson goes on
};

struct Scene {
  std::string id;
  std::string backdrop;
  std::vector<Actor> actors;
  std::vector<Beat> beats;
  std::optional<ItemId> ask;
};

struct Script {
  std::string id;
  std::vector<Scene> scenes;
};

}  // namespace nest::lesson
