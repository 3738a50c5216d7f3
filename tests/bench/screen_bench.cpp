// Measures the kiosk in front of an X screen beside a minimal SDL program, and prints one table.
// usage: screen_bench MINIMAL STORKNEST STORKNEST-PACK ASSETS PACKS QUICK|FULL
// PACKS holds "quiz", "lesson" and "sprites" (make_screens.py) and packs to check: "1k", "10k",
// "100k".
#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <set>
#include <stdexcept>
#include <string>

#include "bench/rows.h"

namespace {

using namespace nest;
using namespace nest::bench;
namespace fs = std::filesystem;

constexpr const char* kFont = "/usr/share/fonts/truetype/andika/Andika-Bold.ttf";

std::vector<std::string> minimal_command(const Setting& s) {
  return {s.minimal, s.assets / "art" / "soap.svg", kFont};
}

/// From the start to the first change of a quarter of the screen, and CPU until all is ready.
struct Start {
  std::vector<double> wall, cpu;
  void once(const std::vector<std::string>& command, Screen& screen) {
    screen.forget();
    const Program program(command);
    const auto seen = screen.change(Seconds(10), screen.width() * screen.height() / 4);
    if (!seen) throw std::runtime_error(command.front() + " shows nothing");
    wall.push_back(Seconds(*seen - program.started()).count());
    sleep(Seconds(1.2));
    cpu.push_back(program.cpu().count());
  }
};

void start_rows(const Setting& s, Screen& screen, std::vector<Row>& rows) {
  Start minimal, kiosk;
  for (int i = 0; i < (s.full ? 11 : 3); ++i) {  // alternating, the first pair warms the caches
    minimal.once(minimal_command(s), screen);
    kiosk.once(kiosk_command(s, screen, "quiz", true), screen);
  }
  const double wall = quantile(minimal.wall, 0.5);
  const double cpu = quantile(minimal.cpu, 0.5);
  rows.push_back({"start to first touchable frame, warm", "s", wall, quantile(kiosk.wall, 0.5),
                  2 * wall, 1.3 * wall});
  rows.push_back(
      {"CPU for that start, all ready", "s", cpu, quantile(kiosk.cpu, 0.5), 3 * cpu, 1.5 * cpu});
}

/// Presses and leaves without releasing inside: a reaction, but no answer.
std::vector<double> touches(Screen& screen, Point at, int count) {
  std::vector<double> out;
  for (int i = 0; i < count; ++i) {
    screen.move(static_cast<int>(at.x), static_cast<int>(at.y));
    sleep(Seconds(0.012));
    screen.forget();
    const auto pressed = screen.press(true);
    const auto seen = screen.change(Seconds(1));
    if (seen) out.push_back(milliseconds(*seen - pressed));
    screen.move(static_cast<int>(at.x), 8);
    screen.press(false);
    sleep(Seconds(0.012));
  }
  if (out.empty()) throw std::runtime_error("touches change nothing");
  return out;
}

void minimal_rows(const Setting& s, Screen& screen, std::vector<double>& touch, double& memory) {
  const Program program(minimal_command(s));
  screen.change(Seconds(10), screen.width() * screen.height() / 4);
  sleep(Seconds(1));
  touch = touches(screen, {1050, 550}, s.full ? 300 : 40);
  memory = program.pss();
}

/// Answers until the way on stands there, goes on, and takes the time of each.
void play_quiz(Pair& pair, Screen& screen, std::vector<double>& answers, std::vector<double>& nexts,
               int questions) {
  for (int q = 0; q < questions; ++q) {
    const auto cards = pair.shadow.targets("answer/");
    for (const auto& card : cards) {
      if (pair.shadow.has("next")) break;
      const auto lifted = pair.tap(card);
      if (const auto seen = screen.change(Seconds(1)))
        answers.push_back(milliseconds(*seen - lifted));
      sleep(Seconds(0.6));
    }
    if (!pair.shadow.has("next")) break;
    const auto lifted = pair.tap("next");
    if (const auto seen = screen.settled(kQuiet, Seconds(1)))
      nexts.push_back(milliseconds(*seen - lifted));
    sleep(Seconds(0.6));
  }
}

void question_rows(const Setting& s, Screen& screen, std::vector<Row>& rows) {
  std::vector<double> bare, touched, answers, nexts;
  double memory = 0;
  minimal_rows(s, screen, bare, memory);
  Pair pair(s, screen, "quiz", true);
  pair.open_topic("quiz");
  sleep(Seconds(14));  // until the voice has read everything out
  rows.push_back({"CPU on a question screen, nothing moving",
                  "%",
                  {},
                  pair.program.load(Seconds(s.full ? 14 : 3)),
                  0.2,
                  0.01});
  const double pss = pair.program.pss();
  touched =
      touches(screen, pair.shadow.place(pair.shadow.targets("answer/").front()), s.full ? 300 : 40);
  play_quiz(pair, screen, answers, nexts, s.full ? 11 : 3);
  rows.push_back({"touch to changed pixels, median", "ms", quantile(bare, 0.5),
                  quantile(touched, 0.5), 3, 1.3});
  rows.push_back({"touch to changed pixels, p99", "ms", quantile(bare, 0.99),
                  quantile(touched, 0.99), 16, 2.5});
  rows.push_back(
      {"the same while an answer commits, median", "ms", {}, quantile(answers, 0.5), 3, 1.3});
  rows.push_back(
      {"the same while an answer commits, p99", "ms", {}, quantile(answers, 0.99), 16, 2.5});
  rows.push_back(
      {"next question, pictures included, median", "ms", {}, quantile(nexts, 0.5), 15, 6});
  rows.push_back({"memory (PSS) on a question screen", "MB", memory, pss, 60, 33});
}

void breathing_row(const Setting& s, Screen& screen, std::vector<Row>& rows) {
  Pair pair(s, screen, "quiz", false);
  pair.open_topic("quiz");
  sleep(Seconds(14));
  rows.push_back({"the same with Mila breathing and blinking",
                  "%",
                  {},
                  pair.program.load(Seconds(s.full ? 14 : 3)),
                  3,
                  1});
}

struct Part {
  const char* name;
  void (*measure)(const Setting&, Screen&, std::vector<Row>&);
};
constexpr Part kParts[] = {
    {"starting", start_rows},   {"questions", question_rows}, {"breathing", breathing_row},
    {"lesson", lesson_rows},    {"counting", counting_rows},  {"sprites", sprite_rows},
    {"language", language_row}, {"voice", voice_row},         {"checking", check_rows}};

/// All parts, or those named.
int run(const Setting& setting, const std::set<std::string>& only) {
  Screen screen;
  std::vector<Row> rows;
  for (const auto& part : kParts) {
    if (!only.empty() && only.count(part.name) == 0) continue;
    fmt::print(stderr, "bench: {} …\n", part.name);
    part.measure(setting, screen, rows);
  }
  return print(rows) ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) try {
  if (argc < 7) throw std::runtime_error("scripts/bench calls this");
  const auto data = fs::temp_directory_path() / fmt::format("storknest-bench-{}", ::getpid());
  const int code =
      run({argv[1], argv[2], argv[3], argv[4], argv[5], std::string(argv[6]) == "FULL", data},
          {argv + 7, argv + argc});
  fs::remove_all(data);
  return code;
} catch (const std::exception& error) {
  fmt::print(stderr, "bench: {}\n", error.what());
  return 2;
}
