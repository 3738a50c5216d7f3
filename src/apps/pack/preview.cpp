#include "apps/pack/preview.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/activities/question.h"
#include "core/shell/screens.h"

namespace nest::app {
namespace {

/// A screen with the name of its picture: "soap-story-03-too-small-to-see".
struct Screen {
  Lang lang;
  std::string name;
  Frame frame;
};

class Collector {
 public:
  Collector(const Pack& pack, const PreviewWorld& world) : pack_(pack), world_(world) {}

  std::vector<Screen> collect() {
    for (const auto& lang : pack_.content.languages) {
      if (world_.catalogs.count(lang) == 0) continue;
      show_.lang = lang;
      show_.texts = &world_.catalogs.at(lang);
      show_.measure = &world_.fonts;
      show_.voices = &voices_;
      show_.rigs = &world_.rigs;
      for (const auto& activity : pack_.activities) {
        if (activity->type != "quiz") play(*activity);
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
      if (!question && (spoke || activity->finished())) {
        keep(fmt::format("{}-{:02}", spec.id.str(), ++count), std::move(frame));
      }
      if (question) skip_question(*activity, frame, *due);
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

  /// Asking, a wrong answer with its reason, the right one with its reason.
  void ask(const Item& item) {
    show_.age = item.ages.youngest();
    const auto draw = [&](const Question& question, const char* what) {
      Frame frame;
      frame.screen = "quiz";
      frame.picture("library:meadow-morning", kCanvas);
      draw_question(frame, question, show_, Instant(Millis(2000)), question.star_earned() ? 1 : 0,
                    1);
      keep(fmt::format("{}-{}", item.id.str(), what), std::move(frame));
    };
    Outbox out;
    Question asked(pack_.content, item, Random(1));
    asked.enter(show_, Instant{}, out);
    draw(asked, "1-asked");
    for (std::size_t i = 0; i < item.answers.size(); ++i) {
      Question answered(pack_.content, item, Random(1));
      answered.enter(show_, Instant{}, out);
      answered.tap("answer/" + item.answers[i].id.str(), show_, Instant(Millis(1000)), out);
      const auto* what = item.answers[i].correct ? "right" : "almost";
      draw(answered, fmt::format("2-{}-{}", what, item.answers[i].id.str()).c_str());
    }
  }

  const Pack& pack_;
  const PreviewWorld& world_;
  Show show_;
  VoiceBook voices_;
  Narrator narrator_;
  Performer mila_;
  std::vector<Screen> screens_;
};

constexpr int kThumbWidth = 320;
constexpr int kThumbHeight = 180;
constexpr int kGap = 8;
constexpr int kColumns = 8;

void write_sheet(const std::vector<Screen>& screens, const PreviewWorld& world,
                 const std::filesystem::path& file) {
  stage::Offscreen small({kThumbWidth, kThumbHeight}, world.media, world.fonts);
  const int rows = (static_cast<int>(screens.size()) + kColumns - 1) / kColumns;
  auto sheet = stage::blank_surface(
      {kColumns * (kThumbWidth + kGap) + kGap, rows * (kThumbHeight + kGap) + kGap});
  SDL_FillRect(sheet.get(), nullptr, SDL_MapRGB(sheet->format, 0x27, 0x36, 0x4A));
  for (std::size_t i = 0; i < screens.size(); ++i) {
    const int n = static_cast<int>(i);
    SDL_Rect at{kGap + n % kColumns * (kThumbWidth + kGap),
                kGap + n / kColumns * (kThumbHeight + kGap), kThumbWidth, kThumbHeight};
    SDL_BlitSurface(&small.render(screens[i].frame), nullptr, sheet.get(), &at);
  }
  stage::save_png(*sheet, file.string());
}

}  // namespace

std::size_t preview(const Pack& pack, const PreviewWorld& world, const PreviewOptions& options) {
  const auto screens = Collector(pack, world).collect();
  stage::Offscreen large(options.size, world.media, world.fonts);
  for (const auto& screen : screens) {
    const auto folder = options.out / screen.lang.str();
    std::filesystem::create_directories(folder);
    stage::save_png(large.render(screen.frame), (folder / (screen.name + ".png")).string());
  }
  if (!screens.empty()) write_sheet(screens, world, options.out / "contact-sheet.png");
  return screens.size();
}

}  // namespace nest::app
