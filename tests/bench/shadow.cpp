#include "bench/shadow.h"

#include <stdexcept>

#include "stage/viewport.h"

namespace nest::bench {
namespace {

KioskSetup setup_of(const app::Options& options) {
  auto setup = options.setup;
  setup.seed = *options.seed;
  return setup;
}

}  // namespace

Shadow::Shadow(const app::Options& options, int width, int height)
    : world_(options),
      scale_(stage::Viewport(stage::PxSize{width, height}).scale()),
      kiosk_(setup_of(options), world_.catalogs, world_.fonts,
             app::metrics(options.diagonal, width, height, scale_)),
      runner_(kiosk_, {}) {
  Diagnostics faults;
  kiosk_.set_rigs(world_.assets.rigs(faults));
  kiosk_.set_packs(world_.load_packs(options).packs, "bench", Instant{});
  run("wait 1s");
}

void Shadow::run(const std::string& line) {
  Diagnostics faults;
  const auto steps = parse_script("bench", line, faults);
  if (!runner_.run("bench", steps, faults, true)) {
    throw std::runtime_error(to_text(faults.list().front()));
  }
}

std::vector<std::string> Shadow::targets(const std::string& prefix) const {
  std::vector<std::string> out;
  for (const auto& target : kiosk_.current().targets) {
    if (target.id.rfind(prefix, 0) == 0) out.push_back(target.id);
  }
  return out;
}

bool Shadow::has(const std::string& target) const {
  const auto all = targets(target);
  return !all.empty() && all.front() == target;
}

Point Shadow::place(const std::string& target) const {
  for (const auto& t : kiosk_.current().targets) {
    if (t.id == target) return t.box.centre() * scale_;
  }
  throw std::runtime_error("no target " + target);
}

}  // namespace nest::bench
