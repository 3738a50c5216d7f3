#include "apps/kiosk/world.h"

#include <fmt/format.h>

#include <cstdlib>
#include <random>
#include <stdexcept>

#include "apps/kiosk/say.h"
#include "store/data_folder.h"

namespace nest::app {
namespace {

std::map<Lang, Catalog> catalogs_of(const store::Assets& assets, const Options& options) {
  Diagnostics faults;
  auto catalogs = assets.catalogs(faults);
  say(faults);
  // Children would read keys in angle brackets.
  if (faults.has_errors()) {
    throw std::runtime_error("The interface texts are damaged; install the kiosk again.");
  }
  for (const auto& lang : options.setup.languages) {
    if (catalogs.count(lang) > 0) continue;
    throw std::runtime_error(
        fmt::format("There are no interface texts in \"{}\": locales/{}.json is missing.",
                    lang.str(), lang.str()));
  }
  return catalogs;
}

}  // namespace

World::World(const Options& options)
    : assets(store::find_shared_folder("/proc/self/exe")), catalogs(catalogs_of(assets, options)) {}

store::Library World::load_packs(const Options& options) {
  const auto rigs = [this] {
    Diagnostics faults;
    return assets.rigs(faults);
  }();
  Surroundings around;
  around.library_pictures = assets.pictures();
  around.library_sounds = assets.sounds();
  around.rigs = &rigs;
  const auto folders = options.packs.empty() ? std::vector{assets.packs()} : options.packs;
  return store::load_library(folders, assets, around);
}

std::string World::trouble_code(const store::Library& library) {
  return library.refused > 0 ? fmt::format("SN-2 ({})", library.refused) : "SN-1";
}

ScreenMetrics metrics(float diagonal, int display_w, int display_h, float scale) {
  return ScreenMetrics::from_display(diagonal, static_cast<float>(display_w),
                                     static_cast<float>(display_h), scale);
}

std::uint64_t seed_of(const Options& options) {
  if (options.seed) return *options.seed;
  std::random_device luck;
  return (static_cast<std::uint64_t>(luck()) << 32U) | luck();
}

std::filesystem::path data_folder(const Options& options) {
  if (options.data) return *options.data;
  const auto folder = store::data_folder(std::getenv("XDG_DATA_HOME"), std::getenv("HOME"));
  if (!folder) throw std::runtime_error("There is no home folder for the counters; use --data.");
  return *folder;
}

}  // namespace nest::app
