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
    auto files = store::read_folder(folder, faults);
    files.manifest = with_pseudo(*files.manifest);
    for (auto& file : files.item_files) file = with_pseudo(*file);
    auto pack = read_pack(files, around, faults);
    expect_none(faults);
    assets_.add_pack(pack->id().str(), folder);
    packs.push_back(std::move(*pack));
  }
  return packs;
}

}  // namespace nest::walk
