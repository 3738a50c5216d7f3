#include "apps/kiosk/counting.h"

#include "apps/kiosk/say.h"

namespace nest::app {
namespace {

void tell(const std::vector<std::string>& sentences) {
  for (const auto& sentence : sentences) say(sentence);
}

}  // namespace

std::unique_ptr<store::SqliteTally> open_counters(std::filesystem::path folder, Random luck,
                                                  std::function<Instant()> clock) {
  store::TallyOptions options{std::move(folder), luck, std::move(clock)};
  options.changed = [before = TallyState{}](const TallyState& state, bool closed) mutable {
    tell(news(before, state));
    if (closed) tell(last_news(state));
    before = state;
  };
  return std::make_unique<store::SqliteTally>(std::move(options));
}

}  // namespace nest::app
