#include "core/base/media.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace nest;
using namespace std::string_literals;

namespace {

std::vector<unsigned char> bytes(std::string_view text) {
  return {text.begin(), text.end()};
}
MediaFacts facts(std::string_view file) {
  const auto all = bytes(file);
  return sniff(all, all, all.size());
}
std::string big(unsigned value, int count) {
  std::string out;
  for (int i = count - 1; i >= 0; --i) {
    out += static_cast<char>((value >> (8U * static_cast<unsigned>(i))) & 0xFFU);
  }
  return out;
}
std::string little(std::uint64_t value, int count) {
  std::string out;
  for (int i = 0; i < count; ++i) {
    out += static_cast<char>((value >> (8U * static_cast<unsigned>(i))) & 0xFFU);
  }
  return out;
}
std::string png(unsigned width, unsigned height) {
  return "\x89PNG\r\n\x1A\n"s + big(13, 4) + "IHDR" + big(width, 4) + big(height, 4);
}
std::string segment(char marker, const std::string& body) {
  return "\xFF"s + marker + big(static_cast<unsigned>(body.size()) + 2, 2) + body;
}
std::string frame(unsigned width, unsigned height, char marker = '\xC0') {
  return segment(marker, "\x08"s + big(height, 2) + big(width, 2) + "\x03");
}
std::string ogg(const std::string& first, std::uint64_t samples) {
  return "OggS"s + std::string(24, '\0') + first + "OggS" + "\0\x04"s + little(samples, 8);
}
std::string wav(unsigned code, unsigned bits, unsigned rate, std::size_t sound) {
  return "RIFF"s + little(0, 4) + "WAVEfmt " + little(16, 4) + little(code, 2) + little(1, 2) +
         little(rate / 2, 4) + little(rate, 4) + little(2, 2) + little(bits, 2) +
         std::string(sound, '\0');
}

}  // namespace

TEST_CASE("media: a picture's kind and size are told before anything is decoded") {
  CHECK(facts(png(640, 480)).kind == MediaKind::png);
  CHECK(facts(png(640, 480)).width == 640);
  CHECK(facts(png(640, 480)).height == 480);
  const auto jpeg = facts("\xFF\xD8"s + segment('\xE0', "JFIF") + frame(300, 200) + "xx");
  CHECK(jpeg.kind == MediaKind::jpeg);
  CHECK(jpeg.width == 300);
  CHECK(jpeg.height == 200);
  CHECK(facts("<svg xmlns='…'/>").kind == MediaKind::svg);
  CHECK(facts("\xEF\xBB\xBF<?xml version='1.0'?><svg/>").kind == MediaKind::svg);
}

TEST_CASE("media: tables and fill bytes before a JPEG's frame are stepped over") {
  const auto tables = "\xFF\xD8"s + segment('\xC4', "tables") + segment('\xDB', "tables");
  CHECK(facts(tables + frame(30, 20, '\xC2') + "x").width == 30);
  CHECK(facts("\xFF\xD8\xFF\xFF\xFF"s + frame(30, 20)).width == 30);
}

TEST_CASE("media: a header that is cut off or lies has no size, so it is too large") {
  const auto jpeg = "\xFF\xD8"s + segment('\xE0', "JFIF") + frame(30, 20);
  for (std::size_t cut = 0; cut + 2 < jpeg.size(); ++cut) {
    const auto head = facts(jpeg.substr(0, cut));
    CHECK(head.width == 0);
    CHECK(too_large(head));
  }
  CHECK(facts(png(1, 1).substr(0, 23)).width == 0);
  CHECK(facts("\xFF\xD8\xFF\xE0\0\0\0\0\0\0\0\0"s).width == 0);
  CHECK(too_large(facts(png(0, 10))));
  CHECK(too_large(facts(png(0xFFFFFFFFU, 10))));
}

TEST_CASE("media: pictures up to the limits are taken, beyond them refused") {
  CHECK_FALSE(too_large(facts(png(4096, 1953))));
  CHECK(too_large(facts(png(4096, 1954))));
  CHECK(too_large(facts(png(4097, 1))));
  CHECK(too_large(facts(png(1, 4097))));
  CHECK_FALSE(too_large({MediaKind::svg}));
}

TEST_CASE("media: an Ogg lasts as long as its last page says") {
  CHECK(facts(ogg("OpusHead", 96000)).seconds == 2);
  CHECK(facts(ogg("\x01vorbis"s + little(0, 5) + little(44100, 4), 44100)).seconds == 1);
  CHECK(facts(ogg("OpusHead", 96000)).kind == MediaKind::ogg);
}

TEST_CASE("media: an Ogg that tells no length, or none that can be, is broken") {
  CHECK(facts("OggS").seconds == 0);
  CHECK(facts(ogg("theora", 96000)).seconds == 0);
  CHECK(facts(ogg("OpusHead", ~0ULL)).seconds == 0);
  CHECK(facts(ogg("\x01vorbis"s + little(0, 5) + little(0, 4), 44100)).seconds == 0);
  CHECK(facts("OggS\x01vorbisabcOggS").seconds == 0);
}

TEST_CASE("media: a WAV lasts as long as its bytes; only 16-bit PCM is taken") {
  CHECK(facts(wav(1, 16, 1000, 2000)).seconds == doctest::Approx(2).epsilon(0.02));
  CHECK(facts(wav(0xFFFE, 16, 1000, 2000)).seconds > 1);
  CHECK(facts(wav(1, 8, 1000, 2000)).seconds == 0);
  CHECK(facts(wav(3, 16, 1000, 2000)).seconds == 0);
  CHECK(facts(wav(1, 16, 0, 2000)).seconds == 0);
  CHECK(facts("RIFF\0\0\0\0WAVEfmt "s).seconds == 0);
}

TEST_CASE("media: what is neither picture nor sound is told as such, whatever its name") {
  for (const auto* odd :
       {"", "<", "<html>svg</html>", "GIF89a", "MZ", "RIFF", "\x89PNG", "text <svg/>"}) {
    CAPTURE(odd);
    CHECK(facts(odd).kind == MediaKind::unknown);
  }
  CHECK(is_picture(MediaKind::png));
  CHECK(is_picture(MediaKind::svg));
  CHECK_FALSE(is_picture(MediaKind::ogg));
  CHECK_FALSE(is_picture(MediaKind::unknown));
}
