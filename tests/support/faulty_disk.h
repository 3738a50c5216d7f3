#pragma once
// A disk that fails on demand: the Nth write, truncate, sync, rename or open for writing of this
// program, once or until it is healed. Link disk_calls.cpp and faulty_disk.cpp.
#include <atomic>
#include <cerrno>

#include "support/disk_calls.h"

namespace nest::test {

class FaultyDisk : private DiskWatch {
 public:
  using Call = DiskCall;
  /// From the `nth` such call on (1: the next one), it fails with `error`; once, or until healed.
  void fail(Call call, int error, int nth = 1, bool for_ever = true);
  void heal() { armed_ = false; }
  int failures() const { return failures_; }
  /// Calls of the kind that fails, since `fail`.
  int calls() const { return calls_; }

 private:
  int refuse(DiskCall call) override;

  std::atomic<bool> armed_{false}, for_ever_{true};
  std::atomic<Call> call_{Call::write};
  std::atomic<int> error_{0}, nth_{0}, calls_{0}, failures_{0};
};

}  // namespace nest::test
