#include "apps/pack/preview.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <stdexcept>

#include "core/shell/tour.h"
#include "core/view/theme.h"
#include "stage/offscreen.h"
#include "store/library.h"

namespace nest::app {
namespace {

/// What a pack is drawn with.
struct World {
  const MediaSource& media;
  const stage::Fonts& fonts;
  const std::map<Lang, Catalog>& catalogs;
  const std::map<std::string, Rig, std::less<>>& rigs;
};

/// A screen with the name of its picture: "soap-story-03-too-small-to-see".
struct Screen {
  Lang lang;
  std::string name;
  Frame frame;
};

/// The youngest who meet it are shown: their letters and targets are the largest.
std::optional<AgeBand> youngest(const Pack& pack, const ActivitySpec& spec) {
  for (const auto band : {AgeBand::a, AgeBand::b, AgeBand::c}) {
    if (pack.ages.has(band) && spec.offers(pack.content, band)) return band;
  }
  return std::nullopt;
}

std::vector<Screen> collect(const Pack& pack, const World& world) {
  std::vector<Screen> screens;
  const VoiceBook voices;
  for (const auto& lang : pack.content.languages) {
    if (world.catalogs.count(lang) == 0) continue;
    Show show;
    show.lang = lang;
    show.texts = &world.catalogs.at(lang);
    show.measure = &world.fonts;
    show.voices = &voices;
    show.rigs = &world.rigs;
    show.languages = pack.content.languages;
    Tour tour(pack, show, world.catalogs, [&](const std::string& name, Frame frame) {
      screens.push_back({lang, name, std::move(frame)});
    });
    for (const auto& activity : pack.activities) {
      const auto band = youngest(pack, *activity);
      if (!band) continue;
      show.age = *band;
      tour.activity(*activity);
    }
    for (const auto& item : pack.content.items) {
      show.age = item.ages.youngest();
      tour.item(item);
    }
  }
  return screens;
}

constexpr int kThumbWidth = 384;
constexpr int kThumbHeight = 216;
constexpr int kLabel = 26;
constexpr int kGap = 8;
constexpr std::size_t kColumns = 8;

void label(SDL_Surface& sheet, const stage::Fonts& fonts, const std::string& text, int x, int y) {
  auto line = fonts.line(text, 18, false, theme::kWhite);
  if (line.empty()) return;
  const auto size = line.size();
  const stage::Surface words(SDL_CreateRGBSurfaceWithFormatFrom(
      line.pixels(), size.w, size.h, 32, size.w * 4, SDL_PIXELFORMAT_ARGB8888));
  SDL_Rect at{x + line.left(), y + line.top(), size.w, size.h};
  SDL_BlitSurface(words.get(), nullptr, &sheet, &at);
}

/// The languages of a screen stand side by side, so that they can be compared.
void write_sheet(std::vector<Screen> screens, const World& world,
                 const std::filesystem::path& file) {
  std::stable_sort(screens.begin(), screens.end(),
                   [](const Screen& a, const Screen& b) { return a.name < b.name; });
  stage::Offscreen small({kThumbWidth, kThumbHeight}, world.media, world.fonts);
  const auto languages =
      static_cast<std::size_t>(std::count_if(screens.begin(), screens.end(), [&](const Screen& s) {
        return s.name == screens.front().name;
      }));
  const auto columns = std::max<std::size_t>(kColumns / languages, 1) * languages;
  const auto rows = (screens.size() + columns - 1) / columns;
  constexpr int kCellWidth = kThumbWidth + kGap;
  constexpr int kCellHeight = kThumbHeight + kLabel + kGap;
  auto sheet = stage::blank_surface(
      {static_cast<int>(columns) * kCellWidth + kGap, static_cast<int>(rows) * kCellHeight + kGap});
  SDL_FillRect(sheet.get(), nullptr, SDL_MapRGB(sheet->format, 0x27, 0x36, 0x4A));
  for (std::size_t i = 0; i < screens.size(); ++i) {
    SDL_Rect at{kGap + static_cast<int>(i % columns) * kCellWidth,
                kGap + static_cast<int>(i / columns) * kCellHeight, kThumbWidth, kThumbHeight};
    SDL_BlitSurface(&small.render(screens[i].frame), nullptr, sheet.get(), &at);
    label(*sheet, world.fonts, screens[i].lang.str() + "  " + screens[i].name, at.x,
          at.y + kThumbHeight);
  }
  stage::save_png(*sheet, file.string());
}

std::size_t write_pictures(const Pack& pack, const World& world, const PreviewOptions& options) {
  auto screens = collect(pack, world);
  if (screens.empty()) return 0;
  stage::Offscreen large(options.size, world.media, world.fonts);
  for (const auto& screen : screens) {
    const auto folder = options.out / screen.lang.str();
    std::filesystem::create_directories(folder);
    stage::save_png(large.render(screen.frame), (folder / (screen.name + ".png")).string());
  }
  const auto count = screens.size();
  write_sheet(std::move(screens), world, options.out / "contact-sheet.png");
  return count;
}

}  // namespace

int preview(const std::filesystem::path& folder, const PreviewOptions& options, Kit& kit) {
  const auto catalogs = kit.assets.catalogs(kit.faults);
  const auto library = store::load_library({folder}, kit.assets, kit.around());
  for (const auto& d : library.faults.list()) fmt::print("{}\n", to_text(d));
  if (library.packs.empty()) {
    throw std::runtime_error("there is no sound pack to show in " + folder.string() + ".");
  }
  for (const auto& pack : library.packs) {
    const World world{kit.assets, kit.fonts, catalogs, kit.rigs};
    auto inside = options;
    if (library.packs.size() > 1) inside.out /= pack.id().str();
    fmt::print("{}: {} screens and contact-sheet.png in {}\n", pack.id().str(),
               write_pictures(pack, world, inside), inside.out.string());
  }
  return library.faults.empty() ? 0 : 1;
}

}  // namespace nest::app
