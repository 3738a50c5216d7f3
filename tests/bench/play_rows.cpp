#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include "bench/frames.h"
#include "bench/rows.h"

namespace nest::bench {
namespace {

namespace fs = std::filesystem;

/// Whether anything but silence has been written.
bool sounds(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return std::any_of(std::istreambuf_iterator<char>(in), {}, [](char c) { return c != 0; });
}

}  // namespace

void lesson_rows(const Setting& s, Screen& screen, std::vector<Row>& rows) {
  Pair pair(s, screen, "lesson", false);
  pair.open_topic("lesson");
  sleep(Seconds(2));
  const double load = pair.program.load(Seconds(s.full ? 15 : 3));
  const double pss = pair.program.pss();
  const auto times = frame_times(pair.shadow, screen.width(), screen.height(), s.full ? 1200 : 120);
  rows.push_back(
      {"lesson at 60 frames/s: p99 time to make a frame", "ms", {}, quantile(times, 0.99), 16, 16});
  rows.push_back({"lesson at 60 frames/s: CPU", "% of a core", {}, load, 15, 6});
  rows.push_back({"memory (PSS) in a lesson", "MB", {}, pss, 110, 70});
}

/// The same window with forty small pictures.
void sprite_rows(const Setting& s, Screen& screen, std::vector<Row>& rows) {
  Pair pair(s, screen, "sprites", false);
  pair.open_topic("sprites");
  sleep(Seconds(2));
  const double load = pair.program.load(Seconds(s.full ? 15 : 3));
  const auto times = frame_times(pair.shadow, screen.width(), screen.height(), s.full ? 1200 : 120);
  rows.push_back(
      {"40 moving sprites: p99 time to make a frame", "ms", {}, quantile(times, 0.99), 16, 16});
  rows.push_back({"40 moving sprites: CPU", "% of a core", {}, load, 20, 13});
}

/// To and fro in the middle of a question, until the last pixel has changed.
void language_row(const Setting& s, Screen& screen, std::vector<Row>& rows) {
  Pair pair(s, screen, "quiz", true);
  pair.open_topic("quiz");
  std::vector<double> changes;
  for (int i = 0; i < (s.full ? 20 : 4); ++i) {
    const auto lifted = pair.tap(i % 2 == 0 ? "language/lt" : "language/pl");
    if (const auto seen = screen.settled(kQuiet, Seconds(1))) {
      changes.push_back(milliseconds(*seen - lifted));
    }
    sleep(Seconds(0.5));
  }
  rows.push_back(
      {"language change to the last pixel, worst", "ms", {}, quantile(changes, 1), 200, 100});
}

/// From the tap that brings a screen to the first sample of its voice, nothing made before: the
/// menu after the choice of a language, the device still closed.
void voice_row(const Setting& s, Screen& screen, std::vector<Row>& rows) {
  const auto file = fs::temp_directory_path() / fmt::format("storknest-voice-{}.raw", ::getpid());
  const std::string usual = std::getenv("SDL_AUDIODRIVER");
  ::setenv("SDL_AUDIODRIVER", "disk", 1);
  ::setenv("SDL_DISKAUDIOFILE", file.c_str(), 1);
  std::vector<double> waits;
  for (int i = 0; i < (s.full ? 9 : 2); ++i) {
    fs::remove(file);
    Pair pair(s, screen, "quiz", true);
    const auto lifted = pair.tap("language/pl");
    while (!sounds(file) && Clock::now() - lifted < Seconds(3)) sleep(Seconds(0.002));
    waits.push_back(milliseconds(Clock::now() - lifted));
  }
  ::setenv("SDL_AUDIODRIVER", usual.c_str(), 1);
  fs::remove(file);
  rows.push_back(
      {"first sound of a screen's voice, median", "ms", {}, quantile(waits, 0.5), 150, 80});
}

}  // namespace nest::bench
