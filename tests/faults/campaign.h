#pragma once
// The outermost part of a program that hurts a kiosk again and again: PROGRAM [TIMES [SEED]].
#include <fmt/format.h>

#include <cstdint>
#include <cstdlib>
#include <exception>
#include <functional>

namespace nest::test {

/// Exit code: what `run` returns (0: nothing was lost), or 2 with a sentence if it could not go on.
inline int campaign(const char* name, int argc, char** argv,
                    const std::function<int(int times, std::uint64_t seed)>& run) try {
  const int times = argc > 1 ? std::atoi(argv[1]) : 20;
  const std::uint64_t seed = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 1;
  return run(times, seed);
} catch (const std::exception& error) {
  fmt::print(stderr, "{}: {}\n", name, error.what());
  return 2;
}

}  // namespace nest::test
