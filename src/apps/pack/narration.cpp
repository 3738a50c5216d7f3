#include "apps/pack/narration.h"

#include <algorithm>
#include <map>
#include <stdexcept>

#include "apps/pack/recordings.h"
#include "stage/sound_file.h"
#include "stage/speech.h"
#include "store/files.h"
#include "store/folder_source.h"
#include "store/writers/narration_json.h"
#include "store/writers/recording_sheet.h"

namespace nest::app {
namespace {
namespace fs = std::filesystem;

/// How the texts of one language are heard.
struct Sums {
  std::size_t texts = 0, recorded = 0, made = 0, live = 0, silent = 0;
};

/// A pack, or the kiosk's own voice, and the folder below which its recordings lie.
struct Source {
  fs::path base;
  store::ToldNarration told;
};

class Teller {
 public:
  Teller(const NarrationOptions& options, const Kit& kit) : options_(options), kit_(kit) {}

  void pack(const fs::path& folder) {
    Diagnostics out;
    const auto files = store::read_folder(folder, out);
    auto around = kit_.around();
    around.own_svg = kit_.assets.owns(folder);
    const auto pack = read_pack(files, around, out);
    if (!pack || out.has_errors()) {
      fmt::print(stderr, "{} is refused; storknest-pack check says why.\n", folder.string());
      ++refused_;
      return;
    }
    files_ = files.media.size();
    add(folder, pack->id().str(), narration(*pack));
  }

  void interface() {
    Diagnostics out;
    const auto catalogs = kit_.assets.catalogs(out);
    if (out.has_errors()) throw std::runtime_error(to_text(out.list().front()));
    files_ = 0;
    add(kit_.assets.folder(), "kiosk", narration(catalogs));
  }

  void write_sheets(const fs::path& folder) const {
    Diagnostics out;
    const auto words = kit_.assets.sheet_texts(out);
    fs::create_directories(folder);
    for (const auto& source : sources_) {
      std::set<Lang> languages;
      for (const auto& take : source.told.takes) languages.insert(take.sentence.lang);
      for (const auto& lang : languages) {
        const auto own = words.find(lang);
        const auto& texts = own == words.end() ? words.at(Lang("en")) : own->second;
        store::write_file(folder / fmt::format("{}.{}.html", source.told.name, lang.str()),
                          store::recording_sheet(source.told, lang, texts));
      }
    }
  }

  int tell() {
    for (const auto& source : sources_) {
      for (const auto& take : source.told.takes) count(source, take);
    }
    faults_.sort();
    if (options_.json) {
      std::vector<store::ToldNarration> told;
      for (auto& source : sources_) told.push_back(std::move(source.told));
      fmt::print("{}", store::narration_json(told));
    } else {
      for (const auto& source : sources_) list(source);
      for (const auto& d : faults_.list()) fmt::print("{}\n", to_text(d));
      for (const auto& source : sources_) sum_up(source);
      fmt::print("{} sentences: {} recorded, {} by the built-in voice, {} gaps; {} findings.\n",
                 total_, recorded_, built_in_, gaps_, faults_.list().size() + faults_.dropped());
    }
    return gaps_ > 0 || refused_ > 0 || !faults_.empty() ? 1 : 0;
  }

 private:
  void add(const fs::path& base, const std::string& name, Narration narration) {
    Source source{base, {name, {narration.voices, {}}, {}}};
    for (auto& sentence : narration.sentences) {
      auto take = take_of(std::move(sentence), kit_.pronunciations);
      if (!take.sentence.recording.empty()) take.recorded = listen(base / take.sentence.recording);
      source.told.takes.push_back(std::move(take));
    }
    if (options_.synthesise) fill(source);
    sources_.push_back(std::move(source));
  }

  /// What people recorded is never touched, and neither is what still fits its text.
  void fill(Source& source) {
    auto& takes = source.told.takes;
    const auto wanted = [](const Take& take) {
      const auto state = state_of(take);
      return state == TakeState::gap || state == TakeState::outdated;
    };
    const auto gaps = static_cast<std::size_t>(std::count_if(
        takes.begin(), takes.end(), [](const Take& t) { return state_of(t) == TakeState::gap; }));
    const auto most = store::FolderLimits{}.files;
    if (files_ + gaps > most) {
      throw std::runtime_error(
          fmt::format("{} would have more than {} files, and the kiosk would refuse it.",
                      source.base.string(), most));
    }
    for (auto& take : takes) {
      if (wanted(take)) synthesise(source, take);
    }
  }

  void synthesise(const Source& source, Take& take) {
    auto& sentence = take.sentence;
    const auto made = speech_.speak(sentence.lang, sentence.text);
    if (!made) return;  // espeak-ng has no such voice: it stays a gap
    if (sentence.recording.empty()) {
      sentence.recording = recording_stem(source.told.narration, sentence) + ".opus";
    }
    const auto file = source.base / sentence.recording;
    fs::create_directories(file.parent_path());
    store::write_file(file,
                      stage::write_opus(made->sound, {sentence.text, std::string(kBuiltInVoice)}));
    take.recorded = listen(file);
  }

  void count(const Source& source, const Take& take) {
    const auto state = state_of(take);
    ++total_;
    recorded_ += state == TakeState::recorded;
    built_in_ += state == TakeState::built_in;
    gaps_ += is_open(state);
    judge_recording(source.told.name, take, faults_);
  }

  static void list(const Source& source) {
    for (const auto& take : source.told.takes) {
      const auto& sentence = take.sentence;
      fmt::print("{} {} {}: {:.1f} s, {}", source.told.name, sentence.lang.str(), sentence.id,
                 seconds(take.expected), state_name(state_of(take)));
      if (take.recorded && take.recorded->heard) {
        const auto& heard = *take.recorded->heard;
        fmt::print(" {:.1f} s, {:.1f} LUFS, {:.1f} dBTP{}", seconds(heard.length), heard.loudness,
                   heard.peak, sentence.timed ? ", words corrected" : "");
      }
      fmt::print(": {}\n", sentence.text);
    }
  }

  /// What nobody has recorded is spoken while the child listens, if there is a voice for it; what
  /// then is silent is heard by no child.
  void sum_up(const Source& source) {
    std::map<Lang, Sums> languages;
    for (const auto& take : source.told.takes) {
      const auto& sentence = take.sentence;
      const auto state = state_of(take);
      auto& sums = languages[sentence.lang];
      ++sums.texts;
      sums.recorded += state == TakeState::recorded;
      sums.made += state == TakeState::built_in || state == TakeState::outdated;
      if (state == TakeState::gap || state == TakeState::broken) {
        ++(speech_.speaks(sentence.lang) ? sums.live : sums.silent);
      }
    }
    for (const auto& [lang, sums] : languages) {
      fmt::print(
          "{} {}: {} texts: {} recorded, {} files by the built-in voice, {} spoken live by "
          "it, {} silent.\n",
          source.told.name, lang.str(), sums.texts, sums.recorded, sums.made, sums.live,
          sums.silent);
    }
  }

  const NarrationOptions& options_;
  const Kit& kit_;
  stage::Speech speech_{kit_.pronunciations};
  std::vector<Source> sources_;
  std::size_t files_ = 0;  ///< media of the pack that is being told
  Diagnostics faults_;
  std::size_t total_ = 0, recorded_ = 0, built_in_ = 0, gaps_ = 0, refused_ = 0;
};

}  // namespace

int narrate(const NarrationOptions& options, Kit& kit) {
  if (options.folders.empty() && !options.interface) {
    throw std::runtime_error("name the folder of a pack: storknest-pack narration DIR");
  }
  Teller teller(options, kit);
  for (const auto& folder : options.folders) {
    const auto packs = store::find_packs(folder);
    if (packs.empty()) throw std::runtime_error(folder.string() + " holds no pack.");
    for (const auto& pack : packs) teller.pack(pack);
  }
  if (options.interface) teller.interface();
  if (options.script) teller.write_sheets(*options.script);
  return teller.tell();
}

}  // namespace nest::app
