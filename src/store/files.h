#pragma once
// Whole files in, whole files out. Everything that is read has a limit; what is written is written
// aside, synced and renamed, so a pulled plug leaves the old or the new file, never half of one.
#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>

namespace nest::store {

/// The largest picture, sound or voice recording that a pack may bring.
inline constexpr std::size_t kMediaBytes = 64UL << 20U;

/// The bytes of a regular file of at most `limit` bytes; nothing if it cannot be read or is larger.
std::optional<std::string> read_file(const std::filesystem::path& path, std::size_t limit);

/// Whether a name is safe as a file name of our own: letters, digits, "-", "_" and "." inside.
bool is_plain_name(const std::string& name);

/// Opens /dev/null in the place of a standard stream that is closed, so that no file of ours gets
/// its number and a message never lands in the counters. Call it before any file is opened.
void hold_standard_streams();

/// Puts a file that was written aside, in the same folder, into the place of `path`: synced before
/// and after, so that a pulled plug leaves the old or the new one. Throws std::system_error.
void replace_file(const std::filesystem::path& path, const std::filesystem::path& aside);

/// Makes durable which files are in the folder of `path`: what was made, renamed or removed there.
/// Throws std::system_error.
void sync_folder_of(const std::filesystem::path& path);

/// Makes a folder and what is missing above it, as durably as files are written. Throws
/// std::system_error.
void make_folder(const std::filesystem::path& folder);

/// Who may read a file that we write.
enum class Readers { all, owner };

/// Writes durably, in a folder that is made if it is not there; throws std::system_error.
void write_file(const std::filesystem::path& path, const std::string& bytes,
                Readers readers = Readers::all);

/// Removes durably; a file that is not there is no fault. Throws std::system_error.
void remove_file(const std::filesystem::path& path);

}  // namespace nest::store
