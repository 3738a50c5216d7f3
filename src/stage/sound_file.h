#pragma once
// Sound files: Ogg Opus, Ogg Vorbis and 16-bit WAV are read (libsndfile), Ogg Opus is written
// (libopusenc). One reader serves the kiosk and the checker, so that they agree on what is
// playable. Not here: what a file is by its first bytes (core/base/media), playing.
#include <optional>
#include <span>
#include <string>

#include "stage/sound.h"

namespace nest::stage {

/// What a file says of itself; a file from elsewhere says nothing or anything.
struct SoundTags {
  std::string title;   ///< the sentence
  std::string artist;  ///< who speaks it
};

struct SoundFile {
  Sound sound;
  SoundTags tags;
};

/// Nothing if it is no such file, is broken, or lasts longer than 180 s.
std::optional<SoundFile> read_sound(std::span<const unsigned char> bytes);

/// Ogg Opus for a voice; the same sound and tags leave the same bytes. Throws std::runtime_error.
std::string write_opus(const Sound& sound, const SoundTags& tags);

}  // namespace nest::stage
