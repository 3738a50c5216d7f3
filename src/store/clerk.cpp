#include "store/clerk.h"

namespace nest::store {

Clerk::Clerk() : worker_([this](const std::stop_token& stop) { work(stop); }) {}

void Clerk::give(Task task) {
  {
    const std::lock_guard lock(mutex_);
    tasks_.push_back(std::move(task));
  }
  changed_.notify_all();
}

void Clerk::finish() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return tasks_.empty(); });
}

void Clerk::work(const std::stop_token& stop) {
  std::unique_lock lock(mutex_);
  // False only if it is to stop and nothing is left.
  while (changed_.wait(lock, stop, [this] { return !tasks_.empty(); })) {
    const auto task = std::move(tasks_.front());
    lock.unlock();
    task();
    lock.lock();
    tasks_.pop_front();
    changed_.notify_all();
  }
}

}  // namespace nest::store
