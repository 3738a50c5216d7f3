#include "store/files.h"

#include <fcntl.h>

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <fstream>
#include <system_error>

#include "store/descriptor.h"

namespace nest::store {

std::optional<std::string> read_file(const std::filesystem::path& path, std::size_t limit) {
  std::error_code failed;
  if (!std::filesystem::is_regular_file(path, failed)) return std::nullopt;
  const auto size = std::filesystem::file_size(path, failed);
  if (failed || size > limit) return std::nullopt;
  std::ifstream in(path, std::ios::binary);
  std::string bytes(size, '\0');
  if (!in.read(bytes.data(), static_cast<std::streamsize>(size))) return std::nullopt;
  return bytes;
}

void hold_standard_streams() {
  // open() takes the lowest free number, so one that is closed is filled before the next is asked.
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (::fcntl(stream, F_GETFD) < 0) (void)::open("/dev/null", O_RDWR);
  }
}

bool is_plain_name(const std::string& name) {
  const auto plain = [](unsigned char c) {
    return std::isalnum(c) != 0 || c == '-' || c == '_' || c == '.';
  };
  return !name.empty() && name.size() <= 100 && name.front() != '.' &&
         std::all_of(name.begin(), name.end(), plain);
}

void sync_folder_of(const std::filesystem::path& path) {
  Descriptor(path.has_parent_path() ? path.parent_path() : ".", O_RDONLY | O_DIRECTORY).sync();
}

void replace_file(const std::filesystem::path& path, const std::filesystem::path& aside) {
  Descriptor(aside, O_RDONLY).sync();
  std::filesystem::rename(aside, path);
  sync_folder_of(path);
}

void make_folder(const std::filesystem::path& folder) {
  if (folder.empty() || std::filesystem::is_directory(folder)) return;
  if (std::filesystem::exists(folder)) {
    throw std::system_error(ENOTDIR, std::generic_category(), folder.string());
  }
  make_folder(folder.parent_path());
  if (!std::filesystem::create_directory(folder)) return;  // somebody else did
  try {
    sync_folder_of(folder);
  } catch (const std::system_error&) {
    std::error_code stays;
    std::filesystem::remove(folder, stays);  // made anew, and synced, the next time
    throw;
  }
}

void write_file(const std::filesystem::path& path, const std::string& bytes, Readers readers) {
  make_folder(path.parent_path());
  const std::filesystem::path aside = path.string() + ".new";
  // One that a power cut left behind might be readable by more than this one may.
  std::error_code not_there;
  std::filesystem::remove(aside, not_there);
  Descriptor(aside, O_WRONLY | O_CREAT | O_TRUNC, readers == Readers::owner ? 0600 : 0644)
      .write(bytes);
  replace_file(path, aside);
}

void remove_file(const std::filesystem::path& path) {
  if (std::filesystem::remove(path)) sync_folder_of(path);
}

}  // namespace nest::store
