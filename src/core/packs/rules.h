#pragma once
// How the parts of a pack fit together: ids, goals and their twins, items that are named, paths.
// Not here: single texts and media (watcher). A new pack rule is one function here, one row in
// kPackRules and one fixture.
#include <map>
#include <optional>
#include <string>

#include "core/packs/pack.h"

namespace nest {

/// Where things stand, for rules that look at the whole pack.
struct PackPlaces {
  std::optional<Place> all_paths;
  std::map<std::string, Place> goals;
  std::vector<Node> items;  ///< a place costs a walk, so only faults ask for it
  std::map<std::string, Place> paths;
};

/// `sound`: nothing was wrong with the parts, so what they lack together is no mere consequence.
void check_pack(const Pack& pack, const PackPlaces& places, Diagnostics& out, bool sound);

}  // namespace nest
