#include "apps/kiosk/office.h"

#include <fmt/format.h>
#include <spawn.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <system_error>

#include "apps/kiosk/calendar.h"
#include "apps/kiosk/say.h"
#include "core/base/overloaded.h"
#include "core/base/wording.h"
#include "store/adult_files.h"
#include "store/last_stop.h"
#include "store/undated_file.h"

namespace nest::app {
namespace {

std::map<Lang, Catalog> adult_texts(const World& world) {
  Diagnostics faults;
  auto texts = world.assets.adult_texts(faults);
  say(faults);
  if (texts.empty())
    throw std::runtime_error("The adult area has no texts; install the kiosk again.");
  return texts;
}

Settings settings_in(const std::filesystem::path& folder) {
  Diagnostics faults;
  auto settings = store::load_settings(folder, faults);
  say(faults);
  return settings;
}

std::vector<Venue> venues_in(const World& world, const std::filesystem::path& folder) {
  Diagnostics faults;
  auto venues = store::load_venues(world.assets.folder().parent_path(), folder, faults);
  say(faults);
  return venues;
}

std::vector<std::pair<Lang, const Catalog*>> buttons_of(const std::map<Lang, Catalog>& texts,
                                                        const std::vector<Lang>& first) {
  std::vector<std::pair<Lang, const Catalog*>> out;
  const auto add = [&](const Lang& lang) {
    const auto found = texts.find(lang);
    const bool there =
        std::any_of(out.begin(), out.end(), [&](const auto& each) { return each.first == lang; });
    if (found != texts.end() && !there) out.emplace_back(lang, &found->second);
  };
  for (const auto& lang : first) add(lang);
  for (const auto& [lang, words] : texts) add(lang);
  return out;
}

std::vector<Lang> known(const World& world) {
  std::vector<Lang> out;
  for (const auto& [lang, words] : world.catalogs) out.push_back(lang);
  return out;
}

std::optional<WallTime> plausible_time() {
  const auto now = wall_time();
  return plausible(now.day) ? std::optional(now) : std::nullopt;
}

Undated undated_in(const std::filesystem::path& folder) {
  Diagnostics faults;
  auto undated = store::read_undated(folder, faults);
  say(faults);
  return undated;
}

LastStop last_stop_in(const std::filesystem::path& folder) {
  Diagnostics faults;
  auto stop = store::read_last_stop(folder, faults);
  say(faults);
  return stop;
}

/// A disk that refuses is told, and the kiosk goes on.
void keep(const char* what, const std::function<void()>& write) {
  try {
    write();
  } catch (const std::system_error& error) {
    say(fmt::format("{} cannot be kept: {}", what, error.what()));
  }
}

/// Then the folder belongs to that one, and so does what is noted in it.
bool other_kiosk(const TallyState& tally) {
  const auto* not_now = std::get_if<NotCounting>(&tally.now);
  return not_now != nullptr && not_now->reason == NotCountingReason::other_kiosk;
}

/// Asks the system to go down; it first ends this program in its own way.
void power_off() {
  std::array<const char*, 3> words{"systemctl", "poweroff", nullptr};
  pid_t child = 0;
  // POSIX keeps its type from before const; it only reads.
  const int fault =  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-const-cast)
      ::posix_spawnp(&child, words[0], nullptr, nullptr, const_cast<char**>(words.data()), environ);
  if (fault != 0) say("the machine cannot be switched off from here; use its own switch.");
}

}  // namespace

PackFact fact_of(const Pack& pack) {
  PackFact fact;
  fact.id = pack.id();
  fact.title = pack.title;
  fact.picture = pack.content.media(pack.picture);
  fact.version = pack.version;
  fact.questions = pack.content.items.size();
  bool a = false;
  bool b = false;
  for (const auto& item : pack.content.items) {
    fact.pending += item.pending ? 1U : 0U;
    a = a || item.form == Form::a;
    b = b || item.form == Form::b;
  }
  fact.has_forms = a && b;
  return fact;
}

Office::Office(const World& world, std::filesystem::path folder, Hooks hooks, Random luck,
               Instant now)
    : folder_(std::move(folder)),
      hooks_(std::move(hooks)),
      luck_(luck),
      texts_(adult_texts(world)),
      settings_(settings_in(folder_)),
      last_stop_(last_stop_in(folder_)),
      undated_(undated_in(folder_)),
      venues_(venues_in(world, folder_)),
      languages_(known(world)),
      code_(folder_, hooks_.bell),
      area_(buttons_of(texts_, settings_.languages), world.fonts, code_, Random(luck_.next()), now),
      records_(world.assets.folder().parent_path(), folder_, hooks_.bell) {
  area_.set_settings(settings_);
}

KioskSetup Office::setup(const Options& options) const {
  KioskSetup setup = options.setup;
  if (!options.languages_given) setup.languages = settings_.languages;
  setup.calm = setup.calm || settings_.calm;
  setup.bigger_letters = setup.bigger_letters || settings_.bigger_letters;
  setup.reach.mirrored = setup.reach.mirrored || settings_.mirrored;
  setup.reach.controls_low = setup.reach.controls_low || settings_.controls_low;
  setup.show_pending = setup.show_pending || settings_.show_pending;
  return setup;
}

std::optional<RunningWorkshop> Office::running(const Kiosk& kiosk) const {
  const auto* workshop = kiosk.workshop();
  if (workshop == nullptr || !plan_) return std::nullopt;
  RunningWorkshop out;
  out.plan = *plan_;
  out.stage = workshop->stage();
  out.finished = workshop->finished();
  out.left = workshop->left();
  out.unpaired = workshop->unpaired();
  out.paused = kiosk.paused();
  out.counted = kiosk.counts();
  out.ends = ends_;
  return out;
}

void Office::tell(const Kiosk& kiosk, const TallyState& tally, std::vector<PackFact> packs,
                  std::uint64_t dropped_frames) {
  AdultFacts facts;
  facts.today = today();
  facts.clock_plausible = plausible(facts.today);
  facts.languages = languages_;
  facts.packs = std::move(packs);
  facts.running = running(kiosk);
  facts.tally = tally;
  facts.earlier = records_.earlier();
  facts.stick = records_.stick();
  facts.places = records_.places();
  if (auto venues = records_.take_venues()) venues_ = std::move(*venues);
  facts.venues = venues_;
  facts.test.free_megabytes = records_.free_megabytes();
  facts.test.last_stop = other_kiosk(tally) ? StopUnknown{} : last_stop_;
  facts.test.dropped_frames = dropped_frames;
  area_.set_facts(std::move(facts));
}

void Office::forget_old(store::SqliteTally& tally) {
  if (!records_.take()) return;
  const auto day = today();
  if (!plausible(day)) return;  // such a clock must not delete anything
  if (auto now = undated(records_.earlier(), undated_, day); now != undated_) {
    undated_ = std::move(now);
    clerk_.give([folder = folder_, kept = undated_] {
      keep("since when workshops are known", [&] { store::keep_undated(folder, kept); });
    });
  }
  for (const auto& id : outlived(records_.earlier(), undated_, day, settings_.retention_months)) {
    tally.take(DropRun{id});
  }
}

void Office::started() {
  clerk_.give([folder = folder_] {
    keep("how the kiosk stops", [&] { store::note_start(folder, plausible_time()); });
  });
}

void Office::ended(const TallyState& tally) {
  clerk_.finish();
  if (other_kiosk(tally)) return;
  keep("how the kiosk stops", [&] { store::note_end(folder_, plausible_time()); });
}

void Office::close(store::SqliteTally& tally) {
  records_.read(tally);
  records_.wait();
  forget_old(tally);
}

void Office::carry_out(const std::vector<AdultCommand>& commands, Kiosk& kiosk,
                       store::SqliteTally& tally, Instant now) {
  if (std::exchange(was_open_, area_.is_open()) != area_.is_open()) {
    records_.read(tally);
    records_.watch(was_open_);
    if (was_open_) records_.adult_came();
  }
  forget_old(tally);
  for (const auto& command : commands) {
    std::visit(Overloaded{[&](const StartWorkshop& order) { start(order, kiosk, now); },
                          [&](const CloseWorkshop&) { plan_.reset(); },
                          [&](const DeleteWorkshop& order) {
                            tally.take(DropRun{order.id});
                            records_.read(tally);
                          },
                          [&](const Export&) { records_.write_out(tally, today()); },
                          [&](const AddPlaces&) { records_.add_places(); },
                          [&](const ChangeSettings& order) { change(order.settings); },
                          [&](const TestSound&) { hooks_.test_sound(); },
                          [&](const Quit&) { hooks_.quit(); },
                          [&](const PowerOff&) {
                            power_off();
                            hooks_.quit();
                          },
                          [](const auto&) {}},
               command);
  }
}

void Office::start(const StartWorkshop& order, Kiosk& kiosk, Instant now) {
  plan_ = order.plan;
  ends_ = order.plan.minutes > 0 ? std::optional(now + Millis(60'000L * order.plan.minutes))
                                 : std::nullopt;
  RunInfo run{fmt::format("{:016x}", luck_.next()),
              std::string(run_word(plan_->mode)),
              plan_->day,
              plan_->venue.str(),
              band_letter(plan_->ages),
              plan_->group_size,
              plan_->room};
  kiosk.start_workshop(std::move(run), plan_->topic, vault_, now);
  auto settings = settings_;
  settings.usual = order.plan;
  settings.usual.day.reset();
  settings.usual.room.clear();
  change(settings);
}

void Office::change(const Settings& settings) {
  settings_ = settings;
  area_.set_settings(settings_);
  hooks_.settings(settings_);
  clerk_.give([folder = folder_, settings] {
    keep("the settings", [&] { store::save_settings(folder, settings); });
  });
}

}  // namespace nest::app
