#include "stage/mixer.h"

#include <doctest/doctest.h>

#include <SDL2/SDL.h>

#include <cmath>
#include <future>
#include <thread>

#include "stage/sound_file.h"
#include "support/fakes.h"
#include "support/temp_folder.h"

using namespace nest;
using namespace nest::stage;
using nest::test::MediaInMemory;

namespace {

/// Ogg Opus of one second of hum.
std::string hum() {
  Sound sound;
  for (int i = 0; i < Sound::kRate; ++i) {
    sound.samples.push_back(static_cast<std::int16_t>(3000 * std::sin(i * 0.03)));
  }
  return write_opus(sound, {"", ""});
}

/// A mixer on a device that swallows everything, or on none.
struct Room {
  explicit Room(const char* driver) { SDL_setenv("SDL_AUDIODRIVER", driver, 1); }
  MediaInMemory media;
  std::mutex guard;
  std::condition_variable news;
  std::vector<std::string> notes;
  int woken = 0;
  Mixer mixer{media,
              {},
              {[this] {
                 const std::lock_guard lock(guard);
                 ++woken;
                 news.notify_all();
               },
               [this](const std::string& note) {
                 const std::lock_guard lock(guard);
                 notes.push_back(note);
                 news.notify_all();
               }}};
  template <class Condition>
  bool until(Condition condition) {
    std::unique_lock lock(guard);
    return news.wait_for(lock, std::chrono::seconds(20), condition);
  }
};

const Utterance kHello{Lang("pl"), "Dzień dobry!", ""};
const Utterance kLost{Lang("lt"), "Labas!", "hands:media/voice/lt/gone.ogg"};

}  // namespace

TEST_CASE("mixer: the true length of a sentence is told, once for all its repetitions") {
  Room room("dummy");
  room.mixer.prepare(kHello);
  REQUIRE(room.until([&] { return room.woken == 1; }));
  const auto learnt = room.mixer.learnt();
  REQUIRE(learnt.size() == 1);
  CHECK(learnt[0].first == kHello);
  CHECK(learnt[0].second.length > Millis(300));
  room.mixer.say(kHello);
  room.mixer.say(kLost);
  REQUIRE(room.until([&] { return room.woken == 2; }));
  const auto more = room.mixer.learnt();
  REQUIRE(more.size() == 1);
  CHECK(more[0].first == kLost);  // its recording is missing, so the built-in voice says it
}

TEST_CASE("mixer: what is to be heard comes before what is made ready") {
  Room room("dummy");
  for (int i = 0; i < 20; ++i) {
    room.mixer.prepare({Lang("pl"), "Zdanie numer " + std::to_string(i) + ".", ""});
  }
  room.mixer.say(kHello);
  std::vector<Utterance> order;
  while (order.size() < 21) {
    REQUIRE(room.until([&] { return room.woken > static_cast<int>(order.size()); }));
    for (const auto& [utterance, spoken] : room.mixer.learnt()) order.push_back(utterance);
  }
  const auto place = std::find(order.begin(), order.end(), kHello) - order.begin();
  CHECK(place <= 2);
}

TEST_CASE("mixer: without a device it says so once and nothing waits") {
  Room room("no-such-driver");
  for (int i = 0; i < 3; ++i) room.mixer.say(kHello);
  room.mixer.play("library:drop");
  REQUIRE(room.until([&] { return !room.notes.empty(); }));
  room.mixer.hush();
  CHECK(room.notes.size() == 1);
  CHECK(room.notes[0].find("captions") != std::string::npos);
  CHECK(room.mixer.learnt().empty());
}

TEST_CASE(
    "mixer: a recording's words begin where its author says, else they are stretched over it") {
  Room room("dummy");
  for (const std::string name : {"timed", "untimed", "mistimed"}) {
    room.media.add("hands:media/voice/pl/" + name + ".opus", hum());
  }
  room.media.add("hands:media/voice/pl/timed.words.txt", "0.3 Dzień\n0.8 dobry\n");
  room.media.add("hands:media/voice/pl/mistimed.words.txt", "0.3 Dzień\n");
  const auto starts = [&](const std::string& name, int nth) {
    room.mixer.prepare({Lang("pl"), "Dzień dobry!", "hands:media/voice/pl/" + name + ".opus"});
    REQUIRE(room.until([&] { return room.woken == nth; }));
    const auto learnt = room.mixer.learnt();
    REQUIRE(learnt.size() == 1);
    CHECK(learnt[0].second.length.count() == doctest::Approx(1000).epsilon(0.02));
    return std::pair(learnt[0].second.words.at(0).start, learnt[0].second.words.at(1).start);
  };
  CHECK(starts("timed", 1) == std::pair(Millis(300), Millis(800)));
  const auto stretched = starts("untimed", 2);
  CHECK(stretched.first == Millis(0));
  CHECK(stretched.second > Millis(300));
  CHECK(starts("mistimed", 3) == stretched);
}

TEST_CASE("mixer: a loudspeaker that goes away is told, and found again at the next sentence") {
  REQUIRE(SDL_InitSubSystem(SDL_INIT_EVENTS) == 0);
  const test::TempFolder folder;
  const auto plug = folder / "loudspeaker";
  std::filesystem::create_symlink("/dev/full", plug);  // takes nothing
  SDL_setenv("SDL_DISKAUDIOFILE", plug.c_str(), 1);
  Room room("disk");
  room.mixer.say(kHello);
  const auto gone = [] {
    SDL_Event event;
    while (SDL_WaitEventTimeout(&event, 20'000) != 0) {
      if (event.type == SDL_AUDIODEVICEREMOVED && event.adevice.which != 0) return true;
    }
    return false;
  };
  REQUIRE(gone());
  room.mixer.lost();
  CHECK(room.notes ==
        std::vector<std::string>{"the loudspeaker is gone; captions do the work until it is back"});
  std::filesystem::remove(plug);
  std::filesystem::create_symlink(folder / "heard", plug);
  room.mixer.say(kHello);
  std::error_code not_yet;
  for (int i = 0; i < 1000; ++i) {
    if (std::filesystem::file_size(folder / "heard", not_yet) > 4096 && !not_yet) break;
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  CHECK(std::filesystem::file_size(folder / "heard", not_yet) > 4096);
  SDL_QuitSubSystem(SDL_INIT_EVENTS);
}

TEST_CASE("mixer: ending in the middle of many sentences is no trouble") {
  Room room("dummy");
  for (int i = 0; i < 50; ++i) {
    room.mixer.say({Lang("lt"), "Sakinys " + std::to_string(i) + ".", ""});
    if (i % 3 == 0) room.mixer.hush();
  }
}
