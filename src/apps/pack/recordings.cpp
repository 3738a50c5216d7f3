#include "apps/pack/recordings.h"

#include <span>

#include "core/scene/word_times.h"
#include "stage/sound_file.h"
#include "store/files.h"

namespace nest::app {
namespace {
namespace fs = std::filesystem;

constexpr std::size_t kMostWords = 1UL << 20U;

Recorded heard_in(std::span<const unsigned char> bytes) {
  const auto file = stage::read_sound(bytes);
  if (!file) return {};
  return {stage::measure(file->sound), file->tags.title, file->tags.artist, std::nullopt};
}

}  // namespace

Recorded listen(const fs::path& file) {
  const auto bytes = store::read_file(file, store::kMediaBytes).value_or("");
  auto recorded = heard_in({reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size()});
  recorded.words = store::read_file(words_file(file.string()), kMostWords);
  return recorded;
}

void check_sounds(const fs::path& folder, const PackFiles& files, const Pack& pack,
                  const Pronunciations& known, Diagnostics& out) {
  for (const auto& file : files.media) {
    const bool sound = file.facts.kind == MediaKind::ogg || file.facts.kind == MediaKind::wav;
    if (!sound || pack.content.recordings.count(file.path) > 0) continue;
    judge_sound({files.name + "/" + file.path, 0, 0, ""}, listen(folder / file.path).heard, out);
  }
  if (pack.content.recordings.empty()) return;
  for (auto& sentence : narration(pack).sentences) {
    if (sentence.recording.empty()) continue;
    auto take = take_of(std::move(sentence), known);
    take.recorded = listen(folder / take.sentence.recording);
    judge_recording(files.name, take, out);
  }
}

void check_library_sound(const store::Assets& assets, const std::string& name, Diagnostics& out) {
  judge_sound({"sounds/" + name, 0, 0, ""}, heard_in(assets.open("library:" + name)).heard, out);
}

}  // namespace nest::app
