#include "core/packs/rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

#include "core/base/utf8.h"

namespace nest {
namespace {

/// Longest sentence and longest question by band, in words. Source: product figures.
constexpr std::array<std::size_t, 3> kSentence{10, 13, 16};
constexpr std::array<std::size_t, 3> kQuestion{12, 20, 20};
constexpr std::array<const char*, 3> kBandNames{"4-6", "7-9", "10-12"};

std::size_t index(AgeBand band) {
  return static_cast<std::size_t>(band);
}

}  // namespace

PackWatcher::PackWatcher(const PackFiles& files, const Surroundings& around, Diagnostics& out)
    : files_(files), around_(around), out_(out) {
  for (const auto& file : files.media) media_.emplace(file.path, &file);
}

void PackWatcher::text(const Node& at, const Lang& lang, std::string_view plain, TextRole role,
                       AgeBand youngest) {
  check_words(at, plain, role, youngest);
  check_typography(at, lang, plain);
  check_glyphs(at, plain);
  check_fit(at, plain, role, youngest);
}

void PackWatcher::check_words(const Node& at, std::string_view plain, TextRole role,
                              AgeBand youngest) {
  if (role != TextRole::prompt && role != TextRole::sentence) return;
  const auto limit = (role == TextRole::prompt ? kQuestion : kSentence)[index(youngest)];
  for (const auto sentence : sentences(plain)) {
    const auto words = count_words(sentence);
    if (words <= limit) continue;
    out_.error("too-many-words", at.place(),
               fmt::format("a sentence of {} words; children of {} follow {}.", words,
                           kBandNames[index(youngest)], limit),
               "Make two sentences of it, or say less.");
    return;
  }
}

void PackWatcher::check_typography(const Node& at, const Lang& lang, std::string_view plain) {
  const std::string_view closing = lang.str() == "pl" ? "”" : "“";
  bool open = false;
  for (std::size_t i = 0; i < plain.size();) {
    const std::size_t begin = i;
    const char32_t c = next_code_point(plain, i);
    const auto glyph = plain.substr(begin, i - begin);
    const bool closes = c == U'”' || c == U'“';
    if (c == U'"') {
      out_.error("straight-quote", at.place(), "a straight quotation mark.",
                 fmt::format("Write „…{}.", closing));
      return;
    }
    if (closes && (!open || glyph != closing) && (lang.str() == "pl" || lang.str() == "lt")) {
      out_.error("wrong-quote", at.place(),
                 fmt::format("the quotation is closed with {} here.", glyph),
                 fmt::format("In {} it is written „…{}.", lang.str(), closing));
      return;
    }
    if (c == U'„') open = true;
    if (closes) open = false;
  }
  if (open) {
    out_.error("wrong-quote", at.place(), "a quotation „ is not closed.",
               fmt::format("Write „…{}.", closing));
  }
}

void PackWatcher::check_glyphs(const Node& at, std::string_view plain) {
  if (around_.measure == nullptr) return;
  for (std::size_t i = 0; i < plain.size();) {
    const std::size_t begin = i;
    const char32_t c = next_code_point(plain, i);
    const auto [known, fresh] = covered_.try_emplace(c, true);
    if (fresh) known->second = around_.measure->covers(c);
    if (known->second) continue;
    out_.error("missing-glyph", at.place(),
               fmt::format("the font has no \"{}\" (U+{:04X}).", plain.substr(begin, i - begin),
                           static_cast<std::uint32_t>(c)),
               "Write it in words or use a picture.");
    return;
  }
}

void PackWatcher::check_fit(const Node& at, std::string_view plain, TextRole role,
                            AgeBand youngest) {
  if (around_.measure == nullptr) return;
  // The narrowest place a text of that role may get, at the smallest type of its band.
  struct Room {
    float width;
    std::size_t lines;
  };
  std::optional<Room> room;
  if (role == TextRole::answer) room = Room{384, 2};
  if (role == TextRole::prompt) room = Room{1296, 2};
  if (role == TextRole::title) room = Room{420, 2};
  if (!room) return;
  const float least = around_.screen.type(youngest);
  const auto fitted = fit_text(std::string(plain), *around_.measure, {least, false, {}},
                               room->width, room->lines, least);
  if (fitted.fits) return;
  out_.error("text-too-long", at.place(),
             fmt::format("the text does not fit at the type size for children of {}.",
                         kBandNames[index(youngest)]),
             "Say it shorter.");
}

const PackFile* PackWatcher::file(std::string_view key) const {
  const auto found = media_.find(key);
  return found == media_.end() ? nullptr : found->second;
}

void PackWatcher::picture(const Node& at, std::string_view key) {
  if (key.rfind("library:", 0) == 0) {
    const std::string name(key.substr(8));
    if (around_.library_pictures.count(name) > 0) return;
    const auto near =
        nearest(name, {around_.library_pictures.begin(), around_.library_pictures.end()});
    out_.error("missing-picture", at.place(),
               fmt::format("the kiosk's library has no picture \"{}\".", name),
               near ? fmt::format("Did you mean \"library:{}\"?", *near)
                    : "storknest-pack list --library shows them all.");
    return;
  }
  used_.insert(std::string(key));
  const auto* found = file(key);
  if (found == nullptr) {
    out_.error("missing-picture", at.place(), fmt::format("there is no file \"{}\".", key),
               "Put it into the pack's folder \"media\"; capital letters count.");
  } else if (!is_picture(found->facts.kind)) {
    out_.error("not-a-picture", at.place(),
               fmt::format("\"{}\" is no PNG, JPEG or SVG picture inside.", key),
               "Export it again as PNG.");
  } else if (found->facts.kind == MediaKind::svg && !around_.own_svg) {
    out_.error("svg-not-allowed", at.place(), fmt::format("\"{}\" is an SVG picture.", key),
               "Packs from outside use PNG or JPEG.");
  } else if (too_large(found->facts)) {
    out_.error(
        "picture-too-large", at.place(),
        fmt::format("\"{}\" is {} x {} pixels.", key, found->facts.width, found->facts.height),
        fmt::format("Make it at most {} a side and 8 million in all.", kMaxPictureSide));
  }
}

void PackWatcher::sound(const Node& at, std::string_view key) {
  if (key.rfind("library:", 0) == 0) {
    const std::string name(key.substr(8));
    if (around_.library_sounds.count(name) > 0) return;
    out_.error("missing-sound", at.place(),
               fmt::format("the kiosk's library has no sound \"{}\".", name));
    return;
  }
  used_.insert(std::string(key));
  const auto* found = file(key);
  if (found == nullptr) {
    out_.error("missing-sound", at.place(), fmt::format("there is no file \"{}\".", key));
  } else if (found->facts.kind != MediaKind::ogg && found->facts.kind != MediaKind::wav) {
    out_.error("not-a-sound", at.place(), fmt::format("\"{}\" is no Ogg or WAV sound.", key),
               "Export it again as Ogg Opus, Ogg Vorbis or 16-bit WAV.");
  }
}

void PackWatcher::report_unused() {
  for (const auto& file : files_.media) {
    const bool voice = file.path.rfind("media/voice/", 0) == 0;
    if (voice || used_.count(file.path) > 0) continue;
    out_.warn("unused-media", {files_.name + "/" + file.path, 0, 0, ""},
              "nothing in the pack uses this file.", "Use it or take it out.");
  }
}

namespace {

using PackRule = void (*)(const Pack&, const PackPlaces&, Diagnostics&);

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

std::vector<std::string> goal_names(const Pack& pack) {
  std::vector<std::string> names;
  for (const auto& goal : pack.goals) names.push_back(goal.first);
  return names;
}

void goals_exist(const Pack& pack, const PackPlaces& places, Diagnostics& out) {
  std::set<std::string> used;
  for (std::size_t i = 0; i < pack.content.items.size(); ++i) {
    const auto& item = pack.content.items[i];
    used.insert(item.goal.str());
    if (item.goal.empty() && item.form != Form::practice) {
      out.error("missing-goal", places.items[i].place(),
                "an item of form A or B needs a goal: what does it measure?", "Add \"goal\".");
    }
    if (item.goal.empty() || pack.goals.count(item.goal.str()) > 0) continue;
    const auto near = nearest(item.goal.str(), goal_names(pack));
    out.error("unknown-goal", places.items[i].place(),
              fmt::format("the pack has no goal \"{}\".", item.goal.str()),
              near ? fmt::format("Did you mean \"{}\"?", *near) : "Add it under \"goals\".");
  }
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
      const auto near = nearest(id.str(), {known.begin(), known.end()});
      out.error("unknown-item", place, fmt::format("the pack has no item \"{}\".", id.str()),
                near ? fmt::format("Did you mean \"{}\"?", *near) : "Add it under \"items\".");
    }
  }
}

void paths_lead_somewhere(const Pack& pack, const PackPlaces& places, Diagnostics& out) {
  constexpr std::array<const char*, 3> kNames{"A", "B", "C"};
  for (const auto band : {AgeBand::a, AgeBand::b, AgeBand::c}) {
    const auto* name = kNames[index(band)];
    const auto known = places.paths.find(name);
    const Place place = known == places.paths.end() ? places.manifest : known->second;
    if (pack.ages.has(band) && pack.path(band).empty()) {
      out.error("missing-path", place,
                fmt::format("children of {} have no path.", kBandNames[index(band)]),
                fmt::format("Add \"{}\": [ activity ids ] under \"paths\".", name));
    }
    for (const auto step : pack.path(band)) {
      if (pack.activities[step]->offers(pack.content, band)) continue;
      out.error("empty-activity", place,
                fmt::format("\"{}\" has nothing for children of {}.",
                            pack.activities[step]->id.str(), kBandNames[index(band)]),
                "Add approved items for that age, or take the step out of the path.");
    }
  }
}

constexpr std::array<PackRule, 5> kPackRules{ids_are_unique, goals_exist, goals_have_twins,
                                             named_items_exist, paths_lead_somewhere};

}  // namespace

void check_pack(const Pack& pack, const PackPlaces& places, Diagnostics& out) {
  for (const auto rule : kPackRules) rule(pack, places, out);
}

}  // namespace nest
