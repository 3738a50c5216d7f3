#pragma once
// Files for a person to take away, perhaps on a stick that is full, fake or pulled: written aside,
// synced, read back, and only then renamed, with a list of checksums that `sha256sum -c SHA256SUMS`
// checks. Whatever fails, each file is the old or the new one, whole; the old ones stay unless it
// was the very last steps that failed, the renaming.
// Not here: what is in them (writers/).
#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

namespace nest::store {

struct ExportFile {
  std::string name;  ///< plain, without folders
  std::string bytes;
};

/// One sentence for a person.
class ExportFailed : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Puts the files into `folder`, which is made if it is not there. SHA256SUMS lists them and keeps
/// the lines of other files. Throws ExportFailed.
void export_files(const std::filesystem::path& folder, const std::vector<ExportFile>& files);

/// 64 hexadecimal digits.
std::string sha256_hex(const std::string& bytes);

}  // namespace nest::store
