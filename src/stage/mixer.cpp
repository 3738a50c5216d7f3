#include "stage/mixer.h"

#include <SDL2/SDL_mixer.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <exception>
#include <utility>

#include "core/scene/word_times.h"
#include "stage/sdl.h"
#include "stage/sound_file.h"

namespace nest::stage {
namespace {

constexpr std::size_t kBudget = 4u << 20;   // about 45 s of sound beside what is being said
constexpr std::chrono::seconds kLull{3};    // the device closes after so much silence
constexpr int kUnder = MIX_MAX_VOLUME / 2;  // -6 dB: of a sound while the voice speaks
constexpr int kBuffer = 1024;               // 23 ms: short enough to be in step with a word

using Chunk = std::unique_ptr<Mix_Chunk, Freed<Mix_FreeChunk>>;

int number(std::size_t index) {
  return static_cast<int>(index);
}

std::string key_of(const Utterance& utterance) {
  return utterance.lang.str() + '\n' + utterance.recording + '\n' + utterance.text;
}

}  // namespace

/// A sound that the device reads from; kept until it has ended.
struct Mixer::Playing {
  Kept kept;
  Chunk chunk;
};

Mixer::Mixer(const MediaSource& media, Pronunciations known, Hooks hooks)
    : media_(media), known_(std::move(known)), hooks_(std::move(hooks)), kept_(kBudget) {
  worker_ = std::jthread([this](const std::stop_token& stop) { work(stop); });
}

Mixer::~Mixer() = default;

void Mixer::prepare(const Utterance& utterance) {
  add({utterance, std::nullopt});
}

void Mixer::say(const Utterance& utterance) {
  hush();
  {
    const std::lock_guard lock(mutex_);
    voice_ = utterance;
  }
  add({utterance, Channel::voice});
}

void Mixer::hush() {
  const std::lock_guard lock(mutex_);
  voice_.reset();
  std::erase_if(wishes_, [](const Wish& wish) { return wish.on == Channel::voice; });
  if (open_) Mix_HaltChannel(static_cast<int>(Channel::voice));
}

void Mixer::play(std::string_view key) {
  add({{Lang(), "", std::string(key)}, Channel::sound});
}

void Mixer::lost() {
  lost_ = true;
  hooks_.note("the loudspeaker is gone; captions do the work until it is back");
}

void Mixer::add(Wish wish) {
  const std::lock_guard lock(mutex_);
  const auto place = wish.on ? std::find_if(wishes_.begin(), wishes_.end(),
                                            [](const Wish& other) { return !other.on; })
                             : wishes_.end();
  wishes_.insert(place, std::move(wish));
  news_.notify_all();
}

std::vector<std::pair<Utterance, Spoken>> Mixer::learnt() {
  const std::lock_guard lock(mutex_);
  return std::exchange(learnt_, {});
}

void Mixer::work(const std::stop_token& stop) {
  std::unique_lock lock(mutex_);
  while (!stop.stop_requested()) {
    const auto busy = [this] { return !wishes_.empty(); };
    if (!open_) {
      news_.wait(lock, stop, busy);
    } else if (!news_.wait_for(lock, stop, kLull, busy) && Mix_Playing(-1) == 0) {
      lock.unlock();  // closing waits for the device; nobody else needs to
      close();
      lock.lock();
    }
    if (wishes_.empty() || stop.stop_requested()) continue;
    const Wish wish = std::move(wishes_.front());
    wishes_.erase(wishes_.begin());
    lock.unlock();
    try {
      carry_out(wish);
    } catch (const std::exception& e) {  // memory or a disk that fails: captions do the work
      hooks_.note(std::string("a sentence could not be made heard: ") + e.what());
    }
    lock.lock();
  }
  lock.unlock();
  close();
  SDL_TLSCleanup();  // SDL keeps its error texts by thread and frees only those of its own threads
}

/// Makes it, and lets it be heard if it still is wanted.
void Mixer::carry_out(const Wish& wish) {
  // Without a device nothing is made: captions keep to the estimate and nothing waits.
  if ((wish.on || !deaf_) && !open()) return;
  if (deaf_) return;
  const auto kept = find_or_make(wish.what);
  if (kept && wish.on) start(*wish.on, wish, kept);
}

Mixer::Kept Mixer::find_or_make(const Utterance& utterance) {
  kept_.begin_round();
  const auto key = key_of(utterance);
  if (const auto* kept = kept_.find(key)) return *kept;
  auto made = make(utterance);
  if (!made) return nullptr;
  kept_.put(key, made, made->sound.bytes());
  kept_.trim();
  {
    const std::lock_guard lock(mutex_);
    learnt_.emplace_back(utterance, made->spoken);
  }
  hooks_.wake();
  return made;
}

Mixer::Kept Mixer::make(const Utterance& utterance) {
  if (!utterance.recording.empty()) {
    if (auto sound = decode(utterance.recording)) {
      auto spoken = timed(utterance, sound->length());
      return std::make_shared<Speech::Sentence>(
          Speech::Sentence{std::move(*sound), std::move(spoken)});
    }
  }
  if (utterance.text.empty()) return nullptr;
  if (!speech_) speech_ = std::make_unique<Speech>(known_);
  auto sentence = speech_->speak(utterance.lang, utterance.text);
  return sentence ? std::make_shared<Speech::Sentence>(std::move(*sentence)) : nullptr;
}

/// The words of a recording: as its author marked them, else estimated.
Spoken Mixer::timed(const Utterance& utterance, Millis length) const {
  const auto words = words_file(utterance.recording);
  const auto bytes = words.empty() ? std::vector<unsigned char>() : media_.open(words);
  if (bytes.empty()) return stretched(utterance.text, length);
  return timed_words({reinterpret_cast<const char*>(bytes.data()), bytes.size()}, utterance.text,
                     length)
      .spoken;
}

std::optional<Sound> Mixer::decode(const std::string& key) {
  const auto bytes = media_.open(key);
  if (bytes.empty()) return std::nullopt;
  auto file = read_sound(bytes);
  if (!file) return std::nullopt;
  return std::move(file->sound);
}

void Mixer::set_volume(float db) {
  static_assert(kFull == MIX_MAX_VOLUME);
  loudness_ = static_cast<int>(std::lround(kFull * std::pow(10.0F, std::min(db, 0.0F) / 20)));
}

void Mixer::start(Channel channel, const Wish& wish, const Kept& kept) {
  const std::lock_guard lock(mutex_);  // hush() on the other thread is before or after, never in it
  if (channel == Channel::voice && voice_ != wish.what) return;
  const auto index = static_cast<std::size_t>(channel);
  Mix_HaltChannel(number(index));
  playing_.at(index).reset();
  // SDL_mixer's type has no const; it only reads.
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-const-cast)
  auto* samples = reinterpret_cast<Uint8*>(const_cast<std::int16_t*>(kept->sound.samples.data()));
  Chunk chunk(Mix_QuickLoad_RAW(samples, static_cast<Uint32>(kept->sound.bytes())));
  if (!chunk || Mix_PlayChannel(number(index), chunk.get(), 0) < 0) return;
  playing_.at(index) = std::make_unique<Playing>(Playing{kept, std::move(chunk)});
  const bool speaking = Mix_Playing(static_cast<int>(Channel::voice)) != 0;
  const int loudness = loudness_;
  Mix_Volume(static_cast<int>(Channel::voice), loudness);
  Mix_Volume(static_cast<int>(Channel::sound),
             speaking ? loudness * kUnder / MIX_MAX_VOLUME : loudness);
}

/// Whether there is a loudspeaker; tries again each time, since one may be plugged in.
bool Mixer::open() {
  if (lost_.exchange(false)) close();
  if (open_) return true;
  const bool started = SDL_InitSubSystem(SDL_INIT_AUDIO) == 0;
  const bool found =
      started && Mix_OpenAudioDevice(Sound::kRate, AUDIO_S16SYS, 1, kBuffer, nullptr, 0) == 0;
  if (!found && !deaf_) {
    hooks_.note(std::string("there is no sound (") + SDL_GetError() + "); captions do the work");
  }
  if (started && !found) SDL_QuitSubSystem(SDL_INIT_AUDIO);  // a sound server may be another then
  deaf_ = !found;
  if (found) Mix_AllocateChannels(2);
  open_ = found;
  return found;
}

void Mixer::close() {
  if (!open_) return;
  open_ = false;
  Mix_HaltChannel(-1);
  for (auto& playing : playing_) playing.reset();
  Mix_CloseAudio();
  SDL_QuitSubSystem(SDL_INIT_AUDIO);
}

}  // namespace nest::stage
