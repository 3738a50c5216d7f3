#pragma once
// A character as parts on joints, and its clips (named movements). One animation system serves
// lessons and the mascot in a quiz. A pose is a closed-form function of time: nothing accumulates.
// Not here: pixels; which clip plays when (lesson, performer).
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/node.h"
#include "core/base/time.h"
#include "core/view/easing.h"
#include "core/view/frame.h"

namespace nest {

enum class Channel { x, y, turn, scale, opacity, visible };
inline constexpr std::size_t kChannels = 6;

struct Keyframe {
  float at = 0;  ///< seconds from the clip's start
  float value = 0;
  Easing ease = Easing::linear;  ///< how this value is reached from the one before
};

/// One channel of one part over time. Before the first key the first value holds, after the last
/// the last.
struct Track {
  std::size_t part = 0;
  Channel channel = Channel::x;
  std::vector<Keyframe> keys;
  float at(float seconds) const;
};

struct Clip {
  float length = 1;  ///< seconds
  bool loop = false;
  std::vector<Track> tracks;
};

struct Part {
  std::string id;
  std::string picture;  ///< media key: "mila/wing.svg"
  Rect box;             ///< rig units
  Point pivot;          ///< rig units
  std::optional<std::size_t> parent;
  bool hidden = false;
};

struct Rig {
  std::string id;
  float width = 0, height = 0;  ///< rig units of the whole figure
  Point origin;                 ///< the point that stands on the ground
  std::vector<Part> parts;      ///< painted in this order
  std::map<std::string, Clip, std::less<>> clips;

  const Clip* clip(std::string_view name) const;
  std::optional<std::size_t> part(std::string_view id) const;
};

/// A clip that has been running for `elapsed`; ended ones (not looping) leave no trace.
struct PlayedClip {
  const Clip* clip = nullptr;
  Millis elapsed{0};
};

/// Where and how large a rig stands: `at` is where its origin lies on the canvas.
struct Stand {
  Point at;
  float scale = 1;  ///< canvas units per rig unit
  float turn = 0;   ///< degrees, clockwise, about the origin
  float opacity = 1;
  bool flip = false;  ///< mirrored left to right
};

/// Paints the rig with the clips layered in order: x, y and turn add up, scale and opacity
/// multiply, the last clip that names "visible" wins. `shown` overrides visibility by part.
void draw_rig(Frame& frame, const Rig& rig, const Stand& stand,
              const std::vector<PlayedClip>& clips, const std::map<std::size_t, bool>& shown = {});

/// Reads assets/characters/<id>/rig.json; parts that name no picture of their own are reported.
std::optional<Rig> read_rig(const Document& document, Diagnostics& out);

}  // namespace nest
