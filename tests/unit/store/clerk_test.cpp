#include "store/clerk.h"

#include <doctest/doctest.h>

#include <future>
#include <string>

using namespace nest::store;

TEST_CASE("clerk: everything is done in its order, also what is left at the end") {
  std::string done;
  std::promise<void> gate;
  {
    Clerk clerk;
    clerk.finish();
    clerk.give([&, wait = gate.get_future().share()] {
      wait.wait();
      done += 'a';
    });
    for (const char each : {'b', 'c', 'd'}) clerk.give([&done, each] { done += each; });
    gate.set_value();
    clerk.finish();
    CHECK(done == "abcd");
    for (const char each : {'e', 'f'}) clerk.give([&done, each] { done += each; });
  }
  CHECK(done == "abcdef");
}
