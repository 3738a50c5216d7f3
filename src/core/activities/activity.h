#pragma once
// The contract of everything a child can do: a lesson, a quiz, later sorting and pairs. State
// changes only in tap and advance; draw only reads; effects leave only through the outbox.
// A new type is one folder beside this file and one row in registry.cpp.
#include <array>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/age.h"
#include "core/base/random.h"
#include "core/base/time.h"
#include "core/i18n/catalog.h"
#include "core/items/item.h"
#include "core/scene/cue.h"
#include "core/scene/phrase.h"
#include "core/scene/rig.h"
#include "core/usage/event.h"
#include "core/view/card_face.h"
#include "core/view/layout.h"
#include "core/view/widgets.h"

namespace nest {

/// What leaves an activity or the shell: things to count and things to be heard.
struct Outbox {
  std::vector<UsageEvent> usage;
  Cues cues;
  std::vector<std::string> taps;  ///< targets that were touched, for --record
  void count(UsageEvent event) { usage.push_back(std::move(event)); }
};

/// How the place asks the screens to lie: see Places.
struct Reach {
  bool mirrored = false;  ///< for left hands: what lies left lies right, pictures stay as they are
  bool controls_low = false;  ///< on a wall: the buttons of the top row lie at the bottom
};

/// What a screen may know of the world while it acts or draws.
struct Show {
  Lang lang;
  AgeBand age = AgeBand::a;
  const Catalog* texts = nullptr;
  const TextMeasure* measure = nullptr;
  ScreenMetrics screen;
  const VoiceBook* voices = nullptr;
  const std::map<std::string, Rig, std::less<>>* rigs = nullptr;
  bool calm = false;
  Touch touch;
  Reach reach;
  std::size_t seats = 1;            ///< children who take turns on this screen
  std::span<const Lang> languages;  ///< that stand at the rim to be chosen

  const Rig* rig(std::string_view name) const;
  /// The youngest cannot read: their pictures stay large, and words that leave no room are only
  /// spoken. `usual` is an em in canvas units.
  CardLettering card_lettering(float usual) const;
  /// A sentence of the interface.
  Utterance phrase(std::string_view key) const { return nest::phrase(*texts, key); }
};

/// One step of a path as a child sees it.
struct PathStep {
  ActivityId activity;
  Localized title;
  std::string picture;  ///< as the pack names it
};

/// Under which the recording of an activity's title lies.
inline std::string title_id(const ActivityId& activity) {
  return activity.str() + ".title";
}

/// The part of a pack that its activities live on. Outlives them.
struct PackContent {
  PackId id;
  std::vector<Lang> languages;
  std::vector<Item> items;
  std::set<std::string> recordings;            ///< "media/voice/pl/soap-story.ogg"
  std::array<std::vector<PathStep>, 3> paths;  ///< by age band
  bool show_pending = false;                   ///< the adult allows items that await review

  const std::vector<PathStep>& steps(AgeBand age) const {
    return paths[static_cast<std::size_t>(age)];
  }
  const Item* item(const ItemId& wanted) const;
  /// Items a child of that band may meet, in the order of the pack.
  std::vector<const Item*> pool(Form form, AgeBand age) const;
  /// The media key of a picture or sound that the pack names: "library:x" or "hands:media/x.png".
  std::string media(const std::string& named) const;
  /// A sentence with its recording, if the pack has media/voice/<lang>/<id>.ogg (.wav, .opus).
  Utterance utterance(const Lang& lang, const std::string& text, const std::string& id) const;
};

/// A text that is heard.
struct SpokenText {
  std::string id;  ///< under which its recording lies: "soap-story.looks-clean.2"
  const Localized* text = nullptr;
  std::string by = "mila";  ///< the character who says it; empty: a teller who is not seen
};

/// One run of an activity by one visit.
class Activity {
 public:
  virtual ~Activity() = default;
  virtual void enter(const Show& show, Instant now, Outbox& out) = 0;
  virtual void tap(std::string_view target, const Show& show, Instant now, Outbox& out) = 0;
  /// Does everything that is due up to `now`, each thing at its own time.
  virtual void advance(const Show& show, Instant now, Outbox& out) = 0;
  /// When there is next something to do; the loop sleeps until then.
  virtual std::optional<Instant> next_due() const = 0;
  virtual void draw(Frame& frame, const Show& show, Instant now) const = 0;
  /// The language has changed in the middle: say again what was being said.
  virtual void language_changed(const Show& show, Instant now, Outbox& out) = 0;
  virtual bool finished() const = 0;
  virtual bool narrating() const = 0;
  /// Finished questions, for the farewell.
  virtual std::size_t stars() const { return 0; }
  /// Turns that are over, where children take turns: questions answered, things placed.
  virtual std::size_t turns() const { return 0; }
  /// A hint was asked for or a solution shown; counted once when the activity is completed.
  virtual bool helped() const { return false; }
};

/// What a pack says of an activity.
class ActivitySpec {
 public:
  virtual ~ActivitySpec() = default;
  virtual std::unique_ptr<Activity> start(const PackContent& pack, AgeBand age,
                                          Random luck) const = 0;
  /// Whether there is anything for this band (a quiz needs items).
  virtual bool offers(const PackContent& pack, AgeBand age) const = 0;
  /// Items it names, with the place, so that the pack's rules can look them up.
  virtual std::vector<std::pair<ItemId, Place>> items() const = 0;
  /// Whether its targets find room on that screen, for that age and language; small displays leave
  /// out what does not.
  virtual bool fits(const Show&) const { return true; }
  /// Why it is not for this band, as a sentence for its author; empty if it is.
  virtual std::string unfit(AgeBand) const { return {}; }
  /// What it says besides its title and its items.
  virtual std::vector<SpokenText> sentences() const = 0;
  /// What shows only in the complete pack, for a band that meets it on its path.
  virtual void judge(const PackContent&, AgeBand, Diagnostics&) const {}
  /// Whether it goes on by itself, sentence by sentence, where a game waits for its child.
  virtual bool tells() const { return false; }
  /// Whether a path is over when this has been played, also if other steps have not.
  virtual bool closes() const { return false; }

  ActivityId id;
  std::string type;
  Localized title;
  std::string picture;
  Place place;
};

}  // namespace nest
