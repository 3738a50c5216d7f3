#pragma once
// What the last thing that was done with a stick came to. It is shown until another stick comes (or
// the same one again), so that a stick may be pulled out while its news is being read, and the next
// one starts afresh. Not here: doing it (apps/kiosk/records).
#include <optional>
#include <utility>

namespace nest {

template <class Result>
class Errand {
 public:
  void ended(Result result) { last_ = std::move(result); }
  void forget() { last_.reset(); }
  /// Told again and again whether there is a stick.
  void look(bool stick) {
    if (stick && !there_) last_.reset();
    there_ = stick;
  }
  const std::optional<Result>& last() const { return last_; }

 private:
  std::optional<Result> last_;
  bool there_ = false;
};

}  // namespace nest
