// A child process does all that a kiosk writes (busy_kiosk.h); the parent kills it at a random
// moment (while it opens, commits, checkpoints, tidies, closes, merges or exports), looks at the
// folder, and starts the next child. What was acknowledged must be there, nothing twice, all whole.
// usage: kill_rounds ROUNDS [SEED]
#include <fmt/format.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <stdexcept>
#include <utility>

#include "faults/aftermath.h"
#include "faults/campaign.h"
#include "support/temp_folder.h"

namespace {

using namespace nest;
using namespace nest::test;
using Clock = std::chrono::steady_clock;

/// Rounds in one folder; every workshop stays in its tally, so with more each would take longer.
constexpr int kRoundsInFolder = 20;

/// Never returns.
[[noreturn]] void work_for_ever(const Places& places, const Told& before, std::uint64_t seed,
                                int pipe) try {
  BusyKiosk kiosk(places, before, seed, [pipe](const News& news) {
    if (::write(pipe, &news, sizeof news) != sizeof news) std::_Exit(3);
  });
  for (;;) kiosk.step();
} catch (const std::exception& error) {
  fmt::print(stderr, "the child: {}\n", error.what());
  std::_Exit(4);
}

/// When a child dies: so long after its start, or after its first news. A slow machine only opens
/// more slowly; the children that are to die at work still do.
struct Life {
  std::chrono::microseconds span;
  bool working;
};

/// Listens until the child's life is over, then kills and listens to what is left in the pipe.
void listen_and_kill(pid_t child, int pipe, Told& told, const Life& life) {
  constexpr std::chrono::seconds kPatience{30};
  auto end =
      Clock::now() + (life.working ? Clock::duration(kPatience) : Clock::duration(life.span));
  bool killed = false;
  bool heard = false;
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
    told.hear(news);
    if (life.working && !std::exchange(heard, true)) end = Clock::now() + life.span;
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  if (!killed || !WIFSIGNALED(status)) throw std::runtime_error("the child ended by itself");
}

void work_and_kill(const Places& places, Told& told, Random& luck) {
  int ends[2];
  if (::pipe(ends) != 0) throw std::runtime_error("no pipe");
  const auto seed = luck.next();
  // A third of the children die while they open the store, the others after some work.
  const bool opening = luck.below(3) == 0;
  const Life life{std::chrono::microseconds(luck.below(opening ? 30'000 : 300'000)), !opening};
  const pid_t child = ::fork();
  if (child < 0) throw std::runtime_error("no child");
  if (child == 0) {
    ::close(ends[0]);
    work_for_ever(places, told, seed, ends[1]);
  }
  ::close(ends[1]);
  listen_and_kill(child, ends[0], told, life);
  ::close(ends[0]);
}

struct Sums {
  std::int64_t acknowledged = 0, exports = 0;
  std::size_t closed = 0, wrong = 0;
};

/// Rounds in a fresh folder.
void run_rounds(int rounds, Random& luck, Sums& sums) {
  const TempFolder folder;
  const TempFolder other;
  make_other_tally(other.path());
  const Places places{folder.path(), other.path()};
  Told told;
  for (int i = 0; i < rounds && sums.wrong == 0; ++i) {
    const auto before = told.acknowledged;
    work_and_kill(places, told, luck);
    for (const auto& what : wrong_after(places, told)) {
      fmt::print(stderr, "{}\n", what);
      ++sums.wrong;
    }
    sums.acknowledged += told.acknowledged - before;
    // The next child goes on behind what is there.
    told.sent = told.acknowledged = additions_in(places.folder);
  }
  sums.exports += told.exported;
  sums.closed += told.closed.size();
}

int run(int rounds, std::uint64_t seed) {
  Random luck(seed);
  Sums sums;
  for (int left = rounds; left > 0 && sums.wrong == 0; left -= kRoundsInFolder) {
    run_rounds(std::min(left, kRoundsInFolder), luck, sums);
  }
  fmt::print("{} kills, {} additions acknowledged, {} workshops closed, {} exports, {} problems\n",
             rounds, sums.acknowledged, sums.closed, sums.exports, sums.wrong);
  return sums.wrong == 0 ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  return nest::test::campaign("kill_rounds", argc, argv, run);
}
