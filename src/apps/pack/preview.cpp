#include "apps/pack/preview.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <stdexcept>

#include "core/activities/question.h"
#include "core/shell/screens.h"
#include "core/view/backdrop.h"
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

/// Long after the last touch: nothing is in flight any more.
constexpr Instant kStill{Millis(60000)};

/// A screen with the name of its picture: "soap-story-03-too-small-to-see".
struct Screen {
  Lang lang;
  std::string name;
  Frame frame;
};

class Collector {
 public:
  Collector(const Pack& pack, const World& world) : pack_(pack), world_(world) {}

  std::vector<Screen> collect() {
    for (const auto& lang : pack_.content.languages) {
      if (world_.catalogs.count(lang) == 0) continue;
      show_.lang = lang;
      show_.texts = &world_.catalogs.at(lang);
      show_.measure = &world_.fonts;
      show_.voices = &voices_;
      show_.rigs = &world_.rigs;
      for (const auto& activity : pack_.activities) {
        show(*activity);
      }
      for (const auto& item : pack_.content.items) ask(item);
    }
    return std::move(screens_);
  }

 private:
  /// As a child sees it: with the way home and the languages.
  void keep(const std::string& name, Frame frame) {
    const ScreenView view{show_,     world_.catalogs, pack_.content.languages,
                          narrator_, mila_,           Instant{}};
    draw_home(frame, view);
    draw_languages(frame, view, frame.screen == "lesson");
    screens_.push_back({show_.lang, name, std::move(frame)});
  }

  /// What tells sentences goes on by itself and is watched; all else is touched.
  void show(const ActivitySpec& spec) {
    if (spec.sentences().empty()) return touch_all(spec);
    play(spec);
  }

  /// The picture at the end of every sentence, until the activity is over. A question in between
  /// is answered rightly.
  void play(const ActivitySpec& spec) {
    const auto band = band_of(spec);
    if (!band) return;
    show_.age = *band;
    auto activity = spec.start(pack_.content, *band, Random(1));
    Outbox out;
    activity->enter(show_, Instant{}, out);
    std::size_t count = 0;
    for (int guard = 0; guard < 2000 && activity && !activity->finished(); ++guard) {
      const auto due = activity->next_due();
      if (!due) break;
      Frame frame;
      activity->draw(frame, show_, *due - Millis(1));
      const bool question = frame.screen == "lesson-question";
      Outbox after;
      activity->advance(show_, *due, after);
      const bool spoke = std::any_of(after.cues.begin(), after.cues.end(), [](const Cue& cue) {
        return std::holds_alternative<Say>(cue);
      });
      if (question) {
        skip_question(*activity, frame, *due);
      } else if (spoke || activity->finished()) {
        keep(fmt::format("{}-{:02}", spec.id.str(), ++count), std::move(frame));
      }
    }
  }

  /// A game waits for its child: every target is touched in turn, and each new picture is kept.
  void touch_all(const ActivitySpec& spec) {
    constexpr std::size_t kMostTaps = 24;
    const auto band = band_of(spec);
    if (!band) return;
    show_.age = *band;
    auto activity = spec.start(pack_.content, *band, Random(1));
    Outbox out;
    activity->enter(show_, Instant{}, out);
    std::set<std::string> seen;
    std::size_t count = 0;
    Instant now{};
    for (std::size_t tap = 0; tap < kMostTaps && !activity->finished(); ++tap) {
      now += Millis(30000);
      activity->advance(show_, now, out);
      if (activity->finished()) break;
      Frame frame;
      activity->draw(frame, show_, now);
      const auto targets = frame.targets;
      if (seen.insert(frame.to_text()).second) {
        keep(fmt::format("{}-{:02}", spec.id.str(), ++count), std::move(frame));
      }
      if (targets.empty()) continue;
      activity->tap(targets[tap % targets.size()].id, show_, now, out);
    }
  }

  void skip_question(Activity& activity, const Frame& frame, Instant now) {
    Outbox out;
    for (const auto& target : frame.targets) {
      if (target.id == "next") return activity.tap("next", show_, now, out);
    }
    for (const auto& target : frame.targets) {
      if (target.id.rfind("answer/", 0) == 0) activity.tap(target.id, show_, now, out);
    }
  }

  std::optional<AgeBand> band_of(const ActivitySpec& spec) const {
    for (const auto band : {AgeBand::a, AgeBand::b, AgeBand::c}) {
      if (pack_.ages.has(band) && spec.offers(pack_.content, band)) return band;
    }
    return std::nullopt;
  }

  void draw(const Question& question, const std::string& what) {
    Frame frame;
    frame.screen = "quiz";
    backdrop(frame, "library:meadow-morning");
    draw_question(frame, question, show_, kStill, question.star_earned() ? 1 : 0, 1);
    keep(question.item().id.str() + "-" + what, std::move(frame));
  }

  Question asked(const Item& item) {
    Question question(pack_.content, item, Random(1));
    Outbox out;
    question.enter(show_, Instant{}, out);
    return question;
  }

  void answer(Question& question, const Answer& answer) {
    Outbox out;
    question.tap("answer/" + answer.id.str(), show_, Instant(Millis(1000)), out);
  }

  /// Until the reason of a wrong answer has been said and the second try begins.
  void listen(Question& question) {
    Outbox out;
    while (std::holds_alternative<Question::Almost>(question.phase()) && question.next_due()) {
      question.advance(show_, *question.next_due(), out);
    }
  }

  /// Everything that a child can make of a question: asking, hint, each wrong answer with its
  /// reason, the second try, the right answer, the answer shown.
  void ask(const Item& item) {
    show_.age = item.ages.youngest();
    draw(asked(item), "1-asked");
    auto hinted = asked(item);
    Outbox out;
    hinted.tap("hint", show_, Instant(Millis(1000)), out);
    draw(hinted, "2-hint");
    std::vector<const Answer*> wrong;
    for (const auto& a : item.answers) {
      auto question = asked(item);
      answer(question, a);
      draw(question, (a.correct ? "5-right-" : "3-almost-") + a.id.str());
      if (!a.correct) wrong.push_back(&a);
    }
    auto again = asked(item);
    answer(again, *wrong[0]);
    listen(again);
    draw(again, "4-again");
    if (wrong.size() < 2) return;
    answer(again, *wrong[1]);
    draw(again, "6-shown");
  }

  const Pack& pack_;
  const World& world_;
  Show show_;
  VoiceBook voices_;
  Narrator narrator_;
  Performer mila_;
  std::vector<Screen> screens_;
};

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
  auto screens = Collector(pack, world).collect();
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
