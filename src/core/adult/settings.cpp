#include "core/adult/settings.h"

#include <algorithm>

#include "core/base/language.h"
#include "core/base/reader.h"
#include "core/base/wording.h"

namespace nest {
namespace {

int setting(Reader& in, std::string_view key, int low, int high, int otherwise) {
  const auto of = [](int n) { return static_cast<std::size_t>(n); };
  return static_cast<int>(in.count(key, of(low), of(high), of(otherwise)));
}

/// One of the allowed words, or what it was.
template <class Words>
std::string word(Reader& in, std::string_view key, const Words& allowed, std::string otherwise) {
  return in.word_of(key, {allowed.begin(), allowed.end()}).value_or(std::move(otherwise));
}

std::vector<Lang> read_languages(Reader& in) {
  std::vector<Lang> out;
  if (!in.has("languages")) return Settings().languages;
  for (auto& tag : in.words("languages", 1, kMostLanguages)) {
    const Lang lang(std::move(tag));
    if (std::find(out.begin(), out.end(), lang) == out.end()) out.push_back(lang);
  }
  return out.empty() ? Settings().languages : out;
}

WorkshopPlan read_usual(Reader& in) {
  WorkshopPlan plan;
  const auto ages = word(in, "ages", std::array{"A", "B", "C"}, band_letter(plan.ages));
  plan.ages = band_of(ages).value_or(plan.ages);
  if (in.has("topic")) plan.topic = in.id<PackId>("topic");
  const auto mode =
      word(in, "mode", std::array{"play", "paired", "unpaired"}, std::string(run_word(plan.mode)));
  for (const auto each : kModes) {
    if (mode == run_word(each)) plan.mode = each;
  }
  plan.group_size = word(in, "group-size", kGroupSizes, plan.group_size);
  const int minutes = setting(in, "minutes", 0, kTimeLimits.back(), 0);
  const bool offered =
      std::find(kTimeLimits.begin(), kTimeLimits.end(), minutes) != kTimeLimits.end();
  plan.minutes = offered ? minutes : 0;
  return plan;
}

Settings read_all(Reader& in) {
  Settings s;
  in.word_of("format", {"storknest-settings/1"}, true);
  s.languages = read_languages(in);
  s.calm = in.flag("calm", s.calm);
  s.bigger_letters = in.flag("bigger-letters", s.bigger_letters);
  s.mirrored = in.flag("mirrored", s.mirrored);
  s.controls_low = in.flag("controls-low", s.controls_low);
  s.show_pending = in.flag("show-pending", s.show_pending);
  s.shuffled_keypad = in.flag("shuffled-keypad", s.shuffled_keypad);
  s.volume = setting(in, "volume", 0, kLoudest, s.volume);
  s.diagonal =
      static_cast<float>(in.number("diagonal", kSmallestDiagonal, kLargestDiagonal, s.diagonal));
  s.country = word(in, "country", kCountries, s.country);
  if (in.has("place")) s.venue = in.id<VenueId>("place");
  s.retention_months =
      setting(in, "retention-months", kShortestRetention, kLongestRetention, s.retention_months);
  if (const auto usual = in.raw("workshop"); usual && usual->kind() == NodeKind::object) {
    s.usual = read_object<WorkshopPlan>(*usual, "the usual workshop", in.context(), read_usual);
  }
  return s;
}

}  // namespace

std::string_view run_word(WorkshopMode mode) {
  switch (mode) {
    case WorkshopMode::free:
      return "play";
    case WorkshopMode::paired:
      return "paired";
    case WorkshopMode::unpaired:
      break;
  }
  return "unpaired";
}

float volume_db(int volume) {
  constexpr float kQuietest = -20;
  const auto share =
      static_cast<float>(std::clamp(volume, 0, kLoudest)) / static_cast<float>(kLoudest);
  return kQuietest * (1 - share);
}

Settings read_settings(const Document& document, Diagnostics& out) {
  const auto root = document.root();
  if (!root || root->kind() != NodeKind::object) return {};
  ReadContext context{out, {}};
  return read_object<Settings>(*root, "the settings", context, read_all);
}

}  // namespace nest
