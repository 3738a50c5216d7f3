// A child process counts answers as the kiosk does; the parent kills it at a random moment (while
// it opens, commits, checkpoints, tidies or closes), looks at the file, and starts the next child.
// Every answer that was acknowledged must be there, none that was not sent, and each whole.
// usage: kill_rounds ROUNDS [SEED]
#include <fmt/format.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <stdexcept>

#include "faults/tally_check.h"
#include "store/tally_store.h"
#include "support/answers.h"
#include "support/temp_folder.h"

namespace {

using namespace nest;
using namespace nest::test;
using Clock = std::chrono::steady_clock;

/// What the child tells through the pipe; small enough to be written whole or not at all.
struct News {
  enum class What : std::int64_t { sending, acknowledged } what;
  std::int64_t answers;  ///< since the first round
};

void tell(int pipe, News news) {
  if (::write(pipe, &news, sizeof news) != sizeof news) std::_Exit(3);
}

/// Never returns: counts answer after answer, closes and opens the store again now and then.
[[noreturn]] void count_for_ever(const std::filesystem::path& folder, std::int64_t counted,
                                 std::uint64_t seed, int pipe) {
  Random luck(seed);
  for (std::int64_t next = counted;;) {
    const auto before = next;
    store::SqliteTally tally({folder, luck, [] { return Instant{}; }});
    for (auto bursts = luck.below(40); bursts > 0; --bursts) {
      for (auto answers = 1 + luck.below(4); answers > 0; --answers) {
        tell(pipe, {News::What::sending, next + 1});
        tally.add(answer(static_cast<int>(next++)));
      }
      tally.settle();
      const auto acknowledged = static_cast<std::int64_t>(tally.acknowledged());
      tell(pipe, {News::What::acknowledged, before + acknowledged});
    }
    luck.next();
  }
}

struct Round {
  std::int64_t sent = 0, acknowledged = 0;
};

/// Listens until `end`, then kills and listens to what is left in the pipe.
Round listen_and_kill(pid_t child, int pipe, std::int64_t counted, Clock::time_point end) {
  Round round{counted, counted};
  bool killed = false;
  for (;;) {
    const auto left = std::chrono::duration_cast<Millis>(end - Clock::now());
    pollfd waiting{pipe, POLLIN, 0};
    if (!killed &&
        (left <= Millis(0) || ::poll(&waiting, 1, static_cast<int>(left.count())) == 0)) {
      ::kill(child, SIGKILL);
      killed = true;
    }
    News news{};
    const auto size = ::read(pipe, &news, sizeof news);
    if (size == 0) break;
    if (size != sizeof news) throw std::runtime_error("the pipe is broken");
    (news.what == News::What::sending ? round.sent : round.acknowledged) = news.answers;
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  if (!killed || !WIFSIGNALED(status)) throw std::runtime_error("the child ended by itself");
  return round;
}

Round play_and_kill(const std::filesystem::path& folder, std::int64_t counted, Random& luck) {
  int ends[2];
  if (::pipe(ends) != 0) throw std::runtime_error("no pipe");
  const auto seed = luck.next();
  // A third of the children die while they open the store, the others after some answers.
  const auto life = std::chrono::microseconds(luck.below(luck.below(3) == 0 ? 30'000 : 300'000));
  const pid_t child = ::fork();
  if (child < 0) throw std::runtime_error("no child");
  if (child == 0) {
    ::close(ends[0]);
    count_for_ever(folder, counted, seed, ends[1]);
  }
  ::close(ends[1]);
  const auto round = listen_and_kill(child, ends[0], counted, Clock::now() + life);
  ::close(ends[0]);
  return round;
}

/// Problems after one round; `counted` becomes what the file holds.
int judge(const std::filesystem::path& folder, const Round& round, std::int64_t& counted) {
  int problems = 0;
  const auto complain = [&](const std::string& what) {
    fmt::print(stderr, "{}\n", what);
    ++problems;
  };
  for (const auto& fault : faults_of(folder)) complain("unsound: " + fault);
  counted = answers_in(folder);
  if (counted < round.acknowledged) {
    complain(fmt::format("lost: {} acknowledged, {} there", round.acknowledged, counted));
  }
  if (counted > round.sent)
    complain(fmt::format("doubled: {} sent, {} there", round.sent, counted));
  std::vector<std::vector<Increment>> expected;
  for (std::int64_t i = 0; i < counted; ++i) expected.push_back(answer(static_cast<int>(i)));
  for (const auto& difference : differences(folder, expected)) complain(difference);
  return problems;
}

int run(int rounds, std::uint64_t seed) {
  const TempFolder folder;
  Random luck(seed);
  std::int64_t counted = 0;
  std::int64_t acknowledged = 0;
  int problems = 0;
  for (int i = 0; i < rounds && problems == 0; ++i) {
    const auto before = counted;
    const auto round = play_and_kill(folder.path(), before, luck);
    acknowledged += round.acknowledged - before;
    problems += judge(folder.path(), round, counted);
  }
  fmt::print("{} kills, {} answers acknowledged, {} counted, {} problems\n", rounds, acknowledged,
             counted, problems);
  return problems == 0 ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) try {
  const int rounds = argc > 1 ? std::atoi(argv[1]) : 20;
  const std::uint64_t seed = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 1;
  return run(rounds, seed);
} catch (const std::exception& error) {
  fmt::print(stderr, "kill_rounds: {}\n", error.what());
  return 2;
}
