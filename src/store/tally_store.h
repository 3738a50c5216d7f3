#pragma once
// The durable counters: a TallyStore whose writer thread owns the one connection to tally.db, so
// neither start-up nor a child's answer ever waits for the disk. Each call of add is one
// transaction; while the disk is away they wait in memory, added up by row, and are written when it
// is back. Not here: what a failure means (tally_writer.h).
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "core/base/random.h"
#include "core/base/time.h"
#include "core/usage/tally.h"
#include "core/usage/tally_state.h"
#include "store/tally_batch.h"

namespace nest::store {

class TallyWriter;

struct TallyOptions {
  std::filesystem::path folder;  ///< made if it is not there
  /// Ids of new runs: seed it from the system's randomness, never from --seed.
  Random luck;
  /// The time that TallyState tells; called on the writer thread.
  std::function<Instant()> clock;
  Millis first_retry{100};  ///< doubled at each failure
  Millis last_retry{10'000};
  /// Told whenever the state may have changed, and a last time when all is closed; called on the
  /// writer thread. May be empty.
  std::function<void(const TallyState& state, bool closed)> changed{};
};

class SqliteTally : public TallyStore {
 public:
  /// Returns at once; the database is opened on the writer thread.
  explicit SqliteTally(TallyOptions options);
  /// Writes what waits (one last try), leaves the file tidy, closes it.
  ~SqliteTally() override;
  SqliteTally(const SqliteTally&) = delete;
  SqliteTally& operator=(const SqliteTally&) = delete;

  void take(TallyChange change) override;
  std::uint64_t acknowledged() const override { return acknowledged_; }
  TallyState state() const;
  /// Waits until everything added so far is durable or the writer has given up for now; true if it
  /// is durable. For scripts, tests and the kiosk's
  /// workers; its loop never calls it.
  bool settle();

 private:
  using Clock = std::chrono::steady_clock;
  enum class Wake { work, retry, stop };
  void run();
  Wake wait(std::optional<Clock::time_point> next_try);
  void take_one(TallyWriter& writer);
  void take_all(TallyWriter& writer);
  void publish(const TallyWriter& writer, bool closed);

  const TallyOptions options_;
  std::atomic<std::uint64_t> acknowledged_{0};
  mutable std::mutex mutex_;
  std::condition_variable wake_, settled_;
  std::deque<TallyChange> queue_;  ///< guarded by mutex_, like all below
  TallyState state_;
  bool idle_ = false;  ///< the writer has dealt with everything that was queued
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace nest::store
