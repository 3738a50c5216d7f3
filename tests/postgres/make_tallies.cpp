// Tallies for tests/postgres/server.py: two kiosks that have held workshops, and a few files full
// of old copies, rivals and damage. Usage: make_tallies FOLDER
#include <exception>

#include "unit/store/merge_rig.h"

int main(int argc, char** argv) try {
  using namespace nest;
  if (argc != 2) throw std::runtime_error("usage: make_tallies FOLDER");
  const std::filesystem::path folder = argv[1];
  test::hold_workshop(folder / "kiosk-a", "1111111111111111", 200);
  test::hold_workshop(folder / "kiosk-a", "2222222222222222", 100);
  test::hold_workshop(folder / "kiosk-b", "3333333333333333", 150);
  Random luck(2);
  for (int i = 0; i < 6; ++i) test::write_any_tally(folder / fmt::format("any-{}.db", i), luck);
  return 0;
} catch (const std::exception& error) {
  fmt::print(stderr, "make_tallies: {}\n", error.what());
  return 2;
}
