#include "stage/sound_file.h"

#include <opus/opusenc.h>
#include <sndfile.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <memory>
#include <stdexcept>

#include "core/base/media.h"

namespace nest::stage {
namespace {

constexpr int kBits =
    32000;  // a second; speech of one channel is transparent there (RFC 6716, 2.1.1)
constexpr int kMostChannels = 8;
constexpr int kLowestRate = 8000, kHighestRate = 192000;  // Hz

/// A file in memory, as libsndfile wants to be told of it.
struct Memory {
  std::span<const unsigned char> bytes;
  sf_count_t at = 0;

  sf_count_t size() const { return static_cast<sf_count_t>(bytes.size()); }
  static Memory& of(void* user) { return *static_cast<Memory*>(user); }
  static sf_count_t length(void* user) { return of(user).size(); }
  static sf_count_t tell(void* user) { return of(user).at; }
  static sf_count_t seek(sf_count_t offset, int whence, void* user) {
    auto& file = of(user);
    const auto from = whence == SEEK_SET ? 0 : (whence == SEEK_CUR ? file.at : file.size());
    if (offset < -from || offset > file.size() - from) return -1;
    return file.at = from + offset;
  }
  static sf_count_t read(void* to, sf_count_t count, void* user) {
    auto& file = of(user);
    const auto n = std::clamp<sf_count_t>(count, 0, file.size() - file.at);
    if (n > 0)
      std::memcpy(to, &file.bytes[static_cast<std::size_t>(file.at)], static_cast<std::size_t>(n));
    file.at += n;
    return n;
  }
  static sf_count_t write(const void*, sf_count_t, void*) { return 0; }
};

struct CloseFile {
  void operator()(SNDFILE* file) const noexcept { sf_close(file); }
};
using File = std::unique_ptr<SNDFILE, CloseFile>;

std::string tag(const File& file, int which) {
  const char* text = sf_get_string(file.get(), which);
  return text == nullptr ? std::string() : std::string(text);
}

/// All of it as one channel; nothing if it never ends.
std::optional<std::vector<std::int16_t>> one_channel(const File& file, const SF_INFO& info) {
  constexpr std::size_t kAtOnce = 4096;
  const auto channels = static_cast<std::size_t>(info.channels);
  const auto most =
      static_cast<std::size_t>(kLongestSound) * static_cast<std::size_t>(info.samplerate);
  std::vector<float> some(kAtOnce * channels);
  std::vector<std::int16_t> samples;
  while (true) {
    const auto frames = static_cast<std::size_t>(
        std::max<sf_count_t>(sf_readf_float(file.get(), some.data(), kAtOnce), 0));
    if (frames == 0) return samples;
    if (samples.size() + frames > most) return std::nullopt;
    for (std::size_t f = 0; f < frames; ++f) {
      float sum = 0;
      for (std::size_t c = 0; c < channels; ++c) sum += some[f * channels + c];
      const float value = sum / static_cast<float>(channels) * 32768;
      if (!std::isfinite(value)) return std::nullopt;
      samples.push_back(
          static_cast<std::int16_t>(std::lround(std::clamp(value, -32768.F, 32767.F))));
    }
  }
}

struct Unmake {
  void operator()(OggOpusEnc* encoder) const noexcept { ope_encoder_destroy(encoder); }
  void operator()(OggOpusComments* comments) const noexcept { ope_comments_destroy(comments); }
};

void must(int result) {
  if (result != OPE_OK) {
    throw std::runtime_error(std::string("A sound could not be encoded: ") + ope_strerror(result));
  }
}

}  // namespace

std::optional<SoundFile> read_sound(std::span<const unsigned char> bytes) {
  // libsndfile knows many more kinds; what nobody may hand us is not even tried.
  const auto kind = sniff(bytes, bytes, bytes.size()).kind;
  if (kind != MediaKind::ogg && kind != MediaKind::wav) return std::nullopt;
  Memory memory{bytes};
  SF_VIRTUAL_IO calls{Memory::length, Memory::seek, Memory::read, Memory::write, Memory::tell};
  SF_INFO info{};
  const File file(sf_open_virtual(&calls, SFM_READ, &info, &memory));
  if (!file || info.channels < 1 || info.channels > kMostChannels) return std::nullopt;
  if (info.samplerate < kLowestRate || info.samplerate > kHighestRate) return std::nullopt;
  const auto samples = one_channel(file, info);
  if (!samples) return std::nullopt;
  SoundFile read{at_house_rate(*samples, info.samplerate),
                 {tag(file, SF_STR_TITLE), tag(file, SF_STR_ARTIST)}};
  if (read.sound.samples.empty()) return std::nullopt;
  return read;
}

std::string write_opus(const Sound& sound, const SoundTags& tags) {
  const std::unique_ptr<OggOpusComments, Unmake> comments(ope_comments_create());
  if (!comments) throw std::runtime_error("There is no memory to encode a sound.");
  must(ope_comments_add(comments.get(), "TITLE", tags.title.c_str()));
  must(ope_comments_add(comments.get(), "ARTIST", tags.artist.c_str()));
  int failed = OPE_OK;
  const std::unique_ptr<OggOpusEnc, Unmake> encoder(
      ope_encoder_create_pull(comments.get(), Sound::kRate, 1, 0, &failed));
  must(failed);
  must(ope_encoder_ctl(encoder.get(), OPE_SET_SERIALNO(1)));  // else it is drawn by lot
  must(ope_encoder_ctl(encoder.get(), OPUS_SET_BITRATE(kBits)));
  must(ope_encoder_ctl(encoder.get(), OPUS_SET_SIGNAL(OPUS_SIGNAL_VOICE)));
  must(ope_encoder_write(encoder.get(), sound.samples.data(),
                         static_cast<int>(sound.samples.size())));
  must(ope_encoder_drain(encoder.get()));
  std::string bytes;
  unsigned char* page = nullptr;
  opus_int32 size = 0;
  while (ope_encoder_get_page(encoder.get(), &page, &size, 1) != 0) {
    bytes.append(reinterpret_cast<const char*>(page), static_cast<std::size_t>(size));
  }
  return bytes;
}

}  // namespace nest::stage
