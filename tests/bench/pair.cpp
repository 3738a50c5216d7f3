#include "bench/pair.h"

#include <fmt/format.h>

namespace nest::bench {

app::Options shadow_options(const Setting& s, const std::string& pack, bool calm) {
  app::Options options;
  options.packs = {s.packs / pack};
  options.seed = 1;
  options.setup.age = AgeBand::b;
  options.setup.calm = calm;
  return options;
}

std::vector<std::string> kiosk_command(const Setting& s, const Screen& screen,
                                       const std::string& pack, bool calm) {
  std::vector<std::string> words{
      s.kiosk,      "--window",     fmt::format("{}x{}", screen.width(), screen.height()),
      "--renderer", "surface",      "--seed",
      "1",          "--age",        "B",
      "--packs",    s.packs / pack, "--data",
      s.data};
  if (calm) words.emplace_back("--calm");
  return words;
}

Pair::Pair(const Setting& s, Screen& screen, const std::string& pack, bool calm)
    : screen_(screen),
      program(kiosk_command(s, screen, pack, calm)),
      shadow(shadow_options(s, pack, calm), screen.width(), screen.height()) {
  screen.change(Seconds(10), screen.width() * screen.height() / 4);
  sleep(Seconds(1.5));
}

void Pair::aim(const std::string& target) {
  const auto at = shadow.place(target);
  screen_.move(static_cast<int>(at.x), static_cast<int>(at.y));
}

Clock::time_point Pair::tap(const std::string& target) {
  aim(target);
  shadow.run("tap " + target);
  screen_.press(true);
  sleep(Seconds(0.09));
  screen_.forget();
  return screen_.press(false);
}

void Pair::open_topic(const std::string& pack) {
  tap("language/pl");
  sleep(Seconds(0.7));
  tap("topic/bench-" + pack);
  sleep(Seconds(0.7));
}

}  // namespace nest::bench
