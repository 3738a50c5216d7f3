#pragma once
// A program under measurement as somebody in front of the screen sees it: when pixels change, what
// it costs. It is watched from outside, through the X server and /proc, in the same way whatever it
// is, so no clock and no hook lives in the kiosk.
#include <sys/types.h>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace nest::bench {

using Clock = std::chrono::steady_clock;
using Seconds = std::chrono::duration<double>;

/// The X display: what changes on it, and a finger (the mouse) on it.
class Screen {
 public:
  /// The display that DISPLAY names; throws std::runtime_error without one.
  Screen();
  ~Screen();
  Screen(const Screen&) = delete;
  Screen& operator=(const Screen&) = delete;

  int width() const;
  int height() const;
  /// Forgets changes that have been seen already.
  void forget();
  /// When at least `least` pixels changed at once; nothing if that does not happen in time.
  std::optional<Clock::time_point> change(Seconds patience, int least = 1);
  /// The last change before it is quiet for so long; nothing if nothing changes.
  std::optional<Clock::time_point> settled(Seconds quiet, Seconds patience);
  void move(int x, int y);
  /// Returns when the button went down or up.
  Clock::time_point press(bool down);

 private:
  struct Handles;
  std::unique_ptr<Handles> x_;
};

/// A started program; asked to end, then killed, when it goes.
class Program {
 public:
  explicit Program(const std::vector<std::string>& command);
  ~Program();
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  Clock::time_point started() const { return started_; }
  /// User and system time so far, of all its threads.
  Seconds cpu() const;
  /// Proportional set size, MB (10^6 bytes).
  double pss() const;
  /// How many files, pipes and sockets it holds open; 0 if it has ended.
  int descriptors() const;
  /// CPU time of the next span as a share of it, percent.
  double load(Seconds span) const;

 private:
  pid_t pid_ = -1;
  Clock::time_point started_;
};

void sleep(Seconds span);
/// The value below which `share` (0-1) of the values lie.
double quantile(std::vector<double> values, double share);

}  // namespace nest::bench
