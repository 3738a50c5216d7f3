#pragma once
// What is heard: one voice and one sound under it. One worker thread owns the built-in voice, the
// recordings and the device, so neither start-up nor a frame ever waits for a sound. The device is
// open only while something is to be heard: a still screen wakes nobody, and a loudspeaker that
// was unplugged is found again at the next sentence.
// Not here: what is said and when (core/scene/narrator), how a sentence becomes sound (Speech).
#include <array>
#include <atomic>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "core/shell/ports.h"
#include "stage/lru.h"
#include "stage/speech.h"

namespace nest::stage {

class Mixer final : public Voice, public VoiceNews, public Sounds {
 public:
  struct Hooks {
    std::function<void()> wake;                    ///< lengths were learnt; on the worker
    std::function<void(const std::string&)> note;  ///< one sentence for a technician; on any thread
  };
  /// `media` must outlive this.
  Mixer(const MediaSource& media, Pronunciations known, Hooks hooks);
  ~Mixer() override;
  Mixer(const Mixer&) = delete;
  Mixer& operator=(const Mixer&) = delete;

  void prepare(const Utterance& utterance) override;
  void say(const Utterance& utterance) override;
  void hush() override;
  void play(std::string_view key) override;
  std::vector<std::pair<Utterance, Spoken>> learnt() override;
  /// How loud everything is from the next sentence on: dB below as it was made, at most 0.
  void set_volume(float db);
  /// The device went away while it was open (see Inbox); the next sentence looks for one again.
  void lost();

 private:
  static constexpr int kFull = 128;  ///< SDL_mixer's loudest
  using Kept = std::shared_ptr<const Speech::Sentence>;
  enum class Channel { voice, sound };
  struct Wish {
    Utterance what;
    std::optional<Channel> on;  ///< none: only made ready
  };

  void add(Wish wish);
  void work(const std::stop_token& stop);
  void carry_out(const Wish& wish);
  Kept find_or_make(const Utterance& utterance);
  Kept make(const Utterance& utterance);
  std::optional<Sound> decode(const std::string& key);
  Spoken timed(const Utterance& utterance, Millis length) const;
  void start(Channel channel, const Wish& wish, const Kept& kept);
  bool open();
  void close();

  const MediaSource& media_;
  Pronunciations known_;
  Hooks hooks_;
  // The worker's own:
  std::unique_ptr<Speech> speech_;  ///< opened by the first sentence: 4 ms that no start pays
  Lru<std::string, Kept> kept_;
  bool deaf_ = false;  ///< no device was found last time; said once
  struct Playing;
  std::array<std::unique_ptr<Playing>, 2> playing_;
  // Shared:
  std::atomic<bool> open_ = false;
  std::atomic<bool> lost_ = false;
  std::atomic<int> loudness_ = kFull;  ///< of the voice, in SDL_mixer's steps
  std::mutex mutex_;
  std::condition_variable_any news_;
  std::vector<Wish> wishes_;        ///< what is to be heard stands before what is made ready
  std::optional<Utterance> voice_;  ///< what is to be said now
  std::vector<std::pair<Utterance, Spoken>> learnt_;
  std::jthread worker_;  ///< last: it ends before what it uses
};

}  // namespace nest::stage
