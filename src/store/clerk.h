#pragma once
// Does small things with the disk one after the other on a thread of its own, so that no frame
// waits for them: a durable write may take a second on an old disk. What was given is done, also if
// the kiosk ends. Not here: counters (tally_store), the adult code (adult_code).
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace nest::store {

class Clerk {
 public:
  using Task = std::function<void()>;

  Clerk();
  /// `task` throws nothing.
  void give(Task task);
  /// Waits until all that was given is done.
  void finish();

 private:
  void work(const std::stop_token& stop);

  std::mutex mutex_;
  std::condition_variable_any changed_;
  std::deque<Task> tasks_;  ///< the first one is being done
  std::jthread worker_;     ///< last: it ends before what it uses
};

}  // namespace nest::store
