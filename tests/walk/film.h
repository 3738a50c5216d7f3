#pragma once
// What only shows in time: flashes, and states of one screen that differ in colour alone.
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "walk/look.h"

struct SDL_Surface;

namespace nest::walk {

/// Counts flashes as WCAG 2.2 (2.3.1, "general flash and red flash thresholds") defines them: pairs
/// of opposing changes of relative luminance by 10 % of the maximum or more, the darker below 0.80;
/// or pairs of opposing changes that involve a saturated red. They count where they cover a quarter
/// of a 10 degree field, a third of the screen by a third, in any second.
class FlashMeter {
 public:
  static constexpr int kColumns = 60, kRows = 33;
  static constexpr int kFramesPerSecond = 60;
  static constexpr int kMostFlashes = 3;  ///< a second

  /// Luminance and red of each cell, of one 60th of a second.
  struct Cell {
    float luminance = 0, red = 0;  ///< red: 320 (R - G - B), 0 unless saturated
  };
  void add(std::span<const Cell> cells);
  /// Takes a picture of a quarter of the canvas.
  void add(const SDL_Surface& picture);
  /// Time goes on and nothing changes.
  void hold() { ++now_; }

  /// What was found since the start; empty if all is calm.
  const std::string& fault() const { return fault_; }

 private:
  /// The turns of one signal: where it last turned, and when it did.
  struct Track {
    float extreme = 0, low = 1;
    int direction = 1;  ///< 1 rising, -1 falling
    std::vector<long> turns;
    bool follow(float value, float step, long now);
  };
  void judge(std::span<const std::uint8_t> flashing, const char* what);

  long now_ = 0;
  std::vector<Track> light_, red_;
  std::string fault_;
};

/// Frames of one screen whose ops differ in nothing but colours. The difference must then be one of
/// lightness that everybody sees (3:1).
class States {
 public:
  /// What is wrong with this state beside one seen before, if anything.
  std::optional<std::string> add(const Frame& frame);

 private:
  std::map<std::string, Frame> seen_;
};

}  // namespace nest::walk
