// Plays scripted visits with the real kiosk and kills it (SIGKILL) at random moments: every answer
// that was durable must be in the file, none that was not sent, and the file must be sound.
// usage: kill_visits STORKNEST SCRIPT ROUNDS [SEED]
#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>
#include <string>

#include "core/base/random.h"
#include "store/tally_reader.h"
#include "support/temp_folder.h"

namespace {

using namespace nest;
using Clock = std::chrono::steady_clock;

struct Told {
  long sent = 0, durable = 0;
  bool finished = false;
};

/// Starts the kiosk with its standard output in a pipe.
pid_t start(const char* storknest, const char* script, const std::string& data,
            const std::string& seed, int output) {
  const pid_t child = ::fork();
  if (child != 0) return child;
  ::dup2(output, STDOUT_FILENO);
  const int nowhere = ::open("/dev/null", O_WRONLY);
  ::dup2(nowhere, STDERR_FILENO);
  ::execl(storknest, storknest, "--play", script, "--data", data.c_str(), "--acknowledge", "--seed",
          seed.c_str(), nullptr);
  std::_Exit(127);
}

/// Lines "sending N" and "durable N"; the last one of each counts.
Told parse(const std::string& output) {
  Told told;
  for (std::size_t at = 0; at < output.size();) {
    const auto end = output.find('\n', at);
    if (end == std::string::npos) break;  // killed in the middle of a line
    const auto line = output.substr(at, end - at);
    if (line.rfind("sending ", 0) == 0) told.sent = std::atol(line.c_str() + 8);
    if (line.rfind("durable ", 0) == 0) told.durable = std::atol(line.c_str() + 8);
    at = end + 1;
  }
  return told;
}

Told play_and_kill(const char* storknest, const char* script, const std::string& data,
                   std::uint64_t seed, Millis life) {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
  const pid_t child = start(storknest, script, data, std::to_string(seed), ends[1]);
  ::close(ends[1]);
  const auto end = Clock::now() + life;
  std::string output;
  bool killed = false;
  for (char buffer[4096];;) {
    const auto left = std::chrono::duration_cast<Millis>(end - Clock::now());
    pollfd waiting{ends[0], POLLIN, 0};
    if (!killed &&
        (left <= Millis(0) || ::poll(&waiting, 1, static_cast<int>(left.count())) == 0)) {
      ::kill(child, SIGKILL);
      killed = true;
    }
    const auto size = ::read(ends[0], buffer, sizeof buffer);
    if (size <= 0) break;
    output.append(buffer, static_cast<std::size_t>(size));
  }
  ::close(ends[0]);
  int status = 0;
  ::waitpid(child, &status, 0);
  if (WIFEXITED(status) && WEXITSTATUS(status) != 0) {
    throw std::runtime_error(fmt::format("the kiosk ended with {}", WEXITSTATUS(status)));
  }
  auto told = parse(output);
  told.finished = WIFEXITED(status);
  return told;
}

/// First answers in the file.
long answers_in(const std::filesystem::path& folder) {
  if (!std::filesystem::exists(folder / "tally.db")) return 0;
  const auto reading = store::read_tally(folder);
  if (!reading.left_out.empty()) throw std::runtime_error("unsound: " + reading.left_out.front());
  long n = 0;
  for (const auto& outcome : reading.tables.outcomes) n += static_cast<long>(outcome.n);
  return n;
}

int run(const char* storknest, const char* script, int rounds, std::uint64_t seed) {
  const test::TempFolder folder;
  Random luck(seed);
  // One whole visit tells how long a life can be on this machine, now.
  const auto before = Clock::now();
  const auto whole = play_and_kill(storknest, script, folder.path(), 1, Millis(120'000));
  const auto life = std::chrono::duration_cast<Millis>(Clock::now() - before);
  if (!whole.finished || whole.durable == 0) throw std::runtime_error("no answer was counted");
  long counted = answers_in(folder.path());
  long acknowledged = whole.durable;
  int problems = counted == whole.sent ? 0 : 1;
  for (int i = 0; i < rounds && problems == 0; ++i) {
    const auto told = play_and_kill(storknest, script, folder.path(), luck.next() % 1000,
                                    Millis(luck.below(static_cast<std::uint32_t>(life.count()))));
    const long now = answers_in(folder.path());
    acknowledged += told.durable;
    if (now - counted < told.durable || now - counted > told.sent) {
      fmt::print(stderr, "round {}: {} sent, {} durable, {} new in the file\n", i, told.sent,
                 told.durable, now - counted);
      ++problems;
    }
    counted = now;
  }
  fmt::print("{} visits killed, {} answers durable, {} counted, {} problems\n", rounds,
             acknowledged, counted, problems);
  return problems == 0 ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) try {
  if (argc < 4) throw std::runtime_error("usage: kill_visits STORKNEST SCRIPT ROUNDS [SEED]");
  return run(argv[1], argv[2], std::atoi(argv[3]),
             argc > 4 ? std::strtoull(argv[4], nullptr, 10) : 1);
} catch (const std::exception& error) {
  fmt::print(stderr, "kill_visits: {}\n", error.what());
  return 2;
}
