#pragma once
// The kiosk on the screen and its shadow, which knows where its targets lie, doing the same.
#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

#include "bench/shadow.h"
#include "bench/watched.h"

namespace nest::bench {

/// What the bench was given on its command line.
struct Setting {
  std::string minimal, kiosk, checker;
  std::filesystem::path assets, packs;
  bool full = true;
  std::filesystem::path data;
};

inline double milliseconds(Clock::duration span) {
  return std::chrono::duration<double, std::milli>(span).count();
}

app::Options shadow_options(const Setting& s, const std::string& pack, bool calm);
std::vector<std::string> kiosk_command(const Setting& s, const Screen& screen,
                                       const std::string& pack, bool calm);

class Pair {
 public:
  Pair(const Setting& s, Screen& screen, const std::string& pack, bool calm);
  void aim(const std::string& target);
  /// Taps on both; when the finger was lifted. The new screen takes touches after 400 ms.
  Clock::time_point tap(const std::string& target);
  void open_topic(const std::string& pack);

 private:
  Screen& screen_;

 public:
  Program program;
  Shadow shadow;
};

}  // namespace nest::bench
