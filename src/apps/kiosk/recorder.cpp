#include "apps/kiosk/recorder.h"

#include <fmt/format.h>

#include <stdexcept>

namespace nest::app {
namespace {
/// What playing a tap takes by itself: a settled screen and a contact.
constexpr Millis kTapTakes{510};
/// The longest pause that a script may hold; a night is several.
constexpr Millis kLongestWait{3600 * 1000};

std::string options_of(const Options& options, std::uint64_t seed) {
  std::string out = fmt::format("--seed {}", seed);
  for (const auto& pack : options.packs) out += " --packs " + pack.string();
  std::vector<std::string> languages;
  for (const auto& lang : options.setup.languages) languages.push_back(lang.str());
  out += fmt::format(" --languages {}", fmt::join(languages, ","));
  if (options.lang) out += " --lang " + options.lang->str();
  if (options.setup.age)
    out += fmt::format(" --age {}", "ABC"[static_cast<int>(*options.setup.age)]);
  if (options.setup.calm) out += " --calm";
  if (options.setup.show_pending) out += " --show-pending";
  return out + fmt::format(" --window {}x{}", options.width, options.height);
}

}  // namespace

Recorder::Recorder(const Options& options, std::uint64_t seed) : out_(*options.record) {
  if (!out_) throw std::runtime_error(options.record->string() + " cannot be written.");
  out_ << "# options: " << options_of(options, seed) << "\n" << std::flush;
}

void Recorder::taps(const std::vector<std::string>& targets, Instant now) {
  for (const auto& target : targets) {
    Millis pause = now - last_ - kTapTakes;
    for (; pause > kLongestWait; pause -= kLongestWait) {
      out_ << fmt::format("wait {}ms\n", kLongestWait.count());
    }
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
