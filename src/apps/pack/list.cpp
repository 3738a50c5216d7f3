#include "apps/pack/list.h"

#include <fmt/ranges.h>

#include <algorithm>
#include <stdexcept>

#include "core/base/wording.h"
#include "store/library.h"

namespace nest::app {
namespace {

std::string ages_of(const Ages& ages) {
  std::vector<std::string> letters;
  for (const auto band : kBands) {
    if (ages.has(band)) letters.emplace_back(band_letter(band));
  }
  return fmt::format("{}", fmt::join(letters, " "));
}

/// "practice 28 (A 15, B 26, C 22)"
std::string items_of(const Pack& pack, Form form, const char* name) {
  const auto& items = pack.content.items;
  const auto count = [&](auto wanted) {
    return std::count_if(items.begin(), items.end(),
                         [&](const Item& item) { return item.form == form && wanted(item); });
  };
  std::vector<std::string> bands;
  for (const auto band : kBands) {
    const auto n = count([band](const Item& item) { return item.ages.has(band); });
    bands.push_back(fmt::format("{} {}", band_letter(band), n));
  }
  return fmt::format("{} {} ({})", name, count([](const Item&) { return true; }),
                     fmt::join(bands, ", "));
}

void print(const Pack& pack) {
  std::vector<std::string> titles;
  std::vector<std::string> languages;
  for (const auto& lang : pack.content.languages) {
    languages.push_back(lang.str());
    titles.push_back(pack.title.plain(lang));
  }
  std::vector<std::string> activities;
  for (const auto& activity : pack.activities) {
    activities.push_back(fmt::format("{} ({})", activity->id.str(), activity->type));
  }
  const auto& items = pack.content.items;
  const auto pending =
      std::count_if(items.begin(), items.end(), [](const Item& item) { return item.pending; });
  fmt::print("{}, version {}: {}\n", pack.id().str(), pack.version, fmt::join(titles, " / "));
  fmt::print("  languages   {}\n", fmt::join(languages, " "));
  fmt::print("  ages        {}\n", ages_of(pack.ages));
  fmt::print("  activities  {}\n", fmt::join(activities, ", "));
  fmt::print("  items       {}\n", items_of(pack, Form::practice, "practice"));
  fmt::print("              {}, {}\n", items_of(pack, Form::a, "form A"),
             items_of(pack, Form::b, "form B"));
  fmt::print("  review      {}{}; {} pending\n", pack.review.pending ? "pending" : "approved",
             pack.review.until.empty() ? "" : ", until " + pack.review.until, pending);
}

void print(const char* title, const std::vector<std::string>& names) {
  fmt::print("{}\n", title);
  for (const auto& name : names) fmt::print("  {}\n", name);
}

std::vector<std::string> library_names(const std::set<std::string>& names) {
  std::vector<std::string> out;
  for (const auto& name : names) out.push_back("library:" + name);
  return out;
}

}  // namespace

int list_packs(std::vector<std::filesystem::path> folders, Kit& kit) {
  if (folders.empty()) folders.push_back(kit.assets.packs());
  for (const auto& folder : folders) {
    if (!std::filesystem::exists(folder)) {
      throw std::runtime_error(folder.string() + " does not exist.");
    }
  }
  const auto library = store::load_library(folders, kit.assets, kit.around());
  for (const auto& pack : library.packs) print(pack);
  if (library.refused == 0) return 0;
  fmt::print("{} refused; storknest-pack check says why.\n", library.refused);
  return 1;
}

int list_library(const Kit& kit) {
  print("pictures", library_names(kit.assets.pictures()));
  print("sounds", library_names(kit.assets.sounds()));
  for (const auto& [name, rig] : kit.rigs) {
    std::vector<std::string> clips;
    for (const auto& clip : rig.clips) clips.push_back(name + "." + clip.first);
    std::vector<std::string> parts;
    for (const auto& part : rig.parts) parts.push_back(name + "/" + part.id);
    print(fmt::format("character {}: clips", name).c_str(), clips);
    print(fmt::format("character {}: parts", name).c_str(), parts);
  }
  return 0;
}

}  // namespace nest::app
