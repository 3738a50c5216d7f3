#include "bench/watched.h"

#include <X11/Xlib.h>
#include <X11/extensions/XTest.h>
#include <X11/extensions/Xdamage.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <thread>

namespace nest::bench {
namespace {

constexpr Seconds kPatience{3};  ///< for a program that is asked to end

bool readable(int fd, Seconds patience) {
  pollfd waiting{fd, POLLIN, 0};
  timespec span{};
  span.tv_sec = static_cast<time_t>(patience.count());
  span.tv_nsec = static_cast<long>((patience.count() - static_cast<double>(span.tv_sec)) * 1e9);
  return ::ppoll(&waiting, 1, &span, nullptr) > 0;
}

}  // namespace

struct Screen::Handles {
  Display* display = nullptr;
  Damage damage = 0;
  int event = 0;
};

Screen::Screen() : x_(std::make_unique<Handles>()) {
  x_->display = XOpenDisplay(nullptr);
  if (x_->display == nullptr) throw std::runtime_error("no X display");
  int error = 0;
  if (XDamageQueryExtension(x_->display, &x_->event, &error) == 0) {
    throw std::runtime_error("the X server has no DAMAGE extension");
  }
  x_->damage =
      XDamageCreate(x_->display, DefaultRootWindow(x_->display), XDamageReportRawRectangles);
  XSync(x_->display, False);
}

Screen::~Screen() {
  XCloseDisplay(x_->display);
}

int Screen::width() const {
  return DisplayWidth(x_->display, 0);
}
int Screen::height() const {
  return DisplayHeight(x_->display, 0);
}

void Screen::forget() {
  XSync(x_->display, True);
}

std::optional<Clock::time_point> Screen::change(Seconds patience, int least) {
  const auto end = Clock::now() + std::chrono::duration_cast<Clock::duration>(patience);
  for (;;) {
    while (XPending(x_->display) > 0) {
      XEvent event;
      XNextEvent(x_->display, &event);
      if (event.type != x_->event + XDamageNotify) continue;
      const auto& area = reinterpret_cast<XDamageNotifyEvent&>(event).area;
      if (area.width * area.height >= least) return Clock::now();
    }
    const Seconds left = end - Clock::now();
    if (left.count() <= 0 || !readable(ConnectionNumber(x_->display), left)) return std::nullopt;
  }
}

std::optional<Clock::time_point> Screen::settled(Seconds quiet, Seconds patience) {
  auto last = change(patience);
  while (last) {
    const auto next = change(quiet);
    if (!next) break;
    last = next;
  }
  return last;
}

void Screen::move(int x, int y) {
  XTestFakeMotionEvent(x_->display, -1, x, y, 0);
  XSync(x_->display, False);
}

Clock::time_point Screen::press(bool down) {
  const auto now = Clock::now();
  XTestFakeButtonEvent(x_->display, 1, down ? True : False, 0);
  XFlush(x_->display);
  return now;
}

Program::Program(const std::vector<std::string>& command) : started_(Clock::now()) {
  std::vector<char*> words;
  for (const auto& word : command) words.push_back(const_cast<char*>(word.c_str()));
  words.push_back(nullptr);
  pid_ = ::fork();
  if (pid_ != 0) return;
  const int nowhere = ::open("/dev/null", O_WRONLY);
  ::dup2(nowhere, STDOUT_FILENO);
  ::dup2(nowhere, STDERR_FILENO);
  ::execv(words.front(), words.data());
  std::_Exit(127);
}

Program::~Program() {
  ::kill(pid_, SIGTERM);
  const auto end = Clock::now() + std::chrono::duration_cast<Clock::duration>(kPatience);
  while (Clock::now() < end) {
    if (::waitpid(pid_, nullptr, WNOHANG) == pid_) return;
    sleep(Seconds(0.01));
  }
  ::kill(pid_, SIGKILL);
  ::waitpid(pid_, nullptr, 0);
}

Seconds Program::cpu() const {
  clockid_t clock = 0;
  timespec spent{};
  if (::clock_getcpuclockid(pid_, &clock) != 0 || ::clock_gettime(clock, &spent) != 0) return {};
  return std::chrono::seconds(spent.tv_sec) + std::chrono::nanoseconds(spent.tv_nsec);
}

double Program::pss() const {
  std::ifstream file("/proc/" + std::to_string(pid_) + "/smaps_rollup");
  for (std::string line; std::getline(file, line);) {
    if (line.rfind("Pss:", 0) == 0) return std::stod(line.substr(4)) * 1024 / 1e6;
  }
  return 0;
}

int Program::descriptors() const {
  std::error_code ended;
  int count = 0;
  const std::filesystem::path folder("/proc/" + std::to_string(pid_) + "/fd");
  for (std::filesystem::directory_iterator it(folder, ended), end; !ended && it != end; ++count) {
    it.increment(ended);
  }
  return count;
}

double Program::load(Seconds span) const {
  const auto before = cpu();
  sleep(span);
  return 100 * (cpu() - before) / span;
}

void sleep(Seconds span) {
  std::this_thread::sleep_for(span);
}

double quantile(std::vector<double> values, double share) {
  if (values.empty()) return 0;
  std::sort(values.begin(), values.end());
  const auto at = static_cast<std::size_t>(share * static_cast<double>(values.size() - 1) + 0.5);
  return values[at];
}

}  // namespace nest::bench
