// Carving: the bytes of everything in the data folder are searched for cards, for what they have
// answered and for the order in which children answered, as somebody would who has a copy of it.
// What is searched for is found while the workshop is open, or planted: so the carver is known to
// bite.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <fstream>
#include <memory>
#include <mutex>
#include <vector>

#include "store/locked_vault.h"
#include "store/tally_schema.h"
#include "support/disk_calls.h"
#include "support/scripted_workshop.h"
#include "unit/store/tally_rig.h"

using namespace nest;
using namespace nest::store;
using namespace nest::test;
namespace fs = std::filesystem;

namespace {

using Needles = std::set<std::string>;
using Names = std::set<std::string>;

/// Files that were opened to write, those included that were deleted at once.
struct OpensSeen : DiskWatch {
  void done(const DiskChange& change) override {
    if (change.call != DiskCall::open) return;
    const std::lock_guard lock(mutex);
    opened.emplace(change.path);
  }
  std::mutex mutex;
  Names opened;
};

bool holds_any(const std::string& hay, const Needles& needles) {
  return std::any_of(needles.begin(), needles.end(), [&](const std::string& needle) {
    return hay.find(needle) != std::string::npos;
  });
}

/// Names of the files, hidden ones too, that hold a needle anywhere: in rows, in free pages, in
/// what a page has left over.
Names carve(const fs::path& folder, const Needles& needles) {
  Names out;
  for (const auto& each : fs::recursive_directory_iterator(folder)) {
    if (each.is_regular_file() && holds_any(bytes(each.path()), needles)) {
      out.insert(each.path().filename().string());
    }
  }
  return out;
}

/// What a card may be called, in any file.
Needles card_words() {
  Needles out{"card.", "animal", "badge"};
  for (std::size_t child = 0; child <= ScriptedWorkshop::kChildren; ++child) {
    const auto card = ScriptedWorkshop::card(child);
    out.insert({name_key(card.badge), picture_of(card.animal), picture_of(card.badge)});
    const auto name = name_key(card.animal);
    const auto word = name.substr(name.rfind('.') + 1);
    if (word.size() > 4) out.insert(word);  // "owl" may stand anywhere by chance
  }
  return out;
}

std::string memory_of(Vault& vault) {
  const auto entries = vault.entries();
  return {reinterpret_cast<const char*>(entries.data()), entries.size_bytes()};
}

/// The bits of which goals a card was asked and which it knew, as they lie in memory.
Needles kept_answers(Vault& vault) {
  Needles out;
  for (const auto& entry : vault.entries()) {
    if (entry.right == 0) continue;
    std::string bits(sizeof entry.right, '\0');
    std::memcpy(bits.data(), &entry.right, bits.size());
    out.insert(bits.substr(0, ScriptedWorkshop::kGoals / 8));
  }
  return out;
}

/// How SQLite writes the end of a row: its revision and its checksum, as long as they need to be.
std::string row_end(std::int64_t revision, std::int64_t crc) {
  std::string out(1, static_cast<char>(revision));
  for (int byte = crc > 0x7FFFFFFF ? 5 : 3; byte >= 0; --byte) {
    out += static_cast<char>((crc >> (8 * byte)) & 0xFF);
  }
  return out;
}

/// The ends of all rows as they are now. Revisions 0 and 1 take no byte and make short needles, and
/// so do small checksums: those are left out.
Needles row_ends(const fs::path& folder) {
  Needles out;
  Database database((folder / kTallyFile).string(), Database::Access::read_only);
  for (const auto& table : tally_tables()) {
    Statement rows(database, fmt::format("SELECT rev, crc FROM {} WHERE rev BETWEEN 2 AND 127 "
                                         "AND crc > 8388607",
                                         table.name));
    while (rows.step()) out.insert(row_end(rows.number(0), rows.number(1)));
  }
  return out;
}

/// A workshop on a disk, up to the moment before it is closed, with all that must be forgotten.
struct OpenWorkshop {
  OpenWorkshop() {
    workshop.after_each = [this] {
      CHECK(tally->settle());
      for (const auto& end : row_ends(folder.path())) steps.insert(end);
      for (const auto& kept : kept_answers(vault)) answers.insert(kept);
    };
    workshop.play();
    answers_at_the_end = kept_answers(vault);
    for (const auto& end : row_ends(folder.path())) steps.erase(end);
  }
  /// Where an order, a card or its answers are found.
  Names found_in(const fs::path& where) const {
    Names out = carve(where, steps);
    out.merge(carve(where, answers));
    out.merge(carve(where, card_words()));
    return out;
  }
  void close() {
    workshop.after_each = [this] { CHECK(tally->settle()); };
    workshop.close();
  }

  TempFolder folder;
  LockedVault vault;
  std::unique_ptr<SqliteTally> tally = std::make_unique<SqliteTally>(options(folder.path()));
  ScriptedWorkshop workshop{*tally, vault};
  Needles answers, answers_at_the_end;
  Needles steps;  ///< rows as they once were, and are no more: they tell an order
};

Names names_in(const fs::path& folder) {
  Names out;
  for (const auto& each : fs::directory_iterator(folder)) {
    out.insert(each.path().filename().string());
  }
  return out;
}

}  // namespace

TEST_CASE("carving: an open workshop's log shows an order; a closed one's folder shows nothing") {
  OpenWorkshop open;
  const auto folder = open.folder.path();
  REQUIRE(open.steps.size() > 100);
  CHECK(carve(folder, open.steps).count("tally.db-wal") == 1);  // as docs/privacy.md says
  open.close();
  CHECK(told(open.found_in(folder)) == "");  // while the kiosk goes on
  CHECK(fs::file_size(folder / "tally.db-wal") == 0);
  open.tally.reset();
  CHECK(told(open.found_in(folder)) == "");
  CHECK(told(names_in(folder)) == "kiosk.lock tally.db");
  CHECK(number(folder, "PRAGMA freelist_count") == 0);
  CHECK(number(folder, "PRAGMA page_count") * 4096 ==
        static_cast<std::int64_t>(fs::file_size(folder / kTallyFile)));
}

TEST_CASE(
    "carving: a card's answers are in locked memory, on no disk, and are wiped at the close") {
  OpenWorkshop open;
  const auto folder = open.folder.path();
  REQUIRE(open.answers.size() == ScriptedWorkshop::kChildren);
  CHECK(open.answers_at_the_end.empty());  // all of them came again: each was joined and forgotten
  CHECK(told(carve(folder, open.answers)) == "");
  CHECK(told(carve(folder, card_words())) == "");

  open.workshop.begin();
  open.workshop.round();
  CHECK(holds_any(memory_of(open.vault), open.answers));
  std::ofstream(folder / ".core") << memory_of(open.vault);
  std::ofstream(folder / "notes.txt") << "the third child had " << picture_of(Animal::owl);
  CHECK(open.found_in(folder).count(".core") == 1);
  CHECK(open.found_in(folder).count("notes.txt") == 1);
  open.close();
  CHECK_FALSE(holds_any(memory_of(open.vault), open.answers));
}

TEST_CASE("carving: what a power cut leaves is gone after the next start") {
  OpenWorkshop open;
  const TempFolder after;
  for (const auto* const name : {"tally.db", "tally.db-wal", "tally.db-shm"}) {
    fs::copy(open.folder / name, after / name);
  }
  CHECK(carve(after.path(), open.steps).count("tally.db-wal") == 1);
  SqliteTally next(options(after.path(), 2));
  CHECK(next.settle());
  CHECK(told(open.found_in(after.path())) == "");
}

TEST_CASE("carving: SQLite writes into no file but the database and its log, not even for VACUUM") {
  OpensSeen disk;
  const TempFolder folder;
  {
    // More than SQLite keeps in memory by itself.
    std::vector<Increment> much;
    for (int i = 0; i < 24'000; ++i) {
      much.push_back(AddUse{{fmt::format("favourite/a-pack-with-a-long-name/activity-{:050}", i)}});
    }
    SqliteTally tally(options(folder.path()));
    tally.add(much);
  }
  CHECK(fs::file_size(folder / kTallyFile) > 2'500'000);
  const auto file = (folder / kTallyFile).string();
  auto& opened = disk.opened;
  CHECK(opened.count(file + "-wal") == 1);
  for (const auto* const ours : {"", "-wal", "-shm", "-journal"}) opened.erase(file + ours);
  opened.erase((folder / "kiosk.lock").string());  // never written
  CHECK(told(opened) == "");
}
