#pragma once
// A small JSON file of the data folder that is one object. Not here: what such files say.
#include <filesystem>
#include <optional>
#include <string>
#include <utility>

#include "core/base/reader.h"
#include "store/files.h"
#include "store/json.h"

namespace nest::store {

/// What `read` makes of the file's object, which faults call `what`. Nothing if there is no file,
/// or if it has faults, which `out` then tells. A file of more than `limit` bytes counts as empty.
template <class T, class Read>
std::optional<T> read_small_file(const std::filesystem::path& file, std::size_t limit,
                                 std::string what, Diagnostics& out, const Read& read) {
  std::error_code failed;
  if (!std::filesystem::exists(file, failed)) return std::nullopt;
  Diagnostics faults;
  const auto document =
      parse_json(file.filename().string(), read_file(file, limit).value_or(""), faults);
  std::optional<T> value;
  if (const auto root = document->root(); root && root->kind() == NodeKind::object) {
    ReadContext context{faults, {}};
    value = read_object<T>(*root, std::move(what), context, read);
  } else if (root) {
    faults.error("wrong-kind", root->place(), "this is one object { }.", "Remove the file.");
  }
  out.append(faults);
  return faults.has_errors() ? std::nullopt : value;
}

}  // namespace nest::store
