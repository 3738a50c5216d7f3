#include "core/packs/read_pack.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/activities/registry.h"
#include "core/base/guess.h"
#include "core/base/language.h"
#include "core/base/wording.h"
#include "core/items/read_item.h"
#include "core/packs/narration.h"
#include "core/packs/rules.h"
#include "core/packs/watcher.h"

namespace nest {
namespace {

constexpr std::size_t kMostItems = 100000;
constexpr std::size_t kMostActivities = 100;
constexpr std::size_t kMostPackGoals = 1000;

/// The title says which languages the pack speaks; the required ones are always among them.
std::vector<Lang> languages_of(Node root, std::vector<Lang>& refused, Diagnostics& out) {
  auto languages = required_languages();
  const auto title = root.find("title");
  if (!title || title->kind() != NodeKind::object) return languages;
  title->each([&](Node child) {
    const Lang lang{std::string(child.key())};
    if (std::find(languages.begin(), languages.end(), lang) != languages.end()) return;
    const auto& tag = lang.str();
    const bool plausible =
        tag.size() >= 2 && tag.size() <= 3 &&
        std::all_of(tag.begin(), tag.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    if (!plausible || languages.size() >= kMostLanguages) {
      out.error("unknown-language", child.key_place(),
                fmt::format("\"{}\" is no language tag.", tag.substr(0, 20)),
                "Use small letters: pl, lt, en, uk.");
      refused.push_back(lang);
      return;
    }
    languages.push_back(lang);
  });
  return languages;
}

class PackReader {
 public:
  PackReader(const PackFiles& files, const Surroundings& around, Diagnostics& out)
      : files_(files), out_(out), watcher_(files, around, out) {}

  std::optional<Pack> read(AskedKeys* asked) {
    const auto root = files_.manifest ? files_.manifest->root() : std::nullopt;
    if (!root) return std::nullopt;
    if (root->kind() != NodeKind::object) {
      out_.error("wrong-kind", root->place(), "a pack is one object { }.",
                 "Start from the example in docs/pack-format.md.");
      return std::nullopt;
    }
    const auto before = out_.errors();
    std::vector<Lang> refused;
    ReadContext context{out_, languages_of(*root, refused, out_), &watcher_, AgeBand::c, asked};
    context.refused = std::move(refused);
    pack_.content.languages = context.languages;
    read_object<int>(*root, "a pack", context, [this](Reader& in) {
      read_head(in);
      read_goals(in);
      read_items(in);
      read_activities(in);
      read_paths(in);
      return 0;
    });
    for (const auto& file : files_.media) {
      if (file.path.rfind("media/voice/", 0) == 0) pack_.content.recordings.insert(file.path);
    }
    check_pack(pack_, places_, out_, out_.errors() == before);
    watcher_.report_media(pack_.content.recordings, sentences(), pack_.content.languages);
    if (out_.errors() > before) return std::nullopt;
    return std::move(pack_);
  }

 private:
  void read_head(Reader& in) {
    in.text_or("$schema", "");  // for editors
    in.word_of("format", {"storknest-pack/1"}, true);
    pack_.content.id = in.id<PackId>("id");
    pack_.version = static_cast<int>(in.count("version", 1, 1000000, std::nullopt));
    pack_.topic = in.id_text("topic");
    pack_.title = in.localized("title", TextRole::title);
    pack_.picture = in.picture("picture", true);
    pack_.authors = in.words("authors", 1, 50);
    pack_.license = in.text("license");
    pack_.ages = in.ages("ages");
    in.context().youngest = youngest_of(pack_.ages);
    const auto review =
        in.object("review", "Write {\"state\": \"pending\"} until someone has read it.");
    if (review) {
      pack_.review = read_object<Review>(*review, "a review", in.context(), read_review);
    }
    // Without it the pack is refused; its items are not pending on top of that.
    if (!review) pack_.review.pending = false;
  }

  void read_goals(Reader& in) {
    const auto goals = in.raw("goals");
    if (!goals) return;
    if (goals->kind() != NodeKind::object || goals->size() > kMostPackGoals) {
      in.complain("goals", "wrong-kind", "\"goals\" must be an object { } of named goals.",
                  "Write {\"soap\": {\"pl\": \"…\", \"lt\": \"…\"}}.");
      return;
    }
    Reader each(*goals, "the goals", in.context());
    goals->each([&](Node goal) {
      const std::string name(goal.key());
      places_.goals.emplace(name, goal.key_place());
      pack_.goals.emplace(name, each.localized(name, TextRole::goal));
    });
  }

  void read_items(Reader& in) {
    const auto read_one = [this](Reader& item) {
      places_.items.push_back(item.node());
      return read_item(item, pack_.review);
    };
    pack_.content.items = in.list<Item>("items", 0, kMostItems, "an item", read_one);
    for (const auto& file : files_.item_files) {
      const auto root = file->root();
      if (!root) continue;
      if (root->kind() != NodeKind::list) {
        out_.error("wrong-kind", root->place(), "a file of items is one list [ ].",
                   "Write [ in its first line and ] in its last.");
        continue;
      }
      root->each([&](Node node) {
        if (node.kind() != NodeKind::object) {
          out_.error("wrong-kind", node.place(), "an item must be an object { }.",
                     "Name an item by its id only where a quiz or lesson uses it.");
          return;
        }
        pack_.content.items.push_back(read_object<Item>(node, "an item", in.context(), read_one));
      });
    }
  }

  void read_activities(Reader& in) {
    using Spec = std::unique_ptr<ActivitySpec>;
    auto specs =
        in.list<Spec>("activities", 1, kMostActivities, "an activity", [this](Reader& activity) {
          activity.context().youngest = youngest_on_path(activity.node());
          auto spec = read_activity(activity);
          const auto id = activity.node().find("id");
          if (!spec && id) broken_.insert(std::string(id->text()));
          return spec;
        });
    for (auto& spec : specs) {
      if (spec) pack_.activities.push_back(std::move(spec));
    }
  }

  static AgeBand youngest_of(const Ages& ages) {
    return ages.empty() ? AgeBand::c : ages.youngest();
  }

  /// Who will meet an activity; the paths stand behind it in the file, so they are looked up as
  /// they lie there.
  AgeBand youngest_on_path(Node activity) const {
    const auto id = activity.find("id");
    const auto paths = files_.manifest->root()->find("paths");
    for (const auto band : kBands) {
      const auto path = paths ? paths->find(band_letter(band)) : std::nullopt;
      bool found = false;
      if (path && id) path->each([&](Node step) { found = found || step.text() == id->text(); });
      if (found) return band;
    }
    return youngest_of(pack_.ages);
  }

  /// Ids under which the pack's sentences may be recorded. Two sentences of one id would share
  /// their recording.
  std::set<std::string> sentences() {
    std::set<std::string> ids;
    if (pack_.content.recordings.empty()) return ids;
    for (const auto& text : spoken_texts(pack_)) {
      if (ids.insert(text.id).second || out_.has_errors()) continue;
      out_.warn("same-recording", {files_.name + "/pack.json", 0, 0, ""},
                fmt::format("two sentences are recorded as \"{}\".", text.id),
                "Give the item, the activity or the part another id.");
    }
    return ids;
  }

  void read_paths(Reader& in) {
    const auto paths = in.object("paths", "Write {\"A\": [\"lesson-id\", \"quiz-id\"], …}.");
    if (!paths) return;
    places_.all_paths = paths->place();
    Reader each(*paths, "the paths", in.context());
    for (const auto band : kBands) {
      const auto* name = band_letter(band);
      const auto node = each.raw(name);
      if (!node) continue;
      places_.paths.emplace(name, node->place());
      for (const auto& id : each.words(name, 1, 30)) add_step(band, id, each);
    }
    each.finish();
  }

  void add_step(AgeBand band, const std::string& id, Reader& in) {
    if (broken_.count(id) > 0) return;
    std::vector<std::string> known;
    for (std::size_t i = 0; i < pack_.activities.size(); ++i) {
      known.push_back(pack_.activities[i]->id.str());
      if (known.back() != id) continue;
      pack_.paths[band_index(band)].push_back(i);
      const auto& step = *pack_.activities[i];
      pack_.content.paths[band_index(band)].push_back({step.id, step.title, step.picture});
      return;
    }
    in.complain(band_letter(band), "unknown-activity",
                fmt::format("there is no activity \"{}\".", id),
                did_you_mean(id, known, "Add it under \"activities\"."));
  }

  const PackFiles& files_;
  Diagnostics& out_;
  PackWatcher watcher_;
  Pack pack_;
  PackPlaces places_;
  std::set<std::string> broken_;  ///< activities of a type that nobody knows
};

}  // namespace

std::optional<Pack> read_pack(const PackFiles& files, const Surroundings& around, Diagnostics& out,
                              AskedKeys* asked) {
  return PackReader(files, around, out).read(asked);
}

}  // namespace nest
