#include "apps/kiosk/play.h"

#include <fmt/format.h>

#include <cstdio>
#include <memory>

#include "apps/kiosk/counting.h"
#include "apps/kiosk/say.h"
#include "apps/kiosk/world.h"
#include "core/shell/script.h"
#include "stage/offscreen.h"
#include "store/files.h"

namespace nest::app {
namespace {

constexpr std::size_t kScriptBytes = 1UL << 20U;

std::vector<script::Step> read_script(const Options& options, Diagnostics& faults) {
  const auto text = store::read_file(*options.play, kScriptBytes);
  if (!text) throw std::runtime_error(options.play->string() + " cannot be read.");
  return parse_script(options.play->string(), *text, faults);
}

void make_folder(const std::filesystem::path& folder) {
  std::error_code failed;
  std::filesystem::create_directories(folder, failed);
  if (!failed) return;
  throw std::runtime_error(
      fmt::format("The folder {} cannot be made: {}.", folder.string(), failed.message()));
}

/// Counts only where a data folder was named: a script is no child.
std::unique_ptr<store::SqliteTally> tally_of(const Options& options) {
  if (!options.data) return nullptr;
  return open_counters(*options.data, Random(seed_of(options)), [] { return Instant{}; });
}

/// Counts as the kiosk does. With `acknowledge` whoever reads standard output knows at every moment
/// how many answers were sent and how many are durable.
class Counting {
 public:
  explicit Counting(const Options& options)
      : tally_(tally_of(options)), acknowledge_(options.acknowledge) {
    if (tally_) counter_.emplace(*tally_);
  }

  void take(const std::vector<UsageEvent>& events) {
    if (!tally_) return;
    for (const auto& event : events) {
      const bool answer = std::holds_alternative<ItemAnswered>(event);
      answers_ += answer ? 1 : 0;
      if (answer && acknowledge_) tell("sending");
      counter_->count(event);
      if (answer && acknowledge_ && tally_->settle()) tell("durable");
    }
  }
  /// True if everything is durable; why not has been said.
  bool finish() { return !tally_ || tally_->settle(); }

 private:
  void tell(const char* what) const {
    fmt::print("{} {}\n", what, answers_);
    std::fflush(stdout);
  }
  std::unique_ptr<store::SqliteTally> tally_;
  std::optional<Counter> counter_;
  bool acknowledge_;
  int answers_ = 0;
};

}  // namespace

int play(const Options& options) {
  Diagnostics faults;
  const auto steps = read_script(options, faults);
  say(faults);
  if (faults.has_errors()) return 2;
  World world(options);
  const stage::PxSize size{options.width, options.height};
  const float scale = stage::Viewport(size).scale();
  auto setup = options.setup;
  setup.seed = options.seed.value_or(1);  // a script runs the same every time
  Kiosk kiosk(setup, world.catalogs, world.fonts, metrics(options.diagonal, size.w, size.h, scale));
  if (options.lang) kiosk.choose_language(*options.lang, Instant{});
  Diagnostics rig_faults;
  kiosk.set_rigs(world.assets.rigs(rig_faults));
  auto library = world.load_packs(options);
  say(library.faults);
  const auto code = World::trouble_code(library);
  kiosk.set_packs(std::move(library.packs), code, Instant{});

  Counting counting(options);
  stage::Offscreen offscreen(size, world.assets, world.fonts);
  if (options.shots) make_folder(*options.shots);
  ScriptHooks hooks;
  hooks.shot = [&](const std::string& name, const Frame& frame) {
    if (!options.shots || !store::is_plain_name(name)) return;
    stage::save_png(offscreen.render(frame), (*options.shots / (name + ".png")).string());
  };
  hooks.outbox = [&](Outbox&& out) { counting.take(out.usage); };
  ScriptRunner runner(kiosk, hooks);
  const bool held = runner.run(options.play->string(), steps, faults, options.targets);
  fmt::print("{}", runner.transcript());
  std::fflush(stdout);
  const bool counted = counting.finish();
  say(faults);
  if (std::ferror(stdout) != 0) throw std::runtime_error("The transcript cannot be written.");
  if (!counted) return 2;
  return held ? 0 : 1;
}

}  // namespace nest::app
