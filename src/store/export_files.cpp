#include "store/export_files.h"

#include <fmt/format.h>
#include <sodium.h>

#include <array>
#include <cerrno>
#include <map>
#include <sstream>
#include <system_error>

#include "store/descriptor.h"
#include "store/files.h"

namespace nest::store {
namespace {

namespace fs = std::filesystem;

constexpr const char* kSums = "SHA256SUMS";
constexpr std::size_t kSumsBytes = 1UL << 20U;

fs::path aside_of(const fs::path& path) {
  return path.string() + ".new";
}

void write_aside(const fs::path& path, const std::string& bytes) {
  const auto aside = aside_of(path);
  {
    const Descriptor out(aside, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW, 0644);
    out.write(bytes);
    out.sync();
    out.forget();
  }
  if (read_file(aside, bytes.size()) != bytes) {
    throw ExportFailed(fmt::format(
        "{} does not hold what was written to it; the stick is damaged or a fake. Nothing was "
        "changed there.",
        path.parent_path().string()));
  }
}

std::string reason(const fs::path& folder, const std::error_code& error) {
  if (error == std::errc::no_space_on_device || error.value() == EDQUOT) {
    return fmt::format("There is no space left in {}; make room and try again.", folder.string());
  }
  if (error == std::errc::read_only_file_system) {
    return fmt::format("{} can only be read; is the stick's switch on \"lock\"?", folder.string());
  }
  if (error == std::errc::io_error || error == std::errc::no_such_device) {
    return fmt::format("{} cannot be written; was the stick pulled out?", folder.string());
  }
  return fmt::format("{} cannot be written ({}).", folder.string(), error.message());
}

/// The lines of SHA256SUMS by file name; what does not look like one is dropped.
std::map<std::string, std::string> old_sums(const fs::path& folder) {
  std::map<std::string, std::string> sums;
  std::istringstream lines(read_file(folder / kSums, kSumsBytes).value_or(""));
  constexpr std::size_t kDigits = 64;
  for (std::string line; std::getline(lines, line);) {
    if (line.size() <= kDigits + 2 || line.compare(kDigits, 2, "  ") != 0) continue;
    const auto name = line.substr(kDigits + 2);
    if (is_plain_name(name)) sums[name] = line.substr(0, kDigits);
  }
  return sums;
}

std::string sums_text(const fs::path& folder, const std::vector<ExportFile>& files) {
  auto sums = old_sums(folder);
  for (const auto& file : files) sums[file.name] = sha256_hex(file.bytes);
  std::string text;
  for (const auto& [name, sum] : sums) text += fmt::format("{}  {}\n", sum, name);
  return text;
}

void remove_asides(const fs::path& folder, const std::vector<ExportFile>& files) {
  std::error_code gone;
  for (const auto& file : files) fs::remove(aside_of(folder / file.name), gone);
}

}  // namespace

std::string sha256_hex(const std::string& bytes) {
  // Needs no sodium_init: the hash draws no luck.
  std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
  std::basic_string<unsigned char> in(bytes.begin(), bytes.end());
  crypto_hash_sha256(hash.data(), in.data(), in.size());
  std::string out;
  for (const auto byte : hash) out += fmt::format("{:02x}", byte);
  return out;
}

void export_files(const fs::path& folder, const std::vector<ExportFile>& given) {
  auto files = given;
  try {
    make_folder(folder);
    files.push_back({kSums, sums_text(folder, given)});
    for (const auto& file : files) write_aside(folder / file.name, file.bytes);
    for (const auto& file : files) fs::rename(aside_of(folder / file.name), folder / file.name);
    Descriptor(folder, O_RDONLY | O_DIRECTORY).sync();
  } catch (const std::system_error& error) {  // also what std::filesystem throws
    remove_asides(folder, files);
    throw ExportFailed(reason(folder, error.code()));
  } catch (const ExportFailed&) {
    remove_asides(folder, files);
    throw;
  }
}

}  // namespace nest::store
