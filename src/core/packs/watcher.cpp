#include "core/packs/watcher.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "core/base/guess.h"
#include "core/scene/word_times.h"

namespace nest {
namespace {

constexpr std::string_view kLibrary = "library:";
constexpr std::string_view kVoices = "media/voice/";

template <class Named>
std::vector<std::string> keys_of(const Named& named) {
  std::vector<std::string> keys;
  for (const auto& entry : named) keys.push_back(entry.first);
  return keys;
}

/// As packs write them: "library:soap".
std::vector<std::string> library_keys(const std::set<std::string>& names) {
  std::vector<std::string> keys;
  for (const auto& name : names) keys.push_back(std::string(kLibrary) + name);
  return keys;
}

}  // namespace

PackWatcher::PackWatcher(const PackFiles& files, const Surroundings& around, Diagnostics& out)
    : files_(files), around_(around), out_(out) {
  for (const auto& file : files.media) media_.emplace(file.path, &file);
}

const PackFile* PackWatcher::file(std::string_view key) const {
  const auto found = media_.find(key);
  return found == media_.end() ? nullptr : found->second;
}

void PackWatcher::picture(const Node& at, std::string_view key) {
  if (key.substr(0, kLibrary.size()) == kLibrary) {
    const std::string name(key.substr(kLibrary.size()));
    const auto& known = around_.library_pictures;
    if (known.count(name) > 0) return;
    out_.error("missing-picture", at.place(),
               fmt::format("the kiosk's library has no picture \"{}\".", name),
               did_you_mean(key, library_keys(known),
                            "The command storknest-pack list --library shows them all."));
    return;
  }
  used_.insert(std::string(key));
  const auto* found = file(key);
  if (found == nullptr) {
    out_.error("missing-picture", at.place(), fmt::format("there is no file \"{}\".", key),
               did_you_mean(key, keys_of(media_),
                            "Put it into the pack's folder \"media\"; capital letters count."));
  } else if (!is_picture(found->facts.kind)) {
    out_.error("not-a-picture", at.place(),
               fmt::format("\"{}\" is no PNG or JPEG picture inside.", key),
               "Export it again as PNG.");
  } else if (found->facts.kind == MediaKind::svg && !around_.own_svg) {
    out_.error("svg-not-allowed", at.place(), fmt::format("\"{}\" is an SVG picture.", key),
               "Packs from outside use PNG or JPEG: export it again.");
  } else if (found->facts.kind != MediaKind::svg && found->facts.width <= 0) {
    out_.error("broken-picture", at.place(), fmt::format("\"{}\" is broken: it has no size.", key),
               "Export it again as PNG.");
  } else if (too_large(found->facts)) {
    out_.error(
        "picture-too-large", at.place(),
        fmt::format("\"{}\" is {} x {} pixels.", key, found->facts.width, found->facts.height),
        fmt::format("Make it at most {} on each side and 8 million in all.", kMaxPictureSide));
  }
}

void PackWatcher::check_sound(const Place& place, std::string_view key, const MediaFacts& facts) {
  if (facts.kind != MediaKind::ogg && facts.kind != MediaKind::wav) {
    out_.error("not-a-sound", place, fmt::format("\"{}\" is no Ogg or WAV sound inside.", key),
               "Export it again as Ogg Opus, Ogg Vorbis or 16-bit WAV.");
  } else if (facts.seconds <= 0) {
    out_.error("broken-sound", place,
               fmt::format("\"{}\" is broken, or of a kind that the kiosk does not play.", key),
               "Export it again as Ogg Opus, Ogg Vorbis or 16-bit WAV.");
  } else if (facts.seconds > kLongestSound) {
    out_.error("sound-too-long", place,
               fmt::format("\"{}\" lasts {:.0f} seconds.", key, facts.seconds),
               fmt::format("Cut it to at most {} seconds.", kLongestSound));
  }
}

void PackWatcher::sound(const Node& at, std::string_view key) {
  if (key.substr(0, kLibrary.size()) == kLibrary) {
    const std::string name(key.substr(kLibrary.size()));
    const auto& known = around_.library_sounds;
    if (known.count(name) > 0) return;
    out_.error("missing-sound", at.place(),
               fmt::format("the kiosk's library has no sound \"{}\".", name),
               did_you_mean(key, library_keys(known),
                            "The command storknest-pack list --library shows them all."));
    return;
  }
  used_.insert(std::string(key));
  if (const auto* found = file(key)) return check_sound(at.place(), key, found->facts);
  out_.error("missing-sound", at.place(), fmt::format("there is no file \"{}\".", key),
             did_you_mean(key, keys_of(media_),
                          "Put it into the pack's folder \"media\"; capital letters count."));
}

const Rig* PackWatcher::rig(std::string_view character) const {
  if (around_.rigs == nullptr) return nullptr;
  const auto found = around_.rigs->find(character);
  return found == around_.rigs->end() ? nullptr : &found->second;
}

void PackWatcher::character(const Node& at, std::string_view name) {
  if (around_.rigs == nullptr || rig(name) != nullptr) return;
  const auto known = keys_of(*around_.rigs);
  out_.error(
      "unknown-character", at.place(), fmt::format("the kiosk has no character \"{}\".", name),
      did_you_mean(name, known, "The command storknest-pack list --library shows them all."));
}

void PackWatcher::clip(const Node& at, std::string_view character, std::string_view name) {
  const auto* found = rig(character);
  if (found == nullptr || found->clip(name) != nullptr) return;
  out_.error("unknown-clip", at.place(), fmt::format("{} has no clip \"{}\".", character, name),
             did_you_mean(name, keys_of(found->clips),
                          fmt::format("There are: {}.", fmt::join(keys_of(found->clips), ", "))));
}

void PackWatcher::part(const Node& at, std::string_view character, std::string_view name) {
  const auto* found = rig(character);
  if (found == nullptr || found->part(name)) return;
  std::vector<std::string> parts;
  for (const auto& part : found->parts) parts.push_back(part.id);
  out_.error("unknown-part", at.place(), fmt::format("{} has no part \"{}\".", character, name),
             did_you_mean(name, parts, fmt::format("There are: {}.", fmt::join(parts, ", "))));
}

/// media/voice/<language>/<sentence>.ogg, and .words.txt beside it.
void PackWatcher::check_recording(const PackFile& file, const std::set<std::string>& recordings,
                                  const std::set<std::string>& sentences,
                                  const std::vector<Lang>& languages) {
  const Place place{files_.name + "/" + file.path, 0, 0, ""};
  const auto unused = [&](std::string what, std::string advice) {
    out_.warn("unused-recording", place, std::move(what), std::move(advice));
  };
  const auto inside = file.path.substr(kVoices.size());
  const auto slash = inside.find('/');
  const bool times = is_words_file(file.path);
  const auto dot = times ? inside.size() - kWordsEnding.size() : inside.rfind('.');
  const Lang lang(inside.substr(0, slash));
  const bool spoken = std::find(languages.begin(), languages.end(), lang) != languages.end();
  if (slash == std::string::npos || dot == std::string::npos || dot <= slash || !spoken) {
    return unused("this recording belongs to no language of the pack.",
                  "Recordings are called media/voice/pl/<sentence>.ogg.");
  }
  const auto sentence = inside.substr(slash + 1, dot - slash - 1);
  if (sentences.count(sentence) == 0) {
    return unused(fmt::format("the pack says no sentence \"{}\".", sentence),
                  did_you_mean(sentence, {sentences.begin(), sentences.end()},
                               "The command storknest-pack narration shows how they are named."));
  }
  const auto played = recording_of(recordings, file.path.substr(0, kVoices.size() + dot));
  if (times && played.empty()) {
    return unused("there is no recording whose words this file could time.",
                  "Put the recording beside it, under the same name.");
  }
  if (times) return;
  check_sound(place, file.path, file.facts);
  if (played.empty()) {
    unused("recordings end in .ogg, .opus or .wav, in small letters.", "Give it that ending.");
  } else if (played != file.path) {
    unused(fmt::format("the kiosk plays \"{}\" for this sentence.", played),
           "Take one of the two out.");
  }
}

void PackWatcher::report_media(const std::set<std::string>& recordings,
                               const std::set<std::string>& sentences,
                               const std::vector<Lang>& languages) {
  for (const auto& file : files_.media) {
    if (used_.count(file.path) > 0) continue;
    if (file.path.rfind(kVoices, 0) == 0) {
      check_recording(file, recordings, sentences, languages);
      continue;
    }
    out_.warn("unused-media", {files_.name + "/" + file.path, 0, 0, ""},
              "nothing in the pack uses this file.", "Use it or take it out.");
  }
}

}  // namespace nest
