// Somebody who cannot aim plays at the kiosk's window for a long time, with rests in which it
// returns to its attract screen. Once a minute its memory, descriptors, CPU time and the time from
// touch to changed pixels become a line of a table.
//   soak_live STORKNEST TABLE.csv MINUTES SEED [OPTIONS OF THE KIOSK]
// Exit 1 if it ended by itself, if memory grew by more than kept pictures and 1 MB an hour, or
// descriptors grew.
#include <fmt/format.h>
#include <fmt/os.h>

#include <cstdlib>
#include <stdexcept>

#include "bench/watched.h"
#include "core/base/random.h"

namespace {

using namespace nest;
using namespace nest::bench;

struct Minute {
  double mb = 0, load = 0;  ///< MB, percent of a core
  double median = 0;        ///< ms; slow single touches cannot be told from what moves by itself
  int touches = 0, descriptors = 0;
};

constexpr Seconds kMinute{60};
/// So long that the kiosk asks, waits and goes back.
constexpr Seconds kRest{90};
constexpr int kRestEvery = 10;  ///< minutes
/// Pictures that stay in memory and SQLite's pages need so long to settle.
constexpr std::size_t kSettled = 10;

class Player {
 public:
  Player(Program& kiosk, Screen& screen, std::uint64_t seed)
      : kiosk_(kiosk), screen_(screen), luck_(seed) {}

  Minute play() {
    const auto begin = Clock::now();
    const auto cpu = kiosk_.cpu();
    std::vector<double> ms;
    while (Clock::now() - begin < kMinute) {
      if (const auto latency = touch()) ms.push_back(*latency);
      sleep(Seconds(0.1 + 0.001 * luck_.below(600)));
    }
    const Seconds span = Clock::now() - begin;
    Minute minute;
    minute.touches = static_cast<int>(ms.size());
    minute.mb = kiosk_.pss();
    minute.descriptors = kiosk_.descriptors();
    minute.load = 100 * (kiosk_.cpu() - cpu) / span;
    minute.median = quantile(ms, 0.5);
    return minute;
  }

 private:
  /// Milliseconds until pixels change; nothing if nothing was there to touch.
  std::optional<double> touch() {
    screen_.move(static_cast<int>(luck_.below(static_cast<std::uint32_t>(screen_.width()))),
                 static_cast<int>(luck_.below(static_cast<std::uint32_t>(screen_.height()))));
    screen_.forget();
    const auto down = screen_.press(true);
    const auto changed = screen_.change(Seconds(0.2));
    sleep(Seconds(0.08));
    screen_.press(false);
    if (!changed) return std::nullopt;
    return Seconds(*changed - down).count() * 1000;
  }

  Program& kiosk_;
  Screen& screen_;
  Random luck_;
};

/// How much of the difference may be pictures that happen to be kept, MB; blocks are counted by the
/// smoke test of a day, which sees a single one.
constexpr double kPictures = 8;

/// From the middle of the first half of the settled minutes to that of the second: a minute's own
/// figure goes up and down with the screen that it ends on.
double growth(const std::vector<double>& minutes) {
  if (minutes.size() < kSettled + 10) return 0;
  const auto half = static_cast<std::ptrdiff_t>((minutes.size() - kSettled) / 2);
  const auto early = minutes.begin() + static_cast<std::ptrdiff_t>(kSettled);
  return quantile({minutes.end() - half, minutes.end()}, 0.5) -
         quantile({early, early + half}, 0.5);
}

bool judge(const std::vector<Minute>& minutes) {
  std::vector<double> mb, descriptors, median, load;
  for (const auto& minute : minutes) {
    mb.push_back(minute.mb);
    descriptors.push_back(minute.descriptors);
    median.push_back(minute.median);
    load.push_back(minute.load);
  }
  const double grown = growth(mb), more = growth(descriptors);
  if (minutes.size() < kSettled + 10) fmt::print("too short to judge growth\n");
  fmt::print(
      "{} minutes: memory {:.1f} MB at first, at most {:.1f}, at last {:.1f} ({:+.1f} from half to "
      "half); "
      "descriptors {:.0f} to {:.0f} ({:+.1f}); touch to changed pixels: median {:.1f} ms; CPU "
      "{:.1f} %, "
      "at most {:.1f} %\n",
      minutes.size(), mb.front(), quantile(mb, 1), mb.back(), grown, quantile(descriptors, 0),
      quantile(descriptors, 1), more, quantile(median, 0.5), quantile(load, 0.5),
      quantile(load, 1));
  return grown <= kPictures + static_cast<double>(minutes.size()) / 60 && more <= 2;
}

}  // namespace

int main(int argc, char** argv) try {
  if (argc < 5) throw std::runtime_error("soak_live STORKNEST TABLE.csv MINUTES SEED [OPTIONS]");
  const int wanted = std::max(1, std::atoi(argv[3]));
  std::vector<std::string> command{argv[1], "--fullscreen"};
  command.insert(command.end(), argv + 5, argv + argc);
  auto table = fmt::output_file(argv[2]);
  table.print("minute,touches,memory MB,descriptors,CPU %,median ms\n");
  Screen screen;
  Program kiosk(command);
  if (!screen.change(Seconds(20))) throw std::runtime_error("The kiosk did not open its window.");
  Player player(kiosk, screen, std::strtoull(argv[4], nullptr, 10));
  std::vector<Minute> minutes;
  for (int i = 1; i <= wanted; ++i) {
    if (i % kRestEvery == 0) sleep(kRest);
    const auto m = player.play();
    table.print("{},{},{:.2f},{},{:.2f},{:.2f}\n", i, m.touches, m.mb, m.descriptors, m.load,
                m.median);
    table.flush();
    if (m.descriptors == 0) throw std::runtime_error("The kiosk ended by itself.");
    minutes.push_back(m);
  }
  return judge(minutes) ? 0 : 1;
} catch (const std::exception& error) {
  fmt::print(stderr, "soak_live: {}\n", error.what());
  return 2;
}
