#include "store/tally_reader.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <optional>
#include <system_error>

#include "core/base/utf8.h"
#include "store/data_folder.h"
#include "store/folder_lock.h"
#include "store/tally_schema.h"

namespace nest::store {
namespace {

namespace fs = std::filesystem;
using Row = std::vector<SqlValue>;

constexpr Millis kLockWait{2000};
constexpr std::size_t kLongestName = 200;
constexpr std::size_t kMostNamed = 1000;  ///< left-out rows that are named; the rest are counted

/// Words that we wrote ourselves: short, UTF-8, nothing that moves a cursor.
bool is_plain(const std::string& text) {
  return text.size() <= kLongestName && is_plain_text(text);
}

bool is_word(const SqlValue& value) {
  const auto* const text = std::get_if<std::string>(&value);
  return text && is_plain(*text);
}

bool is_count(const SqlValue& value) {
  const auto* const n = std::get_if<std::int64_t>(&value);
  return n && *n >= 0 && *n <= kLargestCount;
}

bool is_day(const SqlValue& value) {
  const auto* const text = std::get_if<std::string>(&value);
  if (!text) return std::holds_alternative<std::monostate>(value);
  constexpr std::string_view kShape = "dddd-dd-dd";
  return std::equal(text->begin(), text->end(), kShape.begin(), kShape.end(),
                    [](char c, char s) { return s == 'd' ? c >= '0' && c <= '9' : c == s; });
}

bool is_at_most(const SqlValue& value, std::int64_t most) {
  return is_count(value) && std::get<std::int64_t>(value) <= most;
}

/// A form has at most so many questions (the pack reader sees to it that they are far fewer).
constexpr std::int64_t kMostQuestions = 1000;

bool is_phase(const SqlValue& value) {
  const auto* const text = std::get_if<std::string>(&value);
  return text && (*text == "practice" || *text == "before" || *text == "after");
}

bool is_order(const SqlValue& value) {
  return value == SqlValue(std::string("AB")) || value == SqlValue(std::string("BA"));
}

bool is_form(const SqlValue& value) {
  return value == SqlValue(std::string("A")) || value == SqlValue(std::string("B"));
}

bool is_allowed(std::string_view column, const SqlValue& value, bool counts) {
  if (column == "day") return is_day(value);
  if (column == "bucket") return is_at_most(value, 4);
  if (column == "phase") return is_phase(value);
  if (column == "closed") return is_at_most(value, 1);
  if (column == "out_of" || column == "score") return is_at_most(value, kMostQuestions);
  if (column == "form") return is_form(value);
  if (column == "form_order") return is_order(value);
  return counts ? is_count(value) : is_word(value);
}

bool is_allowed(const TableShape& table, const Row& row) {
  std::size_t at = 0;
  for (const auto key : table.keys) {
    if (!is_allowed(key, row[at++], false)) return false;
  }
  const bool counts = table.table != TallyTable::run;
  for (const auto value : table.values) {
    if (!is_allowed(value, row[at++], counts)) return false;
  }
  return is_count(row[at]);  // the revision
}

/// The key of a row for a message; foreign characters become question marks.
std::string name_of(const TableShape& table, const Row& row) {
  std::string name(table.name);
  for (std::size_t i = 0; i < table.keys.size(); ++i) {
    name += i == 0 ? " (" : ", ";
    if (const auto* const text = std::get_if<std::string>(&row[i])) {
      name += is_plain(*text) ? *text : "?";
    } else {
      const auto* const number = std::get_if<std::int64_t>(&row[i]);
      name += number ? std::to_string(*number) : "?";
    }
  }
  return name + ")";
}

std::string text(const SqlValue& value) {
  return std::get<std::string>(value);
}
std::int64_t count(const SqlValue& value) {
  return std::get<std::int64_t>(value);
}

template <std::size_t kCounts>
std::array<std::int64_t, kCounts> counts(const Row& row, std::size_t from) {
  std::array<std::int64_t, kCounts> all{};
  for (std::size_t i = 0; i < kCounts; ++i) all.at(i) = count(row[from + i]);
  return all;
}

void keep(TallyTable table, const Row& row, TallyTables& out) {
  switch (table) {
    case TallyTable::run: {
      const bool has_day = !std::holds_alternative<std::monostate>(row[2]);
      out.runs.push_back({text(row[0]), text(row[1]),
                          has_day ? std::optional(text(row[2])) : std::nullopt, text(row[3]),
                          text(row[4]), text(row[5]), text(row[6]), count(row[7]) == 1});
      return;
    }
    case TallyTable::use_count:
      out.uses.push_back({text(row[0]), {text(row[1])}, count(row[2])});
      return;
    case TallyTable::activity_count:
      out.activities.push_back({text(row[0]), {text(row[1]), text(row[2])}, counts<4>(row, 3)});
      return;
    case TallyTable::item_count:
      out.items.push_back(
          {text(row[0]), {text(row[1]), text(row[2]), text(row[3])}, counts<6>(row, 4)});
      return;
    case TallyTable::outcome:
      out.outcomes.push_back({text(row[0]),
                              {text(row[1]), text(row[2]), text(row[3]), text(row[4]),
                               static_cast<int>(count(row[5]))},
                              count(row[6])});
      return;
    case TallyTable::goal_pair:
      out.pairs.push_back(
          {text(row[0]), {text(row[1]), text(row[2]), text(row[3])}, counts<4>(row, 4)});
      return;
    case TallyTable::score_pair:
      out.scores.push_back({text(row[0]),
                            {text(row[1]), text(row[2]), static_cast<int>(count(row[3]))},
                            counts<6>(row, 4)});
      return;
    case TallyTable::form_score:
      out.forms.push_back({text(row[0]),
                           {text(row[1]), text(row[2]), text(row[3]),
                            static_cast<int>(count(row[4])), static_cast<int>(count(row[5]))},
                           count(row[6])});
      return;
    case TallyTable::item_sum:
      out.item_sums.push_back(
          {text(row[0]), {text(row[1]), text(row[2]), text(row[3])}, counts<5>(row, 4)});
      return;
    case TallyTable::seal:
      out.seals.push_back({text(row[0]), count(row[1]), count(row[2])});
      return;
  }
}

class LeftOut {
 public:
  explicit LeftOut(std::vector<std::string>& names) : names_(names) {}
  void name(std::string what) {
    if (++all_ <= kMostNamed) names_.push_back(std::move(what));
  }
  void finish() {
    if (all_ > kMostNamed) names_.push_back(fmt::format("and {} more", all_ - kMostNamed));
  }

 private:
  std::vector<std::string>& names_;
  std::size_t all_ = 0;
};

void read_table(Database& database, const TableShape& table, TallyTables& out, LeftOut& left_out) {
  try {
    Statement rows(database, select_rows(table));
    while (rows.step()) {
      const auto row = read_row(table, rows);
      if (!is_sound(table, row)) {
        left_out.name(name_of(table, row) + ": damaged");
      } else if (!is_allowed(table, row)) {
        left_out.name(name_of(table, row) + ": holds a value that no kiosk writes");
      } else {
        keep(table.table, row, out);
      }
    }
  } catch (const SqliteError& error) {
    left_out.name(fmt::format("the rest of {}: {}", table.name, error.what()));
  }
}

/// While no kiosk is counting and the WAL is empty, the file alone is the whole truth; reading it
/// as immutable works on a read-only stick and leaves nothing behind.
Database::Access access_for(const fs::path& file, bool kiosk_runs) {
  std::error_code none;
  const auto wal = fs::file_size(file.string() + "-wal", none);
  const bool empty_wal = none || wal == 0;
  return empty_wal && !kiosk_runs ? Database::Access::immutable : Database::Access::read_only;
}

void check_origin(Database& database, const fs::path& file) {
  const auto version = database.number("PRAGMA user_version");
  if (version > kTallyVersion) {
    throw TallyUnreadable(fmt::format(
        "{} was made by a newer Storknest (schema {}); update this one.", file.string(), version));
  }
  if (database.number("PRAGMA application_id") != kTallyApplication || version < 1) {
    throw TallyUnreadable(file.string() + " is not a tally of Storknest.");
  }
}

TallyReading read(const fs::path& file, Database::Access access) {
  Database database(file.string(), access);
  database.wait_for_locks(kLockWait);
  database.distrust_schema();
  const Transaction snapshot(database, Transaction::Kind::read);
  check_origin(database, file);
  TallyReading reading;
  LeftOut left_out(reading.left_out);
  const auto version = database.number("PRAGMA user_version");
  for (const auto& table : tally_tables()) {
    if (table.since <= version) read_table(database, table, reading.tables, left_out);
  }
  left_out.finish();
  return reading;
}

}  // namespace

TallyReading read_tally(const fs::path& folder) {
  const fs::path file = folder / kTallyFile;
  std::error_code unknown;
  if (!fs::is_regular_file(file, unknown)) {
    throw TallyUnreadable("There is no tally in " + folder.string() +
                          " yet; it begins with the first visit.");
  }
  std::optional<FolderLock> nobody_counts;
  bool kiosk_runs = false;
  try {
    nobody_counts = FolderLock::take(folder / kLockFile, FolderLock::Kind::read);
    kiosk_runs = !nobody_counts;
  } catch (const std::system_error&) {
    // No lock file: no kiosk has ever counted here, the tally was copied.
  }
  try {
    return read(file, access_for(file, kiosk_runs));
  } catch (const SqliteError& error) {
    throw TallyUnreadable(fmt::format("{} cannot be read ({}).", file.string(), error.what()));
  }
}

}  // namespace nest::store
