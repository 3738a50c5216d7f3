#pragma once
// What the tests of the tally share: a kiosk's store on a folder, and a look into its file.
#include <fmt/format.h>

#include <string>

#include "store/data_folder.h"
#include "store/files.h"
#include "store/sqlite.h"
#include "store/tally_store.h"
#include "support/answers.h"
#include "support/temp_folder.h"

namespace nest::test {

inline store::TallyOptions options(const std::filesystem::path& folder, std::uint64_t seed = 1) {
  return {folder, Random(seed), [] { return Instant(Millis(1234)); }, Millis(1), Millis(2)};
}

/// Adds the answers first, first + 1, … one transaction each, and closes.
inline void play(const std::filesystem::path& folder, int first, int count) {
  store::SqliteTally tally(options(folder));
  for (int i = 0; i < count; ++i) tally.add(answer(first + i));
}

inline std::int64_t number(const std::filesystem::path& folder, const std::string& sql) {
  using Access = store::Database::Access;
  const bool has_wal = std::filesystem::exists(folder / "tally.db-wal");
  return store::Database((folder / store::kTallyFile).string(),
                         has_wal ? Access::read_only : Access::immutable)
      .number(sql);
}

/// Answers counted in all runs.
inline std::int64_t counted(const std::filesystem::path& folder) {
  return number(folder, "SELECT sum(n) FROM outcome");
}

inline std::string bytes(const std::filesystem::path& file) {
  return store::read_file(file, 1U << 24U).value_or("");
}

/// Names in one line, which a failed check shows.
template <class Names>
std::string told(const Names& names) {
  return fmt::format("{}", fmt::join(names, " "));
}

/// Waits until `condition` holds; the test's own time limit ends a wait for what never comes.
template <class Condition>
void eventually(Condition condition) {
  while (!condition()) std::this_thread::sleep_for(Millis(1));
}

inline const NotCounting* trouble(const TallyState& state) {
  return std::get_if<NotCounting>(&state.now);
}

}  // namespace nest::test
