#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "core/base/reader.h"
#include "core/scene/rig.h"

namespace nest {
namespace {

constexpr std::array<std::pair<std::string_view, Channel>, kChannels> kChannelNames{
    {{"x", Channel::x},
     {"y", Channel::y},
     {"turn", Channel::turn},
     {"scale", Channel::scale},
     {"opacity", Channel::opacity},
     {"visible", Channel::visible}}};

/// A list of plain numbers; shorter or other lists come back empty.
std::vector<float> numbers(const std::optional<Node>& node, std::size_t count) {
  std::vector<float> out;
  if (!node || node->kind() != NodeKind::list) return out;
  node->each([&](Node n) {
    if (n.kind() == NodeKind::number) out.push_back(static_cast<float>(n.number()));
  });
  if (out.size() < count) out.clear();
  return out;
}

std::optional<std::vector<float>> required_numbers(Reader& in, std::string_view key,
                                                   std::size_t count) {
  auto found = numbers(in.raw(key), count);
  if (found.size() == count) return found;
  in.complain(key, "bad-numbers", fmt::format("\"{}\" must be {} numbers.", key, count));
  return std::nullopt;
}

/// [seconds, value, "ease"]
Keyframe read_key(Node node, ReadContext& context) {
  Keyframe key;
  const auto pair = numbers(node, 2);
  if (pair.size() < 2) {
    context.out.error("bad-keyframe", node.place(), "a keyframe is [seconds, value, \"ease\"].");
    return key;
  }
  key.at = pair[0];
  key.value = pair[1];
  const auto third = node.first()->next()->next();
  if (!third) return key;
  const auto easing = easing_named(third->text());
  if (!easing) {
    context.out.error("unknown-word", third->place(),
                      fmt::format("\"{}\" is no easing.", third->text()));
  }
  key.ease = easing.value_or(Easing::linear);
  return key;
}

void read_tracks(Node part_node, const Rig& rig, Clip& clip, ReadContext& context) {
  const auto part = rig.part(part_node.key());
  if (!part) {
    context.out.error("unknown-part", part_node.key_place(),
                      fmt::format("the rig has no part \"{}\".", part_node.key()));
    return;
  }
  part_node.each([&](Node track_node) {
    const auto named = std::find_if(kChannelNames.begin(), kChannelNames.end(),
                                    [&](const auto& c) { return c.first == track_node.key(); });
    if (named == kChannelNames.end()) {
      context.out.error("unknown-key", track_node.key_place(),
                        fmt::format("\"{}\" cannot be moved.", track_node.key()));
      return;
    }
    Track track{*part, named->second, {}};
    track_node.each([&](Node key) { track.keys.push_back(read_key(key, context)); });
    if (track.keys.empty()) {
      context.out.error("bad-keyframe", track_node.place(), "a movement needs a keyframe.");
      return;
    }
    if (!std::is_sorted(track.keys.begin(), track.keys.end(),
                        [](const auto& a, const auto& b) { return a.at < b.at; })) {
      context.out.error("bad-keyframe", track_node.place(), "keyframes must stand in order.");
      return;
    }
    clip.tracks.push_back(std::move(track));
  });
}

Clip read_clip(Reader& in, const Rig& rig) {
  Clip clip;
  clip.length = static_cast<float>(in.number("length", 0.05, 60, std::nullopt));
  clip.loop = in.flag("loop", false);
  const auto tracks = in.raw("tracks");
  if (tracks) tracks->each([&](Node n) { read_tracks(n, rig, clip, in.context()); });
  return clip;
}

Part read_part(Reader& in, const Rig& rig) {
  Part part;
  part.id = in.id_text("id");
  part.picture = rig.id + "/" + in.text("picture");
  const auto box = required_numbers(in, "box", 4);
  if (box) part.box = {(*box)[0], (*box)[1], (*box)[2], (*box)[3]};
  const auto pivot = required_numbers(in, "pivot", 2);
  if (pivot) part.pivot = {(*pivot)[0], (*pivot)[1]};
  part.hidden = in.flag("hidden", false);
  const auto parent = in.text_or("parent", "");
  return part;
}

/// Parents may stand behind their children in the painting order; no part is its own ancestor.
void link_parents(Node parts, Rig& rig, ReadContext& context) {
  std::size_t i = 0;
  parts.each([&](Node node) {
    const auto named = node.find("parent");
    if (named && i < rig.parts.size()) {
      rig.parts[i].parent = rig.part(named->text());
      bool circle = false;
      std::size_t steps = 0;
      for (auto up = rig.parts[i].parent; up && !circle; up = rig.parts[*up].parent) {
        circle = *up == i || ++steps > rig.parts.size();
      }
      if (!rig.parts[i].parent || circle) {
        context.out.error("unknown-part", named->place(),
                          fmt::format("\"{}\" cannot be the parent.", named->text()));
        rig.parts[i].parent.reset();
      }
    }
    ++i;
  });
}

Rig read_whole(Reader& in) {
  Rig rig;
  in.word_of("format", {"storknest-rig/1"}, true);
  rig.id = in.id_text("id");
  const auto size = required_numbers(in, "size", 2);
  if (size) rig.width = (*size)[0], rig.height = (*size)[1];
  const auto origin = required_numbers(in, "origin", 2);
  if (origin) rig.origin = {(*origin)[0], (*origin)[1]};
  rig.parts = in.list<Part>("parts", 1, 64, "a part",
                            [&rig](Reader& part) { return read_part(part, rig); });
  for (std::size_t i = 0; i < rig.parts.size(); ++i) {
    if (rig.part(rig.parts[i].id) == i) continue;
    in.complain("parts", "same-id", fmt::format("two parts are called \"{}\".", rig.parts[i].id));
  }
  if (const auto parts = in.raw("parts")) link_parents(*parts, rig, in.context());
  const auto clips = in.raw("clips");
  if (!clips) return rig;
  clips->each([&](Node node) {
    rig.clips.emplace(std::string(node.key()),
                      read_object<Clip>(node, "a clip", in.context(),
                                        [&rig](Reader& c) { return read_clip(c, rig); }));
  });
  return rig;
}

}  // namespace

std::optional<Rig> read_rig(const Document& document, Diagnostics& out) {
  const auto root = document.root();
  if (!root || root->kind() != NodeKind::object) return std::nullopt;
  ReadContext context{out, {}};
  const auto before = out.errors();
  auto rig = read_object<Rig>(*root, "a rig", context, read_whole);
  if (out.errors() > before) return std::nullopt;
  return rig;
}

}  // namespace nest
