#pragma once
// Single words out of a pack as its author wrote it, for who needs no playable pack: what is not
// there, or of another kind, is empty or false. Not here: understanding a pack and telling its
// faults (read_pack).
#include <optional>
#include <string>
#include <string_view>

#include "core/packs/pack.h"

namespace nest {

inline std::string written_text(Node parent, std::string_view key) {
  const auto found = parent.find(key);
  return found && found->kind() == NodeKind::text ? std::string(found->text()) : std::string();
}

inline bool written_true(Node parent, std::string_view key) {
  const auto found = parent.find(key);
  return found && found->kind() == NodeKind::boolean && found->truth();
}

/// Visits the entries of the list `key`, in its order.
template <class Visit>
void each_written(Node parent, std::string_view key, Visit visit) {
  const auto list = parent.find(key);
  if (list && list->kind() == NodeKind::list) list->each(visit);
}

/// The object in pack.json; none if there is none.
inline std::optional<Node> written_pack(const PackFiles& files) {
  const auto root = files.manifest ? files.manifest->root() : std::nullopt;
  return root && root->kind() == NodeKind::object ? root : std::nullopt;
}

/// Visits the questions of pack.json, then those of items/*.json.
template <class Visit>
void each_written_item(const PackFiles& files, Visit visit) {
  if (const auto pack = written_pack(files)) each_written(*pack, "items", visit);
  for (const auto& file : files.item_files) {
    const auto list = file->root();
    if (list && list->kind() == NodeKind::list) list->each(visit);
  }
}

}  // namespace nest
