#pragma once
// Rows that wait on disk until all sources are read, in blocks of one table and one run each. They
// are written once, one block after the other, and read once, in the order of tables and runs; so
// memory holds a line of index for each block and never more rows than one run of one table has.
// Not here: what becomes of them (tally_merge.h).
#include <cstdint>
#include <cstdio>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "store/tally_rows.h"

namespace nest::store {

class RowStage {
 public:
  /// A nameless file in the system's folder for such; gone with the stage, or with the process.
  /// Throws std::system_error, as all that follows.
  RowStage();

  /// Rows of one table and run: add them, then end the block. A block without rows is none.
  void add(const TallyRow& row);
  void end_block(const TableShape& table, const std::string& run);

  /// All blocks of another stage too.
  void append(RowStage other);

  using Visit = std::function<void(const TableShape&, std::vector<TallyRow>)>;
  /// All that was put, once for each table and run, in their order; the rows as they came, without
  /// blocks that only repeat the one before, as copies of a closed run do.
  void each(const Visit& visit);

 private:
  struct CloseFile {
    void operator()(std::FILE* file) const noexcept { (void)std::fclose(file); }
  };
  using File = std::unique_ptr<std::FILE, CloseFile>;
  struct Block {
    TallyTable table;
    std::string run;
    std::size_t file = 0;
    std::uint64_t at = 0, size = 0;
  };
  void read(const Block& block);
  void decode(const TableShape& table, std::vector<TallyRow>& rows) const;

  std::vector<File> files_;  ///< the first is our own
  std::vector<Block> blocks_;
  std::uint64_t end_ = 0;
  std::string bytes_;  ///< of one block, while it is written or read
};

}  // namespace nest::store
