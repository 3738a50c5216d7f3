#include "core/base/diagnostic.h"

#include <doctest/doctest.h>

using namespace nest;

namespace {
Diagnostics many(std::size_t count) {
  Diagnostics out;
  for (std::size_t i = 0; i < count; ++i) out.error("bad-id", {"pack.json", i + 1, 1, ""}, "x");
  return out;
}
}  // namespace

TEST_CASE("diagnostic: a line says where, how bad, what and what to do") {
  CHECK(to_text({Severity::error,
                 "unknown-key",
                 {"hands/pack.json", 41, 9, "/items/3/promt"},
                 "no such key.",
                 "Did you mean \"prompt\"?"}) ==
        "hands/pack.json:41:9: error: /items/3/promt: no such key. Did you mean \"prompt\"?");
  CHECK(to_text({Severity::warning, "unused-media", {"a/b.png", 0, 0, ""}, "unused.", ""}) ==
        "a/b.png: warning: unused.");
}

TEST_CASE("diagnostic: what a file holds cannot colour or turn round a terminal") {
  const auto text =
      to_text({Severity::error, "x", {"a\x1b[31m.json", 1, 1, ""}, "\u202Etxt\xff", "\n"});
  CHECK(text == "a\uFFFD[31m.json:1:1: error: \uFFFDtxt\uFFFD \uFFFD");
}

TEST_CASE("diagnostic: warnings are no errors") {
  Diagnostics out;
  CHECK(out.empty());
  out.warn("unused-media", {}, "unused.");
  CHECK_FALSE(out.empty());
  CHECK_FALSE(out.has_errors());
  out.error("bad-id", {}, "bad.");
  CHECK(out.errors() == 1);
}

TEST_CASE("diagnostic: a flood of faults is counted to the end but kept only in part") {
  const auto flood = many(Diagnostics::kMost + 5);
  CHECK(flood.full());
  CHECK(flood.list().size() == Diagnostics::kMost);
  CHECK(flood.dropped() == 5);
  CHECK(flood.errors() == Diagnostics::kMost + 5);
}

TEST_CASE("diagnostic: floods that are put together lose no count") {
  auto all = many(2);
  all.append(many(Diagnostics::kMost + 5));
  CHECK(all.list().size() == Diagnostics::kMost);
  CHECK(all.dropped() == 7);
  CHECK(all.errors() == Diagnostics::kMost + 7);
}

TEST_CASE("diagnostic: an error that finds no room after a flood of warnings is still an error") {
  Diagnostics out;
  for (std::size_t i = 0; i < Diagnostics::kMost; ++i) out.warn("odd", {}, "odd.");
  out.error("bad-id", {}, "bad.");
  CHECK(out.has_errors());
}

TEST_CASE("diagnostic: sorted by file, line and column; equal places stay as they were found") {
  Diagnostics out;
  out.error("late", {"b.json", 1, 1, ""}, "");
  out.error("column", {"a.json", 2, 9, ""}, "");
  out.error("first", {"a.json", 2, 3, ""}, "");
  out.error("second", {"a.json", 2, 3, ""}, "");
  out.error("line", {"a.json", 10, 1, ""}, "");
  out.sort();
  std::vector<std::string> order;
  for (const auto& d : out.list()) order.push_back(d.rule);
  CHECK(order == std::vector<std::string>{"first", "second", "column", "line", "late"});
}
