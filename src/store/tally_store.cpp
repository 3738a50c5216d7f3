#include "store/tally_store.h"

#include <algorithm>

#include "store/tally_writer.h"

namespace nest::store {

SqliteTally::SqliteTally(TallyOptions options)
    : options_(std::move(options)), thread_([this] { run(); }) {}

SqliteTally::~SqliteTally() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_one();
  thread_.join();
}

void SqliteTally::take(TallyChange change) {
  {
    const std::lock_guard lock(mutex_);
    queue_.push_back(std::move(change));
    idle_ = false;
  }
  wake_.notify_one();
}

TallyState SqliteTally::state() const {
  const std::lock_guard lock(mutex_);
  TallyState state = state_;
  state.waiting += queue_.size();
  return state;
}

bool SqliteTally::settle() {
  std::unique_lock lock(mutex_);
  settled_.wait(lock, [this] { return idle_; });
  return state_.waiting == 0;
}

void SqliteTally::run() {
  TallyWriter writer(options_.folder, options_.luck);
  Millis pause = options_.first_retry;
  auto next_try = Clock::now() + pause;
  bool counting = writer.write();
  publish(writer, false);
  for (;;) {
    const Wake why = wait(counting ? std::nullopt : std::optional(next_try));
    if (why == Wake::stop) break;
    if (counting) {
      take_one(writer);
    } else {
      take_all(writer);
    }
    if (counting || why == Wake::retry) {
      counting = writer.write();
      pause = counting ? options_.first_retry : std::min(pause * 2, options_.last_retry);
      next_try = Clock::now() + pause;
    }
    publish(writer, false);
  }
  take_all(writer);
  writer.close();
  publish(writer, true);
}

/// Work that came in while the disk is away does not bring the next try nearer.
SqliteTally::Wake SqliteTally::wait(std::optional<Clock::time_point> next_try) {
  std::unique_lock lock(mutex_);
  const auto something = [this] { return stopping_ || !queue_.empty(); };
  if (!next_try) {
    wake_.wait(lock, something);
    return queue_.empty() ? Wake::stop : Wake::work;
  }
  if (!wake_.wait_until(lock, *next_try, something)) return Wake::retry;
  return stopping_ ? Wake::stop : Wake::work;
}

void SqliteTally::take_one(TallyWriter& writer) {
  TallyChange change;
  {
    const std::lock_guard lock(mutex_);
    if (queue_.empty()) return;
    change = std::move(queue_.front());
    queue_.pop_front();
    ++state_.waiting;  // on its way to the writer it waits, too
  }
  writer.take(change);
}

void SqliteTally::take_all(TallyWriter& writer) {
  std::deque<TallyChange> all;
  {
    const std::lock_guard lock(mutex_);
    all.swap(queue_);
    state_.waiting += all.size();
  }
  std::uint64_t lost = 0;
  for (const auto& change : all) lost += writer.take(change) ? 0U : 1U;
  const std::lock_guard lock(mutex_);
  state_.lost += lost;
}

void SqliteTally::publish(const TallyWriter& writer, bool closed) {
  acknowledged_ = writer.committed();
  {
    const std::lock_guard lock(mutex_);
    state_.waiting = writer.waiting();
    state_.set_aside = writer.set_aside_files();
    if (const auto& trouble = writer.trouble()) {
      const auto* const before = std::get_if<NotCounting>(&state_.now);
      const Instant since = before ? before->since : options_.clock();
      state_.now = NotCounting{since, trouble->reason, trouble->detail};
    } else {
      state_.now = Counting{};
    }
    idle_ = queue_.empty();
  }
  if (options_.changed) options_.changed(state(), closed);
  settled_.notify_all();
}

}  // namespace nest::store
