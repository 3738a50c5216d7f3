#include "core/usage/tally_state.h"

#include <doctest/doctest.h>

using namespace nest;

namespace {

TallyState counting() {
  TallyState state;
  state.now = Counting{};
  return state;
}
TallyState in_trouble(NotCountingReason reason, std::uint64_t waiting = 0) {
  TallyState state;
  state.now = NotCounting{Instant{}, reason, "disk: no"};
  state.waiting = waiting;
  return state;
}

}  // namespace

TEST_CASE("counting: trouble is told once, however often it is met") {
  const auto trouble = in_trouble(NotCountingReason::disk_full);
  CHECK(news(TallyState{}, trouble) ==
        std::vector<std::string>{
            "The disk is full; answers wait in memory until there is room. (disk: no)"});
  CHECK(news(trouble, in_trouble(NotCountingReason::disk_full, 7)).empty());
  CHECK(news(trouble, in_trouble(NotCountingReason::read_only)).size() == 1);
}

TEST_CASE("counting: its return is told, its ordinary start is not") {
  CHECK(news(TallyState{}, counting()).empty());
  CHECK(news(in_trouble(NotCountingReason::locked), counting()) ==
        std::vector<std::string>{"Counting works again; what waited is written."});
}

TEST_CASE("counting: each file that was set aside is named once") {
  auto once = counting();
  once.set_aside = {"tally.broken-1.db"};
  auto twice = once;
  twice.set_aside.emplace_back("tally.broken-2.db");
  CHECK(news(TallyState{}, once).at(0).find("tally.broken-1.db") != std::string::npos);
  CHECK(news(once, twice).size() == 1);
  CHECK(news(once, twice).at(0).find("tally.broken-2.db") != std::string::npos);
  CHECK(news(twice, twice).empty());
}

TEST_CASE("counting: what could not be written is said at the end") {
  CHECK(last_news(counting()).empty());
  CHECK(last_news(in_trouble(NotCountingReason::io_error, 1)) ==
        std::vector<std::string>{"One event that waited could not be counted."});
  auto full = in_trouble(NotCountingReason::io_error, 3);
  full.lost = 2;
  CHECK(last_news(full) == std::vector<std::string>{"5 events that waited could not be counted."});
  CHECK(news(in_trouble(NotCountingReason::io_error, 3), full).size() == 1);
}
