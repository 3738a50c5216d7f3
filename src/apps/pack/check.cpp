#include "apps/pack/check.h"

#include <map>
#include <stdexcept>

#include "apps/pack/check_svg.h"
#include "apps/pack/recordings.h"
#include "store/folder_source.h"
#include "store/writers/diagnostics_json.h"

namespace nest::app {
namespace {
namespace fs = std::filesystem;

/// The packs that are meant; a folder without any is taken for a pack that lacks its pack.json.
std::vector<fs::path> packs_of(const CheckOptions& options) {
  std::vector<fs::path> packs;
  for (const auto& folder : options.folders) {
    if (!fs::exists(folder)) throw std::runtime_error(folder.string() + " does not exist.");
    if (!fs::is_directory(folder)) {
      throw std::runtime_error(folder.string() + " is a file; name the folder of the pack.");
    }
    const auto found = store::find_packs(folder);
    packs.insert(packs.end(), found.begin(), found.end());
    if (found.empty()) packs.push_back(folder);
  }
  return packs;
}

class Checker {
 public:
  Checker(const CheckOptions& options, const Kit& kit)
      : kit_(kit),
        around_(kit.around()),
        limits_(options.no_limits ? unlimited() : store::FolderLimits{}) {}

  void pack(const fs::path& folder) {
    const auto files = store::read_folder(folder, out, limits_);
    around_.own_svg = kit_.assets.owns(folder);
    const auto pack = read_pack(files, around_, out);
    if (around_.own_svg) {
      for (const auto& file : files.media) {
        if (file.facts.kind == MediaKind::svg) {
          check_svg(folder / file.path, files.name + "/" + file.path, out);
        }
      }
    }
    ++packs_;
    if (!pack) return;
    check_sounds(folder, files, *pack, kit_.pronunciations, out);
    items_ += pack->content.items.size();
    const auto [first, fresh] = seen_.emplace(pack->id(), files.name);
    if (fresh) return;
    out.warn("same-pack", {files.name + "/pack.json", 0, 0, ""},
             fmt::format("{} has the same id \"{}\".", first->second, pack->id().str()),
             "The kiosk takes the first one only: give one of them another id.");
  }

  void library() {
    out.append(kit_.faults);
    check_library(kit_.assets, kit_.rigs, out);
    for (const auto& name : kit_.assets.sounds()) check_library_sound(kit_.assets, name, out);
  }

  std::string summary() const {
    const auto errors = out.errors();
    const auto warnings = out.list().size() + out.dropped() - errors;
    const auto counted = [](std::size_t n, const char* what) {
      return fmt::format("{} {}{}", n, what, n == 1 ? "" : "s");
    };
    return fmt::format("{}, {} in sound ones: {}, {}.", counted(packs_, "pack"),
                       counted(items_, "item"), counted(errors, "error"),
                       counted(warnings, "warning"));
  }

  Diagnostics out;

 private:
  static store::FolderLimits unlimited() { return {SIZE_MAX, SIZE_MAX, SIZE_MAX}; }

  const Kit& kit_;
  Surroundings around_;
  store::FolderLimits limits_;
  std::size_t packs_ = 0, items_ = 0;
  std::map<PackId, std::string> seen_;
};

}  // namespace

int check(const CheckOptions& options, Kit& kit) {
  Checker checker(options, kit);
  if (options.library) checker.library();
  for (const auto& folder : packs_of(options)) checker.pack(folder);
  checker.out.sort();
  if (options.json) {
    fmt::print("{}", store::diagnostics_json(checker.out));
  } else {
    for (const auto& d : checker.out.list()) fmt::print("{}\n", to_text(d));
    if (checker.out.dropped() > 0) fmt::print("… and {} more.\n", checker.out.dropped());
    fmt::print("{}\n", checker.summary());
  }
  return checker.out.empty() ? 0 : 1;
}

}  // namespace nest::app
