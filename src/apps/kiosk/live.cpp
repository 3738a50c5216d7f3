#include "apps/kiosk/live.h"

#include <chrono>
#include <future>
#include <memory>

#include "apps/kiosk/counting.h"
#include "apps/kiosk/office.h"
#include "apps/kiosk/recorder.h"
#include "apps/kiosk/say.h"
#include "apps/kiosk/world.h"
#include "core/base/overloaded.h"
#include "core/view/pace.h"
#include "stage/mixer.h"
#include "stage/painter.h"
#include "stage/sprites.h"
#include "stage/touch.h"
#include "stage/window.h"

namespace nest::app {
namespace {

class Live {
 public:
  explicit Live(const Options& options);
  int run();

 private:
  Instant now() const {
    return Instant(std::chrono::duration_cast<Millis>(std::chrono::steady_clock::now() - start_));
  }
  std::optional<Millis> patience(const Frame& frame) const;
  void take(const stage::Input& input);
  void resized();
  void show();
  void deliver(Outbox&& out);
  void hear(const Cues& cues);
  void open_the_rest();
  void take_library();
  void lose_packs();
  void settle(const Settings& changed);
  void serve_adult();
  void close_counters();
  void listen();
  ScreenMetrics screen() const;

  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
  Options options_;
  std::filesystem::path data_;
  std::uint64_t seed_;
  World world_;
  stage::Window window_;
  stage::Bell bell_;
  stage::Inbox inbox_;
  stage::Images images_;
  stage::Sprites sprites_;
  stage::Painter painter_;
  std::unique_ptr<store::SqliteTally> tally_;
  Office office_;
  Kiosk kiosk_;
  std::vector<PackFact> pack_facts_;
  std::optional<Recorder> recorder_;
  std::optional<Counter> counter_;
  std::unique_ptr<stage::Mixer> mixer_;
  Pace pace_;
  std::future<store::Library> library_;
  bool blank_ = false;  ///< a picture could not be read since the last look
  bool running_ = true;
};

stage::WindowOptions window_options(const Options& options) {
  stage::WindowOptions window;
  window.size = {options.width, options.height};
  window.fullscreen = options.fullscreen;
  if (options.renderer == "surface") window.renderer = stage::RendererChoice::surface;
  if (options.renderer == "gpu") window.renderer = stage::RendererChoice::gpu;
  return window;
}

KioskSetup setup_of(const Office& office, const Options& options, std::uint64_t seed) {
  auto setup = office.setup(options);
  setup.seed = seed;
  return setup;
}

/// Ids of runs, and the order of an adult's keys, are random in earnest, never repeatable.
Random earnest_luck(Options options) {
  options.seed.reset();
  return Random(seed_of(options));
}

Live::Live(const Options& options)
    : options_(options),
      data_(data_folder(options_)),
      seed_(seed_of(options)),
      world_(options_),
      window_(window_options(options_)),
      inbox_(bell_),
      images_(world_.assets, [this] { bell_.ring(); }),
      sprites_(images_, world_.fonts,
               [this](const std::string& note) {
                 say(note);
                 blank_ = true;
               }),
      painter_(window_.canvas(), sprites_, images_),
      office_(world_, data_,
              {[this] { bell_.ring(); }, [this](const Settings& changed) { settle(changed); },
               [this] {
                 if (mixer_) mixer_->play("library:drop");
               },
               [this] { running_ = false; }},
              earnest_luck(options_), now()),
      kiosk_(setup_of(office_, options_, seed_), world_.catalogs, world_.fonts, screen()) {
  kiosk_.set_adult(office_.area());
  Diagnostics faults;
  kiosk_.set_rigs(world_.assets.rigs(faults));
  say(faults);
  if (options_.lang) kiosk_.choose_language(*options_.lang, now());
  if (options_.record) recorder_.emplace(options_, seed_);
}

ScreenMetrics Live::screen() const {
  const auto display = window_.display();
  const float diagonal = options_.diagonal_given ? options_.diagonal : office_.settings().diagonal;
  return metrics(diagonal, display.w, display.h, painter_.viewport().scale());
}

/// What the first frame does not need: packs, counters, sound.
void Live::open_the_rest() {
  library_ = std::async(std::launch::async, [this] {
    auto library = world_.load_packs(options_);
    bell_.ring();
    return library;
  });
  tally_ = open_counters(data_, earnest_luck(options_), [this] { return now(); });
  counter_.emplace(*tally_);
  office_.started();
  Diagnostics faults;
  auto pronunciations = world_.assets.pronunciations(faults);
  say(faults);
  const float loudness = volume_db(office_.settings().volume);
  mixer_ = std::make_unique<stage::Mixer>(
      world_.assets, std::move(pronunciations),
      stage::Mixer::Hooks{[this] { bell_.ring(); }, [](const std::string& note) { say(note); }});
  mixer_->set_volume(loudness);
  pace_.rest();  // no frame could be made while all this opened
}

/// What an adult has changed shows at once.
void Live::settle(const Settings& changed) {
  kiosk_.set_screen(screen());
  kiosk_.change_setup(setup_of(office_, options_, seed_), now());
  if (mixer_) mixer_->set_volume(volume_db(changed.volume));
}

/// The adult area is told how things stand, and what it asks for is done.
void Live::serve_adult() {
  if (tally_) office_.carry_out(kiosk_.take_commands(), kiosk_, *tally_, now());
  if (kiosk_.adult_is_here()) {
    office_.tell(kiosk_, tally_ ? tally_->state() : TallyState{}, pack_facts_, pace_.dropped());
  }
}

void Live::take_library() {
  if (!library_.valid() ||
      library_.wait_for(std::chrono::seconds(0)) != std::future_status::ready) {
    return;
  }
  auto library = library_.get();
  say(library.faults);
  const auto code = World::trouble_code(library);
  for (const auto& pack : library.packs) pack_facts_.push_back(fact_of(pack));
  kiosk_.set_packs(std::move(library.packs), code, now());
}

/// A picture that cannot be read may mean that a drive was pulled out.
void Live::lose_packs() {
  if (!std::exchange(blank_, false)) return;
  for (const auto& id : world_.assets.drop_lost_packs()) {
    say("the files of the pack " + id +
        " are gone; is its drive plugged in? Start the kiosk again.");
    kiosk_.lose_pack(PackId(id), now());
  }
  deliver(kiosk_.take_outbox());
  show();
}

/// Lengths of sentences that became known.
void Live::listen() {
  if (!mixer_) return;
  for (auto& [utterance, spoken] : mixer_->learnt()) kiosk_.learn(utterance, std::move(spoken));
}

void Live::hear(const Cues& cues) {
  if (!mixer_) return;
  for (const auto& cue : cues) {
    std::visit(Overloaded{
                   [&](const Say& voice) { mixer_->say(voice.what); },
                   [&](const Prepare& ahead) { mixer_->prepare(ahead.what); },
                   [&](const Hush&) { mixer_->hush(); },
                   [&](const PlaySound& sound) { mixer_->play(sound.key); },
               },
               cue);
  }
}

void Live::resized() {
  window_.refresh();
  painter_.refresh();
  if (!window_.gone()) kiosk_.set_screen(screen());
}

void Live::take(const stage::Input& input) {
  std::visit(Overloaded{
                 [&](const stage::Touched& touched) { kiosk_.touch(touched.finger, now()); },
                 [&](const stage::Quit&) { running_ = false; },
                 [&](const stage::Resized&) { resized(); },
                 [&](const stage::Exposed&) { resized(); },
                 [&](const stage::SoundLost&) {
                   if (mixer_) mixer_->lost();
                 },
                 [&](const stage::Woken&) {
                   take_library();
                   listen();
                 },
             },
             input);
}

void Live::deliver(Outbox&& out) {
  if (recorder_) recorder_->taps(out.taps, now());
  hear(out.cues);
  for (const auto& event : out.usage) {
    if (counter_) counter_->count(event);
  }
}

void Live::show() {
  const auto made = now();
  const auto& frame = kiosk_.frame(made);
  if (window_.gone()) {
    pace_.rest();
  } else {
    pace_.made(made, frame.next);
    painter_.paint(frame);
  }
  if (recorder_) recorder_->screen(frame.screen);
}

/// How long the loop may sleep; nothing: until a touch or a worker wakes it.
std::optional<Millis> Live::patience(const Frame& frame) const {
  auto due = kiosk_.next_due();
  if (frame.next && !window_.gone()) due = due ? std::min(*due, *frame.next) : *frame.next;
  if (!due) return std::nullopt;
  return std::max(*due - now(), Millis(0));
}

/// The counters first: only then has the kiosk ended in order.
void Live::close_counters() {
  office_.close(*tally_);
  const auto state = tally_->state();
  counter_.reset();
  tally_.reset();
  office_.ended(state);
}

int Live::run() {
  // A kiosk that fills the screen and has no adult code yet is new: its wizard comes first.
  if (options_.fullscreen && office_.first_start()) office_.area().open(now());
  show();
  open_the_rest();
  while (running_) {
    const auto wait = patience(kiosk_.current());
    for (const auto& input : inbox_.wait(wait, painter_.viewport())) {
      kiosk_.advance(now());
      take(input);
    }
    kiosk_.advance(now());
    serve_adult();
    // Pixels first: on two cores a voice that is being made, or a disk, would take its turn before
    // the screen does.
    show();
    deliver(kiosk_.take_outbox());
    lose_packs();
  }
  kiosk_.end_visit(VisitEnd::home, now());
  kiosk_.close_workshop(now());
  deliver(kiosk_.take_outbox());
  close_counters();
  return 0;
}

}  // namespace

int live(const Options& options) {
  return Live(options).run();
}

}  // namespace nest::app
