#include <filesystem>
#include <mutex>
#include <stdexcept>
#include <thread>

#include "bench/frames.h"
#include "bench/rows.h"
#include "store/tally_store.h"

namespace nest::bench {
namespace {

constexpr int kFramesPerAnswer = 3;  ///< at 60 frames a second: twenty answers

AddCounts an_answer(std::size_t n) {
  const std::string item = "question-" + std::to_string(n % 14);
  return {{AddItem{{"practice", "bench", item}, {ItemCount::answered, ItemCount::correct}},
           AddOutcome{{"practice", "bench", item, "soap", static_cast<int>(n % 4)}}},
          {}};
}

/// Real counters on the real disk, and how long each answer took until it was durable.
class Counting {
 public:
  explicit Counting(std::filesystem::path folder)
      : tally_({.folder = std::move(folder),
                .luck = Random(1),
                .clock = [] { return Instant{}; },
                .changed = [this](const TallyState&, bool) { note(); }}) {
    tally_.settle();
  }

  void answer() {
    {
      const std::lock_guard lock(mutex_);
      given_.push_back(Clock::now());
    }
    tally_.take(an_answer(given_.size()));
  }
  std::vector<double> waits() {
    if (!tally_.settle()) throw std::runtime_error("answers are not counted");
    const std::lock_guard lock(mutex_);
    return waits_;
  }

 private:
  void note() {
    const auto now = Clock::now();
    const std::lock_guard lock(mutex_);
    if (given_.empty()) return;  // the tally may still be in its constructor
    while (waits_.size() < tally_.acknowledged()) {
      waits_.push_back(milliseconds(now - given_[waits_.size()]));
    }
  }

  std::mutex mutex_;
  std::vector<Clock::time_point> given_;
  std::vector<double> waits_;
  store::SqliteTally tally_;
};

}  // namespace

/// A lesson, the richest screen, while twenty answers a second are counted: in this process, at the
/// pace of the clock, since a disk that is busy takes its time from the same cores.
void counting_rows(const Setting& s, Screen& screen, std::vector<Row>& rows) {
  Shadow shadow(shadow_options(s, "lesson", false), screen.width(), screen.height());
  shadow.run("tap language/pl");
  shadow.run("tap topic/bench-lesson");
  Counting counting(s.data / "counting");
  const auto begin = Clock::now();
  const auto times = frame_times(
      shadow, screen.width(), screen.height(), s.full ? 1800 : 180,
      [&](int frame) { std::this_thread::sleep_until(begin + frame * Seconds(1) / 60); },
      [&](int frame) {
        if (frame % kFramesPerAnswer == 0) counting.answer();
      });
  rows.push_back({"lesson while 20 answers/s are counted: p99 of a frame",
                  "ms",
                  {},
                  quantile(times, 0.99),
                  16,
                  16});
  rows.push_back(
      {"an answer until it is durable, p99", "ms", {}, quantile(counting.waits(), 0.99), 20, 10});
}

}  // namespace nest::bench
