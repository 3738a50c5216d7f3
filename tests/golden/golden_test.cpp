// Every screen as text, a dozen as pictures: what a change does to the looks is seen in the diff.
// UPDATE_GOLDEN=1 writes them anew; look at each before it is committed.
#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "core/shell/script.h"
#include "stage/gpu_canvas.h"
#include "stage/offscreen.h"
#include "store/files.h"
#include "support/bundled.h"

namespace {

using namespace nest;
namespace fs = std::filesystem;

const fs::path kTests = fs::path(STORKNEST_SOURCE_DIR) / "tests";
const fs::path kGolden = kTests / "golden";
constexpr stage::PxSize kSize{640, 360};
/// FreeType and the rasteriser round a little differently from machine to machine.
constexpr int kTolerance = 12;
/// Pixels of a picture that may differ by more.
constexpr std::size_t kBeyond = 40;

bool blessing() {
  const char* asked = std::getenv("UPDATE_GOLDEN");
  return asked != nullptr && std::string(asked) == "1";
}

using Frames = std::map<std::string, Frame>;

/// Plays the tour and keeps every screen. Without characters the text does not change with their
/// drawings.
class Tour {
 public:
  explicit Tour(bool characters) : characters_(characters) {}

  Frames take(const std::string& lang) {
    Frames frames;
    KioskSetup setup;
    setup.calm = true;  // stands still
    setup.seed = 5;
    Kiosk kiosk(setup, bundled.catalogs, fonts, {});
    if (characters_) kiosk.set_rigs(bundled.rigs);
    kiosk.set_packs(bundled.packs(kTests / "playthroughs/packs"), "SN-1", Instant{});
    ScriptHooks hooks;
    hooks.shot = [&](const std::string& name, const Frame& frame) { frames[name] = frame; };
    ScriptRunner runner(kiosk, hooks);
    Diagnostics faults;
    const auto steps = parse_script("screens.play", script(lang), faults);
    runner.run("screens.play", steps, faults, true);
    for (const auto& fault : faults.list()) FAIL(to_text(fault));

    Kiosk empty(setup, bundled.catalogs, fonts, {});
    empty.set_packs({}, "SN-1", Instant{});
    frames["trouble"] = empty.frame(Instant{});
    return frames;
  }

  test::Bundled bundled;
  stage::Fonts fonts;

 private:
  static std::string script(const std::string& lang) {
    auto text = store::read_file(kGolden / "screens.play", 1U << 16U).value_or("");
    for (auto at = text.find("/LANG"); at != std::string::npos; at = text.find("/LANG", at)) {
      text.replace(at + 1, 4, lang);
    }
    return text;
  }
  bool characters_;
};

void check_text(const std::string& name, const std::string& text) {
  const auto file = kGolden / "frames" / (name + ".txt");
  if (blessing()) {
    std::ofstream(file) << text;
    return;
  }
  const bool same = store::read_file(file, 1U << 20U).value_or("") == text;
  if (same) return;
  std::ofstream(kGolden / "frames" / (name + ".actual.txt")) << text;
  FAIL_CHECK("the screen " << name << " changed: compare it with " << name
                           << ".actual.txt; if it is right, UPDATE_GOLDEN=1 ctest -L golden");
}

void check_picture(const std::string& name, SDL_Surface& actual) {
  const auto path = [&](const char* ending) {
    return (kGolden / "images" / (name + ending)).string();
  };
  if (blessing()) return stage::save_png(actual, path(".png"));
  if (!fs::exists(path(".png"))) {
    stage::save_png(actual, path(".actual.png"));
    FAIL_CHECK("there is no golden picture " << name << ": look at " << path(".actual.png"));
    return;
  }
  const auto golden = stage::load_png(path(".png"));
  const auto found = stage::compare(*golden, actual, kTolerance);
  if (found.same_size && found.beyond <= kBeyond) return;
  stage::save_png(actual, path(".actual.png"));
  stage::save_png(*stage::difference_picture(*golden, actual), path(".difference.png"));
  FAIL_CHECK("the picture " << name << " changed by " << found.beyond << " pixels: look at "
                            << path(".difference.png")
                            << "; if it is right, UPDATE_GOLDEN=1 ctest -L golden");
}

/// The GPU's painter on SDL's software renderer.
struct Textured {
  using Renderer = std::unique_ptr<SDL_Renderer, stage::Freed<SDL_DestroyRenderer>>;
  Textured(const MediaSource& media, const stage::Fonts& fonts)
      : surface(stage::blank_surface(kSize)),
        renderer(stage::own<Renderer>(SDL_CreateSoftwareRenderer(surface.get()), "renderer")),
        canvas(*renderer),
        images(media, {}),
        sprites(images, fonts, {}),
        painter(canvas, sprites, images) {}

  stage::Surface surface;
  Renderer renderer;
  stage::GpuCanvas canvas;
  stage::Images images;
  stage::Sprites sprites;
  stage::Painter painter;
};

}  // namespace

TEST_CASE("golden: every screen in both languages, as text") {
  Tour tour(false);
  for (const std::string lang : {"pl", "lt"}) {
    for (const auto& [name, frame] : tour.take(lang))
      check_text(name + "." + lang, frame.to_text());
  }
}

TEST_CASE("golden: a dozen screens as pictures, and the GPU paints the same") {
  Tour tour(true);
  stage::Offscreen surface(kSize, tour.bundled.assets(), tour.fonts);
  Textured gpu(tour.bundled.assets(), tour.fonts);
  const std::map<std::string, std::vector<std::string>> wanted{
      {"pl", {"attract", "menu", "lesson", "quiz", "quiz-right", "farewell"}},
      {"lt", {"age", "path", "lesson-question", "quiz-almost", "still-there", "trouble"}}};
  for (const auto& [lang, names] : wanted) {
    const auto frames = tour.take(lang);
    for (const auto& name : names) {
      CAPTURE(name);
      auto& picture = surface.render(frames.at(name));
      check_picture(name + "." + lang, picture);
      gpu.painter.paint(frames.at(name));
      gpu.painter.settle();
      CHECK(stage::compare(picture, *gpu.surface, kTolerance).beyond == 0);
    }
  }
}
