#pragma once
// The contract of the adult area's screens: each is a class of its own behind a row in screens.cpp,
// as activities are. State changes only in tap and advance; draw only reads.
// Not here: who may come in and for how long (adult_area), how things look (form, parts).
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/adult/command.h"
#include "core/adult/delay.h"
#include "core/adult/facts.h"
#include "core/adult/secret.h"
#include "core/base/random.h"
#include "core/i18n/catalog.h"
#include "core/view/layout.h"
#include "core/view/widgets.h"

namespace nest {

/// The workshop that is being prepared.
struct Draft {
  WorkshopPlan plan;
  std::optional<bool> today;  ///< whether the day that the kiosk shows is right; none: not answered
};

/// What a screen may look at while it draws.
struct AdultView {
  const std::vector<std::pair<Lang, const Catalog*>>& languages;  ///< of the adult area
  Lang lang;
  const Catalog& texts;
  const TextMeasure& measure;
  ScreenMetrics screen;
  const Settings& settings;
  const AdultFacts& facts;
  const Draft& draft;
  const std::string& subject;  ///< id of the workshop that is looked at
  const CodeDelay& delay;
  CodeState code = CodeState::none;
  Touch touch;
  Instant now;

  std::string text(std::string_view key) const { return texts.text(key); }
  std::string text(std::string_view key,
                   const std::vector<std::pair<std::string, long>>& numbers) const {
    return texts.text(key, numbers);
  }
  /// With one number, which the message names "n".
  std::string counted(std::string_view key, std::uint64_t n) const {
    return text(key, {{"n", static_cast<long>(n)}});
  }
};

/// What a screen may do when it is touched.
struct AdultDesk {
  const AdultFacts& facts;
  Settings& settings;
  Draft& draft;
  std::string& subject;
  CodeKeeper& keeper;
  CodeDelay& delay;
  Random& luck;
  std::vector<AdultCommand>& out;
  Instant now;
  std::string next;  ///< the screen to go to; empty: stay

  void ask(AdultCommand command) { out.push_back(std::move(command)); }
  /// Tells the owner that `settings` were changed.
  void settings_changed() { ask(ChangeSettings{settings}); }
};

class AdultScreen {
 public:
  virtual ~AdultScreen() = default;
  virtual void enter(AdultDesk&) {}
  /// Appends to a frame that holds the empty sheet. Targets begin with "adult/".
  virtual void draw(Frame& frame, const AdultView& view) const = 0;
  /// `target` without "adult/".
  virtual void tap(std::string_view target, AdultDesk& desk) = 0;
  virtual void advance(AdultDesk&) {}
  virtual bool waits() const { return false; }  ///< for an answer of the keeper
};

/// Who may see a screen.
enum class Admits {
  adult,        ///< who has given the code
  first_start,  ///< also anybody, as long as no code is set
  anyone
};
/// A row of the table: a name, and the screen behind it.
struct AdultScreenRow {
  std::string_view name;
  std::unique_ptr<AdultScreen> (*make)();
  Admits admits = Admits::adult;
};
std::span<const AdultScreenRow> adult_screens();
/// nullptr if there is none of that name.
const AdultScreenRow* find_adult_screen(std::string_view name);

}  // namespace nest
