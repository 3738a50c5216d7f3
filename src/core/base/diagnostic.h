#pragma once
// What is wrong with content, where, and what to do about it. Reading content collects these and
// goes on; it never throws. Not here: machine faults (exceptions at the edge), our bugs (assert).
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace nest {

enum class Severity { error, warning };

/// A place in a content file; line and column count from 1, the column in code points. Line 0: the
/// file as a whole.
struct Place {
  std::string file;
  std::size_t line = 0, column = 0;
  std::string pointer;  ///< JSON pointer (RFC 6901)
  bool operator==(const Place&) const = default;
};

struct Diagnostic {
  Severity severity = Severity::error;
  std::string rule;  ///< a stable word for tools: "unknown-key", "missing-language", ...
  Place place;
  std::string message;  ///< what is wrong
  std::string advice;   ///< what to do; may be empty
  bool operator==(const Diagnostic&) const = default;
};

/// "hands/pack.json:41:9: error: /items/3/promt: no such key here. Did you mean "prompt"?"
std::string to_text(const Diagnostic& diagnostic);

/// Holds at most kMost; those that come later are only counted, so that a hostile file cannot fill
/// the memory with its faults.
class Diagnostics {
 public:
  static constexpr std::size_t kMost = 10000;

  void add(Diagnostic diagnostic);
  void error(std::string rule, Place place, std::string message, std::string advice = {}) {
    add({Severity::error, std::move(rule), std::move(place), std::move(message),
         std::move(advice)});
  }
  void warn(std::string rule, Place place, std::string message, std::string advice = {}) {
    add({Severity::warning, std::move(rule), std::move(place), std::move(message),
         std::move(advice)});
  }
  const std::vector<Diagnostic>& list() const { return list_; }
  bool has_errors() const { return errors_ > 0; }
  /// How many errors there are, those that found no room included.
  std::size_t errors() const { return errors_; }
  std::size_t dropped() const { return dropped_; }
  bool full() const { return list_.size() >= kMost; }
  bool empty() const { return list_.empty(); }
  /// By file, line and column; equal places keep the order in which they were found.
  void sort();
  void append(const Diagnostics& other);

 private:
  std::vector<Diagnostic> list_;
  std::size_t errors_ = 0, dropped_ = 0;
};

}  // namespace nest
