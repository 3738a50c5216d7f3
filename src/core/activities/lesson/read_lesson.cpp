#include "core/activities/lesson/read_lesson.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

#include "core/activities/lesson/lesson.h"
#include "core/base/guess.h"
#include "core/base/wording.h"

namespace nest::lesson {
namespace {

constexpr std::size_t kMostScenes = 40;
constexpr std::size_t kMostBeats = 40;
constexpr std::size_t kMostActors = 60;
constexpr std::size_t kMostMotions = 100;

/// Seconds that children follow. Source: product figures.
constexpr float kLongestScene = 20, kShortest = 60, kLongest = 120;

/// By the estimate of the voice; clips are not counted, which seldom last longer.
float seconds_of(const Scene& scene, const Lang& lang) {
  Millis length{0};
  for (const auto& beat : scene.beats) {
    length += beat_length(beat, lang, estimate(beat.say.plain(lang)), {});
  }
  return seconds(length);
}

struct Verb {
  std::string_view key;
  MotionKind kind;
};
constexpr std::array<Verb, 7> kVerbs{{{"move", MotionKind::move},
                                      {"scale", MotionKind::scale},
                                      {"turn", MotionKind::turn},
                                      {"fade", MotionKind::fade},
                                      {"show", MotionKind::show},
                                      {"hide", MotionKind::hide},
                                      {"play", MotionKind::play}}};

std::optional<std::size_t> actor_named(const Scene& scene, std::string_view name) {
  for (std::size_t i = 0; i < scene.actors.size(); ++i) {
    if (scene.actors[i].name == name) return i;
  }
  return std::nullopt;
}

std::size_t require_actor(Reader& in, std::string_view key, const Scene& scene,
                          std::string_view name) {
  if (const auto found = actor_named(scene, name)) return *found;
  std::vector<std::string> names;
  for (const auto& actor : scene.actors) names.push_back(actor.name);
  in.complain(key, "unknown-actor", fmt::format("the scene has no actor \"{}\".", name),
              did_you_mean(name, names, "Name it under \"actors\"."));
  return 0;
}

Start read_start(Reader& in, const Beat& beat) {
  Start start;
  const auto node = in.raw("at");
  if (!node) return start;
  if (node->kind() == NodeKind::number && node->number() >= 0 && node->number() <= 20) {
    start.value = static_cast<float>(node->number());
    return start;
  }
  const auto text = node->kind() == NodeKind::text ? node->text() : std::string_view();
  float share = -1;
  if (text.size() > 1 && text.back() == '%') {
    std::from_chars(text.data(), text.data() + text.size() - 1, share);
  }
  if (share >= 0 && share <= 100) return {Start::Kind::share, share / 100, {}};
  if (text.size() > 1 && text.front() == '@') {
    start = {Start::Kind::mark, 0, std::string(text.substr(1))};
    for (const auto& [lang, said] : beat.say.all()) {
      if (said.mark(start.mark) != nullptr) continue;
      in.complain(
          "at", "unknown-mark",
          fmt::format("the {} sentence marks no word \"{}\".", language_name(lang), start.mark),
          fmt::format("Write {{{}|word}} in it.", start.mark));
    }
    return start;
  }
  in.complain("at", "bad-start", "this is no time within the beat.",
              "Write seconds (0.5), a share of the voice (\"30%\") or a marked word (\"@soap\").");
  return start;
}

/// Splits "mila.point" or "mila/wing" at the separator.
void read_actor_and_name(Reader& in, const Verb& verb, std::string_view value, const Scene& scene,
                         Motion& motion) {
  const bool play = motion.kind == MotionKind::play;
  const auto cut = value.find(play ? '.' : '/');
  motion.actor = require_actor(in, verb.key, scene, value.substr(0, cut));
  if (cut == std::string_view::npos || cut + 1 == value.size()) {
    in.complain(verb.key, "bad-target", fmt::format("\"{}\" is incomplete.", value),
                play ? "Write \"actor.clip\", for example \"mila.wave\"."
                     : "Write \"actor/part\", for example \"mila/wing\".");
    return;
  }
  motion.name = std::string(value.substr(cut + 1));
  if (motion.actor >= scene.actors.size()) return;
  const auto& actor = scene.actors[motion.actor];
  if (actor.kind != ActorKind::character) {
    in.complain(verb.key, "bad-target", fmt::format("\"{}\" is no character.", actor.name),
                play ? "Only characters play clips." : "Only characters have parts.");
    return;
  }
  auto* const watcher = in.context().watcher;
  if (watcher != nullptr && play) watcher->clip(*in.raw(verb.key), actor.source, motion.name);
  if (watcher != nullptr && !play) watcher->part(*in.raw(verb.key), actor.source, motion.name);
}

Motion read_motion(Reader& in, const Scene& scene, const Beat& beat) {
  Motion motion;
  const Verb* verb = nullptr;
  for (const auto& candidate : kVerbs) {
    if (!in.has(candidate.key)) continue;
    if (verb != nullptr)
      in.complain(candidate.key, "two-verbs", "one motion does one thing.",
                  "Write a second motion { } for it.");
    verb = &candidate;
  }
  if (verb == nullptr) {
    for (const auto* key : {"at", "to", "over", "ease", "arc"}) in.has(key);
    in.complain("do", "no-verb", "this motion does nothing.",
                "Use one of: move, scale, turn, fade, show, hide, play.");
    return motion;
  }
  motion.kind = verb->kind;
  const std::string value = in.text(verb->key);
  const bool named = motion.kind == MotionKind::play || motion.kind == MotionKind::show ||
                     motion.kind == MotionKind::hide;
  if (named) read_actor_and_name(in, *verb, value, scene, motion);
  if (!named) motion.actor = require_actor(in, verb->key, scene, value);
  motion.start = read_start(in, beat);
  if (named) {
    motion.over = 0;
    return motion;
  }
  if (motion.kind == MotionKind::move) {
    if (const auto to = in.point("to", true)) {
      motion.to = {static_cast<float>(to->first), static_cast<float>(to->second)};
    }
    motion.arc = static_cast<float>(in.number("arc", -1000, 1000, 0));
  } else {
    const bool fade = motion.kind == MotionKind::fade;
    const bool turn = motion.kind == MotionKind::turn;
    motion.value = static_cast<float>(
        in.number("to", turn ? -3600 : 0, turn ? 3600 : (fade ? 1 : 8), std::nullopt));
  }
  motion.over = static_cast<float>(in.number("over", 0, 20, 0.5));
  if (const auto word = in.word_of("ease", {"linear", "in", "out", "in-out", "out-back"})) {
    motion.ease = *easing_named(*word);
  }
  return motion;
}

std::optional<std::size_t> touched_actor(Reader& in, const Scene& scene) {
  const auto actor = require_actor(in, "touch", scene, in.text("touch"));
  if (actor >= scene.actors.size()) return std::nullopt;  // complained of
  if (scene.actors[actor].kind != ActorKind::picture) {
    in.complain("touch", "bad-touch", "only pictures can be touched.",
                "Name an actor with a picture.");
    return std::nullopt;
  }
  return actor;
}

Beat read_beat(Reader& in, const Scene& scene) {
  Beat beat;
  beat.say = in.localized("say", TextRole::caption);
  if (in.has("by")) beat.by = require_actor(in, "by", scene, in.text("by"));
  if (in.has("touch")) beat.touch = touched_actor(in, scene);
  beat.sound = in.sound("sound");
  beat.motions = in.list<Motion>("do", 0, kMostMotions, "a motion",
                                 [&](Reader& motion) { return read_motion(motion, scene, beat); });
  return beat;
}

Actor read_actor(Reader& in) {
  Actor actor;
  actor.name = std::string(in.node().key());
  const int kinds =
      (in.has("picture") ? 1 : 0) + (in.has("character") ? 1 : 0) + (in.has("text") ? 1 : 0);
  if (kinds != 1) {
    in.complain("", "bad-actor", "an actor is one of picture, character or text.",
                "Keep one of the three keys.");
  }
  if (in.has("picture")) actor.source = in.picture("picture", true);
  if (in.has("character")) {
    actor.kind = ActorKind::character;
    actor.source = in.text("character");
    if (auto* watcher = in.context().watcher; watcher != nullptr && !actor.source.empty()) {
      watcher->character(*in.raw("character"), actor.source);
    }
  }
  if (in.has("text")) {
    actor.kind = ActorKind::text;
    actor.text = in.localized("text", TextRole::label);
    actor.text_size = static_cast<float>(in.number("size", 40, 240, 64));
  }
  if (const auto at = in.point("at", true)) {
    actor.look.at = {static_cast<float>(at->first), static_cast<float>(at->second)};
  }
  actor.look.scale = static_cast<float>(in.number("scale", 0, 8, 1));
  actor.look.turn = static_cast<float>(in.number("turn", -3600, 3600, 0));
  actor.look.opacity = static_cast<float>(in.number("opacity", 0, 1, 1));
  actor.flip = in.flag("flip", false);
  return actor;
}

Scene read_scene(Reader& in) {
  Scene scene;
  scene.id = in.id_text("id");
  scene.backdrop = in.picture("backdrop", true);
  const auto actors = in.raw("actors");
  if (actors && actors->kind() == NodeKind::object && actors->size() <= kMostActors) {
    actors->each([&](Node node) {
      if (node.kind() != NodeKind::object) {
        in.context().out.error("wrong-kind", node.place(), "an actor must be an object { }.",
                               "Write {\"picture\": …, \"at\": [960, 540]}.");
        return;
      }
      scene.actors.push_back(read_object<Actor>(node, "an actor", in.context(), read_actor));
    });
  } else if (actors) {
    in.complain(
        "actors", "wrong-kind",
        fmt::format("\"actors\" must be an object {{ }} of at most {} actors.", kMostActors),
        "Write {\"name\": {\"picture\": …, \"at\": [960, 540]}}.");
  }
  scene.beats = in.list<Beat>("beats", 1, kMostBeats, "a beat",
                              [&](Reader& beat) { return read_beat(beat, scene); });
  if (in.has("ask")) scene.ask = in.id<ItemId>("ask");
  for (const auto& lang : in.context().languages) {
    const auto length = seconds_of(scene, lang);
    if (length <= kLongestScene) continue;
    in.advise("beats", "long-scene",
              fmt::format("in {} this scene lasts about {:.0f} seconds; {:.0f} hold children.",
                          language_name(lang), length, kLongestScene),
              "Make two scenes of it.");
    break;
  }
  return scene;
}

/// Told once, for the first language that does not fit.
void check_length(Reader& in, const Script& script) {
  for (const auto& lang : in.context().languages) {
    float length = 0;
    for (const auto& scene : script.scenes) length += seconds_of(scene, lang);
    if (length >= kShortest && length <= kLongest) continue;
    in.advise("scenes", "lesson-length",
              fmt::format("in {} the lesson lasts about {:.0f} seconds; {:.0f} to {:.0f} hold "
                          "children.",
                          language_name(lang), length, kShortest, kLongest),
              length < kShortest ? "Add a scene." : "Take a scene out, or make two lessons.");
    return;
  }
}

/// Scenes have different ids: recordings and messages name them.
void check_ids(Reader& in, const Script& script) {
  std::set<std::string> seen;
  for (const auto& scene : script.scenes) {
    if (scene.id.empty() || seen.insert(scene.id).second) continue;
    in.complain("scenes", "same-id", fmt::format("two scenes have the id \"{}\".", scene.id),
                "Ids are different within a list.");
  }
}

}  // namespace

std::unique_ptr<ActivitySpec> read(Reader& in) {
  auto spec = std::make_unique<Spec>();
  spec->script.scenes =
      in.list<Scene>("scenes", 1, kMostScenes, "a scene", [](Reader& s) { return read_scene(s); });
  check_ids(in, spec->script);
  check_length(in, spec->script);
  std::size_t i = 0;
  const auto scenes = in.raw("scenes");
  if (!scenes) return spec;
  scenes->each([&](Node node) {
    const auto ask = node.find("ask");
    if (ask && i < spec->script.scenes.size() && spec->script.scenes[i].ask) {
      spec->asked.emplace_back(*spec->script.scenes[i].ask, ask->place());
    }
    ++i;
  });
  return spec;
}

}  // namespace nest::lesson
