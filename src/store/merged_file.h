#pragma once
// A merged tally as it is written: aside, in the order of its keys, then put into its place whole.
// The same rows give the same bytes, since nothing else goes into the file.
// Not here: which rows (tally_merge.h).
#include <filesystem>
#include <future>
#include <optional>
#include <span>
#include <vector>

#include "store/folder_lock.h"
#include "store/sqlite.h"
#include "store/tally_rows.h"

namespace nest::store {

class MergedFile {
 public:
  /// Begins "path.new" and locks it; without commit() it is removed again. Throws
  /// std::runtime_error with a sentence: another merge is at work, the folder cannot be written.
  explicit MergedFile(const std::filesystem::path& path);

  /// Rows in the order of tables and keys, each key once. They are written on another thread while
  /// the caller finds the next ones; what it could not write is thrown by a later call.
  void put(const TableShape& table, std::vector<TallyRow> rows);
  /// What stood at the path before is gone; a pulled plug leaves the old or the new file. Throws
  /// std::system_error if the old one stays, std::runtime_error with a sentence if the new one may
  /// not last.
  void commit();

 private:
  /// The table that is being written. A statement for many rows takes half the time of one for
  /// each.
  struct Writer {
    TallyTable table;
    Statement many, one;
  };
  /// The file while it is not in its place; removed, unless it came there.
  class Aside {
   public:
    explicit Aside(const std::filesystem::path& target);
    Aside(const Aside&) = delete;
    Aside& operator=(const Aside&) = delete;
    ~Aside();
    const std::filesystem::path& path() const { return path_; }
    void take_place_of(const std::filesystem::path& target);

   private:
    std::filesystem::path path_;
    FolderLock lock_;  ///< one merge at a time
    bool placed_ = false;
  };
  static Database fresh(const std::filesystem::path& aside);
  void hand_over();
  void finish_writing();
  void write(const TableShape& table, std::span<const TallyRow> rows);
  static void insert(Statement& statement, std::span<const TallyRow> rows);

  std::filesystem::path path_;
  Aside aside_;
  std::optional<Database> database_;
  std::optional<Writer> writer_;          ///< ends before its database
  const TableShape* table_ = nullptr;     ///< of the rows that come next
  std::vector<TallyRow> next_, written_;  ///< not handed over yet; handed over
  std::future<void> writing_;  ///< the one thread that has database and writer; ends first
};

}  // namespace nest::store
