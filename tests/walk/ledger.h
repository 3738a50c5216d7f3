#pragma once
// Counts what was looked at and gathers what was found: the same fault on many screens is one line.
#include <map>
#include <string>

#include "walk/rules.h"

namespace nest::walk {

class Ledger {
 public:
  void find(const std::string& rule, const std::string& place, const std::string& what);
  /// Holds a screen to every rule.
  void judge(const std::string& place, const Look& look);
  void note_frame() { ++frames_; }

  /// Every fault with its rule, one place and how often it was met.
  void print() const;
  std::size_t frames() const { return frames_; }
  std::size_t findings() const { return found_.size(); }
  /// By rule, how many.
  std::size_t findings(const std::string& rule) const;

 private:
  struct Finding {
    std::string place;
    std::size_t times = 0;
  };
  std::size_t frames_ = 0;
  std::map<std::pair<std::string, std::string>, Finding> found_;
};

}  // namespace nest::walk
