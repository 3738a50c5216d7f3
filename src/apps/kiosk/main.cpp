// storknest: the kiosk. main is wiring; the only catch (...) lives here.
#include <malloc.h>

#include <csignal>
#include <cstdlib>
#include <exception>

#include "apps/kiosk/live.h"
#include "apps/kiosk/play.h"
#include "apps/kiosk/say.h"
#include "apps/kiosk/world.h"
#include "store/adult_code.h"
#include "store/files.h"

int main(int argc, char** argv) try {
  nest::store::hold_standard_streams();
  // Backdrops of 8 MB come and go on several threads: each in a mapping of its own, given back when
  // it is freed. Without this the heap keeps twice of what is shown (77 MB against 45).
  constexpr int kOwnMapping = 256 * 1024;
  ::mallopt(M_MMAP_THRESHOLD, kOwnMapping);
  ::mallopt(M_ARENA_MAX, 2);
  // A full disk or a closed pipe is an error that a write returns, not the end of a visit.
  std::signal(SIGXFSZ, SIG_IGN);
  std::signal(SIGPIPE, SIG_IGN);
  // Nobody types here, but Xlib reads its table of key sequences twice: a twentieth of the start.
  ::setenv("XCOMPOSEFILE", "/dev/null", 0);
  const auto parsed = nest::app::parse_options(argc, argv);
  if (!parsed.options) return parsed.exit_code;
  if (parsed.options->reset_adult_code) {
    nest::store::reset_adult_code(nest::app::data_folder(*parsed.options));
    nest::app::say("the adult code is removed; the next start asks for a new one.");
    return 0;
  }
  return parsed.options->play ? nest::app::play(*parsed.options) : nest::app::live(*parsed.options);
} catch (const std::exception& e) {
  nest::app::say(e.what());
  return 2;
} catch (...) {
  nest::app::say("something unknown went wrong.");
  return 2;
}
