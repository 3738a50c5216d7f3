#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <stdexcept>

#include "bench/rows.h"

namespace nest::bench {
namespace {

/// What checking a pack costs, as its parent sees it.
struct Check {
  double seconds = 0, megabytes = 0;
};

Check check_cost(const Setting& s, const std::string& pack) {
  const auto folder = (s.packs / pack).string();
  const auto before = Clock::now();
  const pid_t child = ::fork();
  if (child == 0) {
    if (std::freopen("/dev/null", "w", stdout) == nullptr) ::_exit(2);
    ::execl(s.checker.c_str(), "storknest-pack", "check", "--no-limits", folder.c_str(), nullptr);
    ::_exit(2);
  }
  int status = 0;
  rusage used{};
  if (child < 0 || ::wait4(child, &status, 0, &used) != child || status != 0) {
    throw std::runtime_error("a pack does not check clean");
  }
  return {Seconds(Clock::now() - before).count(), static_cast<double>(used.ru_maxrss) * 1024 / 1e6};
}

}  // namespace

/// Ten times the items may take ten times the time and memory, and a fifth more.
void check_rows(const Setting& s, Screen&, std::vector<Row>& rows) {
  const auto linear = [&rows](const char* name, const char* unit, double value, double tenth) {
    rows.push_back({name, unit, {}, value, 12 * tenth, 10 * tenth});
  };
  const auto small = check_cost(s, "1k");
  const auto middle = check_cost(s, "10k");
  const auto large = check_cost(s, "100k");
  rows.push_back({"checking a pack of 1 000 items", "s", {}, small.seconds, 1, 0.3});
  rows.push_back({"checking a pack of 10 000 items", "s", {}, middle.seconds, 1, 0.3});
  linear("checking a pack of 100 000 items", "s", large.seconds, middle.seconds);
  rows.push_back({"memory for 1 000 items", "MB", {}, small.megabytes, 110, 60});
  linear("memory for 10 000 items", "MB", middle.megabytes, small.megabytes);
  linear("memory for 100 000 items", "MB", large.megabytes, middle.megabytes);
}

}  // namespace nest::bench
