#pragma once
// The whole kiosk without a screen: which state it is in, what a touch does to it, what it looks
// like, when it next has something to do. It is told the time, the fingers, the packs and the
// lengths of sentences; frames, cues and usage events come out.
// Not here: windows, sound, files, threads (stage, store), looks of the single screens (screens).
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <variant>
#include <vector>

#include "core/adult/adult_area.h"
#include "core/packs/pack.h"
#include "core/scene/narrator.h"
#include "core/scene/performer.h"
#include "core/shell/corner_hold.h"
#include "core/workshop/workshop.h"

namespace nest {

struct KioskSetup {
  std::vector<Lang> languages{Lang("pl"), Lang("lt")};  ///< the first one stands first
  std::optional<AgeBand> age;   ///< given by the adult; then nobody is asked
  bool calm = false;            ///< fades only
  bool bigger_letters = false;  ///< a quarter larger than the figures ask
  Reach reach;                  ///< mirrored, controls low
  bool show_pending = false;    ///< items that await review, if the adult allows them
  std::uint64_t seed = 0;
  Millis idle{30000};  ///< without touch → "Are you still there?"
  Millis countdown{15000};
  Millis workshop_idle{90000};  ///< the same while a workshop is open
  Millis farewell{8000};        ///< stays after its last word or touch
};

/// The states of the kiosk; they exclude each other.
struct Attract {};
struct AgeChoice {};
struct Menu {};
/// A topic's path: its activities as cards, one after the other.
struct PathMap {
  std::size_t pack = 0;
};
struct Playing {
  std::size_t pack = 0;
  std::optional<std::size_t> step;  ///< among the pack's activities; none: a workshop's round
  ActivityId id;
  std::unique_ptr<Activity> activity;
  Ticket ticket{};  ///< of a workshop's round
};
/// What a workshop does with answers, in one sentence, before the first question.
struct Notice {};
/// Which picture card the child holds: first its animal, then its badge.
struct CardChoice {
  std::optional<Animal> animal;
  std::optional<Card> doubted;  ///< it cannot be joined: is it really this child's?
};
struct Farewell {};
/// Nothing to play: a friendly picture, and a code for staff.
struct Trouble {
  std::string code;
};
using KioskState =
    std::variant<Attract, AgeChoice, Menu, PathMap, Playing, Notice, CardChoice, Farewell, Trouble>;

/// As many children as can see their seats' badges and reach the screen.
inline constexpr std::size_t kMostSeats = 4;

/// What is known of the child in front of the screen; forgotten at the visit's end.
struct Visit {
  AgeBand age = AgeBand::a;
  std::size_t stars = 0;
  std::size_t seats = 1;                               ///< children who take turns
  std::set<std::pair<std::size_t, std::size_t>> done;  ///< pack, activity
};

class Kiosk {
 public:
  Kiosk(KioskSetup setup, const std::map<Lang, Catalog>& catalogs, const TextMeasure& measure,
        ScreenMetrics screen);

  void set_rigs(std::map<std::string, Rig, std::less<>> rigs) { rigs_ = std::move(rigs); }
  void set_screen(const ScreenMetrics& screen);
  /// As the layout sees it: with the letters that the setup asks for.
  const ScreenMetrics& screen() const { return screen_; }
  /// Packs that may be played; none that offers anything: a picture for the children and `code` for
  /// staff.
  void set_packs(std::vector<Pack> packs, const std::string& code, Instant now);

  /// The pack's files are gone. Whoever is in it is thanked and gets the stars; it is offered no
  /// more.
  void lose_pack(const PackId& id, Instant now);

  void touch(const Finger& finger, Instant now);
  void advance(Instant now);
  std::optional<Instant> next_due() const;
  /// The frame at `now`; it is what fingers are tested against until the next one.
  const Frame& frame(Instant now);
  /// The frame made last.
  const Frame& current() const { return frame_; }
  Outbox take_outbox();
  void learn(const Utterance& utterance, Spoken spoken) {
    voices_.learn(utterance, std::move(spoken));
  }
  /// Chooses a language without a finger, for scripts and options.
  void choose_language(const Lang& lang, Instant now);
  /// Ends the visit, for instance because the kiosk is closed.
  void end_visit(VisitEnd how, Instant now);

  /// What the adult changed, and with it which steps can be played: whoever plays one goes on.
  /// Languages that are gone end the visit that speaks them.
  void change_setup(KioskSetup setup, Instant now);
  /// Opened by a hold in the lower left corner, else never. Outlives the kiosk.
  void set_adult(AdultArea& adult);
  bool adult_is_here() const { return adult_ != nullptr && adult_->is_open(); }
  /// What the adult asked for and the kiosk cannot do itself.
  std::vector<AdultCommand> take_commands() { return std::exchange(commands_, {}); }

  /// From now on children meet this workshop: its age band, its topic, its rounds. One that is open
  /// is closed first. `vault` outlives the kiosk.
  void start_workshop(RunInfo run, const PackId& topic, Vault& vault, Instant now);
  void next_stage(Instant now);
  void close_workshop(Instant now);
  /// nullptr if there is none.
  const Workshop* workshop() const { return workshop_.get(); }
  /// Every child waits before a calm picture until this is taken back.
  void pause_all(bool on, Instant now);
  bool paused() const { return paused_; }
  /// What follows is not counted until this is taken back.
  void do_not_count(bool on);
  bool counts() const { return counts_; }

 private:
  friend struct Screens;
  Show show() const;
  /// As drawn at `now`: what was touched is still looked at.
  Show shown(Instant now) const;
  const Pack& pack(std::size_t index) const { return packs_[index]; }
  /// What the child of this visit may play of it, one after the other.
  const std::vector<std::size_t>& path(std::size_t index) const {
    return paths_[index][static_cast<std::size_t>(visit_->age)];
  }
  bool offers(AgeBand age) const;
  bool fits(const ActivitySpec& spec, AgeBand age) const;
  std::vector<std::size_t> offered() const;  ///< packs with a path for this age
  void choose_steps();
  bool anything() const;
  bool can_go_on(std::size_t lost) const;
  void leave_if_empty(Instant now);
  void call_staff(Instant now);

  void tap(const std::string& target, Instant now);
  void tap_language(const Lang& lang, Instant now);
  void tap_home(Instant now);
  void start_visit(Instant now);
  void choose_age(AgeBand age, Instant now);
  void open_pack(std::size_t index, Instant now);
  void play(std::size_t pack, std::size_t step, Instant now);
  std::optional<std::size_t> topic() const;
  bool begin_topic(Instant now);
  void begin_round(Instant now);
  void choose_animal(std::size_t index, Instant now);
  void choose_badge(std::size_t index, Instant now);
  void play_round(std::optional<Card> card, Instant now);
  bool tap_workshop(std::string_view target, Instant now);
  void hold_still(Instant now);
  void go_on(Instant now);
  bool held_still() const { return paused_ || adult_is_here(); }
  void touch_adult(const Finger& finger, Instant now);
  void tap_adult(const std::string& target, Instant now);
  void advance_adult(Instant now);
  void obey(AdultCommand command, Instant now);
  std::vector<UsageEvent> counted(std::vector<UsageEvent> events) const;
  void change_seats(Instant now);
  void leave_activity(Instant now);
  void activity_ended(Instant now);
  void round_ended(Playing& playing, Instant now);
  void go(KioskState state, Instant now);
  void speak(Instant now);
  std::vector<Line> spoken_lines() const;
  void advance_at(Instant now);
  void advance_idle(Instant now);
  void stay(Instant now);
  Millis idle() const { return workshop_ ? setup_.workshop_idle : setup_.idle; }
  bool narrating() const;
  ActivityRef ref(const Playing& playing) const;

  KioskSetup setup_;
  const std::map<Lang, Catalog>& catalogs_;
  const TextMeasure& measure_;
  ScreenMetrics screen_;
  std::map<std::string, Rig, std::less<>> rigs_;
  std::vector<Pack> packs_;   ///< as they were read; one without ages is lost
  std::vector<Paths> paths_;  ///< what of them can be played now
  std::string code_;          ///< for staff, when there is nothing to play
  VoiceBook voices_;
  Random luck_;

  Lang lang_;
  KioskState state_ = Attract{};
  std::optional<Visit> visit_;
  std::unique_ptr<Workshop> workshop_;
  bool paused_ = false, counts_ = true;
  bool together_ = false;  ///< several children answer; outlives the visit until the next one
  AdultArea* adult_ = nullptr;
  CornerHold corner_;
  std::vector<AdultCommand> commands_;
  std::optional<Instant> asking_since_;  ///< "Are you still there?"
  Instant touched_{};                    ///< last touch, or last moment of a narration
  bool stale_ = true;                    ///< the frame made last may show what is over
  Narrator narrator_;
  Performer mila_;
  TouchGate gate_;
  /// Where a finger was last, and until when characters still look there: a child's tap is over
  /// before it could be seen that somebody noticed it.
  struct Glance {
    Point at;
    Instant until;
  };
  std::optional<Glance> glance_;
  Frame frame_;
  Outbox out_;
};

}  // namespace nest
