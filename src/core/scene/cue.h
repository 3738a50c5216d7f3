#pragma once
// What a screen asks of the loudspeaker. Cues leave through the outbox; nothing comes back but
// lengths (VoiceBook).
#include <string>
#include <variant>
#include <vector>

#include "core/scene/voice.h"

namespace nest {

struct Say {
  Utterance what;
};
/// Make ready ahead of need.
struct Prepare {
  Utterance what;
};
struct Hush {};
struct PlaySound {
  std::string key;
};
using Cue = std::variant<Say, Prepare, Hush, PlaySound>;
using Cues = std::vector<Cue>;

}  // namespace nest
