#include "store/working_file.h"

#include <system_error>

#include "store/files.h"
#include "store/tally_merge.h"

namespace nest::store {
namespace {

namespace fs = std::filesystem;

constexpr const char* kWorkingFile = "working-file.db";
/// A kiosk's part of a workshop takes about 14 kB, so this is room for 38 000 of them.
constexpr std::size_t kMostBytes = 1UL << 29U;

/// Gone when its reader is done, whatever happens.
struct Passing {
  fs::path path;
  void remove() const {
    std::error_code stays;
    fs::remove(path, stays);
  }
  ~Passing() { remove(); }
};

}  // namespace

WorkingFile working_file(const fs::path& tally, const fs::path& folder) {
  const Passing joined{folder / (std::string(kWorkingFile) + ".joined")};
  make_folder(folder);
  joined.remove();  // left by a power cut, or a link that somebody put there
  if (fs::exists(folder / kWorkingFile)) fs::copy_file(folder / kWorkingFile, joined.path);
  merge_into_file({tally}, joined.path);
  auto bytes = read_file(joined.path, kMostBytes);
  if (!bytes) throw std::runtime_error("The counters cannot be read, so there is no working file.");
  return {{kWorkingFile, *std::move(bytes)}, read_figures(joined.path, tally)};
}

}  // namespace nest::store
