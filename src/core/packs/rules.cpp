#include "core/packs/rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "core/base/guess.h"
#include "core/base/reader.h"
#include "core/base/wording.h"

namespace nest {
namespace {

void ids_are_unique(const Pack& pack, const PackPlaces& places, Diagnostics& out) {
  std::unordered_set<std::string> seen;
  for (std::size_t i = 0; i < pack.content.items.size(); ++i) {
    const auto& id = pack.content.items[i].id.str();
    if (id.empty() || seen.insert(id).second) continue;
    out.error("same-id", places.items[i].place(),
              fmt::format("a second item has the id \"{}\".", id),
              "Ids are different within a pack and never change.");
  }
  std::set<ActivityId> activities;
  for (const auto& activity : pack.activities) {
    if (activity->id.empty() || activities.insert(activity->id).second) continue;
    out.error("same-id", activity->place,
              fmt::format("a second activity has the id \"{}\".", activity->id.str()),
              "Ids are different within a pack and never change.");
  }
}

/// "Did you mean …?", or what else helps. Looking for it takes long in a large pack, so only the
/// first faults get it.
template <class Names>
std::string suggest(std::string_view wrong, const Names& names, std::string otherwise,
                    const Diagnostics& out) {
  constexpr std::size_t kPatience = 50;
  if (out.list().size() > kPatience) return otherwise;
  return did_you_mean(wrong, names(), std::move(otherwise));
}

void goals_exist(const Pack& pack, const PackPlaces& places, Diagnostics& out) {
  for (std::size_t i = 0; i < pack.content.items.size(); ++i) {
    const auto& item = pack.content.items[i];
    if (item.goal.empty() && item.form != Form::practice) {
      out.error("missing-goal", places.items[i].place(),
                "an item of form A or B needs a goal, which it measures.", "Add \"goal\".");
    }
    if (item.goal.empty() || pack.goals.count(item.goal.str()) > 0) continue;
    const auto names = [&] {
      std::vector<std::string> all;
      for (const auto& goal : pack.goals) all.push_back(goal.first);
      return all;
    };
    out.error("unknown-goal", places.items[i].place(),
              fmt::format("the pack has no goal \"{}\".", item.goal.str()),
              suggest(item.goal.str(), names, "Add it under \"goals\".", out));
  }
}

void goals_are_used(const Pack& pack, const PackPlaces& places, Diagnostics& out) {
  std::set<std::string> used;
  for (const auto& item : pack.content.items) used.insert(item.goal.str());
  for (const auto& [goal, place] : places.goals) {
    if (used.count(goal) > 0) continue;
    out.warn("unused-goal", place, fmt::format("no item measures the goal \"{}\".", goal),
             "Add an item with this goal or take the goal out.");
  }
}

/// Forms are parallel: each goal of one has one twin in the other.
void goals_have_twins(const Pack& pack, const PackPlaces& places, Diagnostics& out) {
  std::unordered_map<std::string, std::array<int, 2>> count;
  for (const auto& item : pack.content.items) {
    if (item.form == Form::a) ++count[item.goal.str()][0];
    if (item.form == Form::b) ++count[item.goal.str()][1];
  }
  for (std::size_t i = 0; i < pack.content.items.size(); ++i) {
    const auto& item = pack.content.items[i];
    if (item.form == Form::practice || item.goal.empty()) continue;
    const bool a = item.form == Form::a;
    const auto& [in_a, in_b] = count[item.goal.str()];
    if ((a ? in_b : in_a) == 0) {
      out.error(
          "missing-twin", places.items[i].place(),
          fmt::format("the goal \"{}\" has no item in form {}.", item.goal.str(), a ? "B" : "A"),
          "Write its twin: same goal, same difficulty, another surface.");
    }
    if ((a ? in_a : in_b) > 1) {
      out.error(
          "two-of-a-goal", places.items[i].place(),
          fmt::format("the goal \"{}\" stands twice in form {}.", item.goal.str(), a ? "A" : "B"),
          "A form measures each goal once.");
    }
  }
}

void named_items_exist(const Pack& pack, const PackPlaces&, Diagnostics& out) {
  std::unordered_set<std::string> known;
  for (const auto& item : pack.content.items) known.insert(item.id.str());
  for (const auto& activity : pack.activities) {
    for (const auto& [id, place] : activity->items()) {
      if (id.empty() || known.count(id.str()) > 0) continue;
      const auto names = [&] { return std::vector<std::string>(known.begin(), known.end()); };
      out.error("unknown-item", place, fmt::format("the pack has no item \"{}\".", id.str()),
                suggest(id.str(), names, "Add it under \"items\".", out));
    }
  }
}

void paths_lead_somewhere(const Pack& pack, const PackPlaces& places, Diagnostics& out) {
  if (!places.all_paths) return;
  for (const auto band : kBands) {
    const auto* name = band_letter(band);
    const auto known = places.paths.find(name);
    const bool there = known != places.paths.end();
    const Place place = there ? known->second : *places.all_paths;
    if (pack.ages.has(band) && !there) {
      out.error("missing-path", place,
                fmt::format("children of {} have no path.", band_years(band)),
                fmt::format("Add \"{}\": [ activity ids ] under \"paths\".", name));
    }
    if (!pack.ages.has(band) && there) {
      out.error(
          "path-without-age", place,
          fmt::format("\"ages\" does not name the children of {} of this path.", band_years(band)),
          fmt::format("Add \"{0}\" to \"ages\", or take \"{0}\" out of \"paths\".", name));
      continue;
    }
    for (const auto step : pack.path(band)) {
      if (const auto why = pack.activities[step]->unfit(band); !why.empty()) {
        out.error("unfit-activity", pack.activities[step]->place, why,
                  "Make it smaller, or take it out of their path.");
      }
    }
  }
}

void paths_have_content(const Pack& pack, const PackPlaces& places, Diagnostics& out) {
  for (const auto band : kBands) {
    for (const auto step : pack.path(band)) {
      const auto& activity = *pack.activities[step];
      activity.judge(pack.content, band, out);
      if (activity.offers(pack.content, band)) continue;
      out.error("empty-activity", places.paths.at(band_letter(band)),
                fmt::format("\"{}\" has nothing for children of {}.", activity.id.str(),
                            band_years(band)),
                "Add approved items for that age, or take the step out of the path.");
    }
  }
}

void activities_are_used(const Pack& pack, const PackPlaces&, Diagnostics& out) {
  for (std::size_t i = 0; i < pack.activities.size(); ++i) {
    const bool used = std::any_of(pack.paths.begin(), pack.paths.end(), [i](const auto& path) {
      return std::find(path.begin(), path.end(), i) != path.end();
    });
    if (used) continue;
    out.warn("unused-activity", pack.activities[i]->place,
             fmt::format("no path leads to \"{}\".", pack.activities[i]->id.str()),
             "Name it under \"paths\", or take it out.");
  }
}

constexpr std::array kRules{ids_are_unique, goals_exist, goals_have_twins, named_items_exist,
                            paths_lead_somewhere};
/// What would only repeat an earlier fault in other words.
constexpr std::array kSoundRules{goals_are_used, paths_have_content, activities_are_used};

}  // namespace

void check_pack(const Pack& pack, const PackPlaces& places, Diagnostics& out, bool sound) {
  const auto before = out.errors();
  for (const auto rule : kRules) rule(pack, places, out);
  if (!sound || out.errors() > before) return;
  for (const auto rule : kSoundRules) rule(pack, places, out);
}

}  // namespace nest
