#include "walk/world.h"

#include <stdexcept>

#include "stage/viewport.h"
#include "store/folder_source.h"
#include "walk/pseudo.h"

namespace nest::walk {
namespace {

void expect_none(const Diagnostics& faults) {
  if (faults.has_errors()) throw std::runtime_error(to_text(faults.list().front()));
}

/// With the pseudo-language beside each Polish text.
PackFiles read_folder(const std::filesystem::path& folder, Diagnostics& faults) {
  auto files = store::read_folder(folder, faults);
  files.manifest = with_pseudo(*files.manifest);
  for (auto& file : files.item_files) file = with_pseudo(*file);
  return files;
}

}  // namespace

ScreenMetrics Display::metrics() const {
  const float scale = stage::Viewport({w, h}).scale();
  return ScreenMetrics::from_display(inches, static_cast<float>(w), static_cast<float>(h), scale);
}

World::World() {
  Diagnostics faults;
  rigs = assets_.rigs(faults);
  catalogs = assets_.catalogs(faults);
  catalogs.emplace(pseudo_language(), pseudo_catalog(catalogs.at(Lang("pl"))));
  expect_none(faults);
}

std::vector<Pack> World::packs() {
  Surroundings around;
  around.library_pictures = assets_.pictures();
  around.library_sounds = assets_.sounds();
  around.rigs = &rigs;
  std::vector<Pack> packs;
  for (const auto& folder : store::find_packs(assets_.packs())) {
    Diagnostics faults;
    auto pack = read_pack(read_folder(folder, faults), around, faults);
    expect_none(faults);
    assets_.add_pack(pack->id().str(), folder);
    packs.push_back(std::move(*pack));
  }
  return packs;
}

Promises World::promises(const Lang& lang) {
  Promises promises(lang);
  promises.add(catalogs.at(lang));
  for (const auto& folder : store::find_packs(assets_.packs())) {
    Diagnostics faults;
    const auto files = read_folder(folder, faults);
    expect_none(faults);
    promises.add(*files.manifest);
    for (const auto& file : files.item_files) promises.add(*file);
  }
  return promises;
}

}  // namespace nest::walk
