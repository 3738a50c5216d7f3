#pragma once
// What the kiosk needs of the world to be heard. Pictures, fingers and time are told to it;
// counters go to TallyStore (usage/tally.h).
#include <string_view>
#include <utility>
#include <vector>

#include "core/scene/voice.h"

namespace nest {

class Voice {
 public:
  virtual ~Voice() = default;
  /// Makes an utterance ready ahead of need; returns at once.
  virtual void prepare(const Utterance& utterance) = 0;
  /// Speaks it now (or as soon as it is ready), ending whatever was being said.
  virtual void say(const Utterance& utterance) = 0;
  virtual void hush() = 0;
};

/// Lengths that became known since the last call; a voice that never learns returns nothing.
class VoiceNews {
 public:
  virtual ~VoiceNews() = default;
  virtual std::vector<std::pair<Utterance, Spoken>> learnt() = 0;
};

class Sounds {
 public:
  virtual ~Sounds() = default;
  /// Plays a short sound under the voice: "library:drop" or "hands:media/splash.ogg".
  virtual void play(std::string_view key) = 0;
};

/// Bytes of pictures and sounds by key: "library:soap", "mila/wing.svg", "hands:media/tap.png".
/// Called from worker threads.
class MediaSource {
 public:
  virtual ~MediaSource() = default;
  /// Empty if there is no such thing.
  virtual std::vector<unsigned char> open(std::string_view key) const = 0;
};

}  // namespace nest
