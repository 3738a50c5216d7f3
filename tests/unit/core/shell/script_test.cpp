#include "core/shell/script.h"

#include <doctest/doctest.h>

#include "support/visitor.h"

namespace {

using namespace nest;
using namespace nest::test;

/// Runs a script on the garden. The faults' texts, empty if all went well.
std::string run(const std::string& script, std::string* transcript = nullptr,
                bool show_targets = false) {
  Diagnostics faults;
  const auto steps = parse_script("a.play", script, faults);
  Visitor v;
  v.bring_garden();
  ScriptRunner runner(v.kiosk, {});
  const bool held = runner.run("a.play", steps, faults, show_targets);
  if (transcript != nullptr) *transcript = runner.transcript();
  std::string out;
  for (const auto& fault : faults.list()) out += to_text(fault) + "\n";
  CHECK(held == out.empty());
  return out;
}

std::string faults_of(const std::string& script) {
  Diagnostics faults;
  parse_script("a.play", script, faults);
  std::string out;
  for (const auto& fault : faults.list()) out += to_text(fault) + "\n";
  return out;
}

}  // namespace

TEST_CASE("script: a workshop that it leaves open ends with it, as its cards do") {
  Diagnostics faults;
  Visitor v;
  v.bring_garden();
  {
    ScriptRunner runner(v.kiosk, {});
    CHECK(runner.run("a.play", parse_script("a.play", "workshop paired garden B", faults), faults,
                     false));
    CHECK(v.kiosk.workshop() != nullptr);
  }
  CHECK(v.kiosk.workshop() == nullptr);
}

TEST_CASE("script: taps, waits and expectations go through the whole kiosk") {
  std::string transcript;
  CHECK(run("# a visit\n"
            "expect screen attract\n"
            "  tap language/lt   \r\n"
            "\n"
            "expect text lt age.title\n"
            "tap age/b\n"
            "tap topic/garden\n"
            "tap activity/watch\n"
            "wait screen lesson-question\n"
            "lang pl\n"
            "expect text soap?\n"
            "wait 50s\n"
            "wait screen attract\n",
            &transcript)
            .empty());
  CHECK(transcript.find("screen age\ncount visit started\ncount language lt\n") !=
        std::string::npos);
  CHECK(transcript.find("count visit ended by idle\n") != std::string::npos);
}

TEST_CASE("script: the same script gives the same transcript") {
  std::string one;
  std::string two;
  const std::string script = "tap language/pl\ntap age/a\ntap topic/garden\nwait 40s\n";
  run(script, &one);
  run(script, &two);
  CHECK(one == two);
}

TEST_CASE("script: a tap with a star takes another one each time") {
  std::string transcript;
  CHECK(run("tap language/*\ntap home\ntap language/*\n", &transcript).empty());
  CHECK(transcript.find("tap language/pl\n") != std::string::npos);
  CHECK(transcript.find("tap language/lt\n") != std::string::npos);
}

TEST_CASE("script: a failure says where, what is there, and ends the run") {
  CHECK(run("tap language/pl\ntap nonsense\ntap home\n", nullptr, true) ==
        "a.play:2:1: error: the screen \"age\" has no target \"nonsense\". Targets here: age/a "
        "age/b age/c home listen language/pl language/lt\n");
  CHECK(run("expect screen menu\n") ==
        "a.play:1:1: error: the screen is \"attract\", not \"menu\".\n");
  CHECK(run("expect text Kikeriki\n").find("\"Kikeriki\" is not on the screen") !=
        std::string::npos);
  CHECK(run("wait screen farewell\n") ==
        "a.play:1:1: error: the screen \"farewell\" did not come; it is \"attract\".\n");
}

TEST_CASE("script: every line that is no command is reported at once, with its place") {
  const auto faults =
      faults_of("tab home\ntap\n  wait soon\nwait -1s\nwait 2h\nexpect mood good\n");
  for (const auto* place :
       {"a.play:1:1", "a.play:2:1", "a.play:3:3", "a.play:4:1", "a.play:5:1", "a.play:6:1"}) {
    CHECK(faults.find(place) != std::string::npos);
  }
  CHECK(faults_of("wait 4s\nwait 250ms\nwait 0.5s\nwait screen quiz\nlang lt\nshot a\n").empty());
}
