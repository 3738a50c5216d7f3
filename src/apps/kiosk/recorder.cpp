#include "apps/kiosk/recorder.h"

#include <fmt/format.h>

#include <stdexcept>

namespace nest::app {
namespace {
/// What playing a tap takes by itself: a settled screen and a contact.
constexpr Millis kTapTakes{510};
}  // namespace

Recorder::Recorder(const std::filesystem::path& file, std::uint64_t seed) : out_(file) {
  if (!out_) throw std::runtime_error(file.string() + " cannot be written.");
  out_ << fmt::format("# recorded; play with --seed {}\n", seed) << std::flush;
}

void Recorder::taps(const std::vector<std::string>& targets, Instant now) {
  for (const auto& target : targets) {
    const Millis pause = now - last_ - kTapTakes;
    if (pause > Millis(0)) out_ << fmt::format("wait {}ms\n", pause.count());
    out_ << "tap " << target << "\n" << std::flush;
    last_ = now;
  }
}

void Recorder::screen(const std::string& name) {
  if (name == screen_) return;
  screen_ = name;
  out_ << "# screen " << name << "\n" << std::flush;
}

}  // namespace nest::app
