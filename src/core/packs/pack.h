#pragma once
// A pack that was read and found playable. Not here: reading (read_pack), faults (rules).
#include <array>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/activities/activity.h"
#include "core/base/media.h"

namespace nest {

/// Under which the recording of a pack's title lies.
inline constexpr const char* kPackTitle = "title";

/// Indices into a pack's activities, by age band.
using Paths = std::array<std::vector<std::size_t>, 3>;

struct Pack {
  PackContent content;
  int version = 1;
  std::string topic, license, picture;
  std::vector<std::string> authors;
  Localized title;
  Ages ages;
  Review review;
  std::map<std::string, Localized> goals;
  std::vector<std::unique_ptr<ActivitySpec>> activities;
  Paths paths;

  const PackId& id() const { return content.id; }
  const std::vector<std::size_t>& path(AgeBand age) const {
    return paths[static_cast<std::size_t>(age)];
  }
};

/// One file of a pack beside its JSON.
struct PackFile {
  std::string path;  ///< relative: "media/tap.png"
  MediaFacts facts;
};

/// A pack as it lies there: parsed, not yet understood.
struct PackFiles {
  std::string name;  ///< how messages call it: the folder as given
  std::unique_ptr<Document> manifest;
  std::vector<std::unique_ptr<Document>> item_files;  ///< items/*.json, each a list of items
  std::vector<PackFile> media;
};

}  // namespace nest
