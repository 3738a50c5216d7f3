#include "core/packs/watcher.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "core/base/guess.h"
#include "core/base/utf8.h"
#include "core/base/wording.h"

namespace nest {
namespace {

/// Longest sentence and longest question by band, in words. Source: product figures.
constexpr std::array<std::size_t, 3> kSentence{10, 13, 16};
constexpr std::array<std::size_t, 3> kQuestion{12, 20, 20};
constexpr float kLongestSound = 180;  // seconds
constexpr std::string_view kLibrary = "library:";

/// "Did you mean …?" or what else helps.
std::string advice(std::string_view wrong, const std::vector<std::string>& known,
                   std::string_view before, const std::string& otherwise) {
  const auto near = nearest(wrong, known);
  return near ? fmt::format("Did you mean \"{}{}\"?", before, *near) : otherwise;
}

template <class Named>
std::vector<std::string> keys_of(const Named& named) {
  std::vector<std::string> keys;
  for (const auto& entry : named) keys.push_back(entry.first);
  return keys;
}

}  // namespace

PackWatcher::PackWatcher(const PackFiles& files, const Surroundings& around, Diagnostics& out)
    : files_(files), around_(around), out_(out) {
  for (const auto& file : files.media) media_.emplace(file.path, &file);
}

void PackWatcher::text(const Node& at, const Lang& lang, std::string_view plain,
                       const TextUse& use) {
  check_words(at, plain, use);
  check_capitals(at, plain);
  check_typography(at, lang, plain);
  check_glyphs(at, plain);
  check_fit(at, plain, use);
}

void PackWatcher::check_words(const Node& at, std::string_view plain, const TextUse& use) {
  const bool counted =
      use.role == TextRole::prompt || use.role == TextRole::reason || use.role == TextRole::caption;
  if (!counted) return;
  for (const auto sentence : sentences(plain)) {
    const bool question = use.role == TextRole::prompt && sentence.back() == '?';
    const auto limit = (question ? kQuestion : kSentence)[band_index(use.youngest)];
    const auto words = count_words(sentence);
    if (words <= limit) continue;
    out_.error(
        "too-many-words", at.place(),
        fmt::format("a {} of {} words; children of {} follow {}.",
                    question ? "question" : "sentence", words, band_years(use.youngest), limit),
        "Make two sentences of it, or say less.");
    return;
  }
}

/// Beginning readers know words by their shape, which capitals take away. "WHO" may stand.
void PackWatcher::check_capitals(const Node& at, std::string_view plain) {
  constexpr std::size_t kMostInARow = 4;
  std::size_t in_a_row = 0;
  for (std::size_t i = 0; i < plain.size();) {
    const auto c = static_cast<UChar32>(next_code_point(plain, i));
    in_a_row = u_isupper(c) != 0 ? in_a_row + 1 : 0;
    if (in_a_row <= kMostInARow) continue;
    out_.error("capitals", at.place(),
               "a word in capital letters; children read it with difficulty.",
               "Write it in small letters.");
    return;
  }
}

void PackWatcher::check_typography(const Node& at, const Lang& lang, std::string_view plain) {
  if (lang.str() != "pl" && lang.str() != "lt") return;
  const std::string_view closing = lang.str() == "pl" ? "”" : "“";
  bool open = false;
  for (std::size_t i = 0; i < plain.size();) {
    const std::size_t begin = i;
    const char32_t c = next_code_point(plain, i);
    const auto glyph = plain.substr(begin, i - begin);
    const bool closes = c == U'”' || c == U'“';
    if (c == U'"') {
      out_.error("straight-quote", at.place(), "a straight quotation mark.",
                 fmt::format("In {} it is written „…{}.", language_name(lang), closing));
      return;
    }
    if (closes && (!open || glyph != closing)) {
      out_.error("wrong-quote", at.place(),
                 open ? fmt::format("the quotation is closed with {} here.", glyph)
                      : fmt::format("there is a closing {} but no opening „.", glyph),
                 fmt::format("In {} it is written „…{}.", language_name(lang), closing));
      return;
    }
    if (c == U'„') open = true;
    if (closes) open = false;
  }
  if (open) {
    out_.error("wrong-quote", at.place(), "a quotation „ is not closed.",
               fmt::format("In {} it is written „…{}.", language_name(lang), closing));
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
               fmt::format("the kiosk's font has no \"{}\" (U+{:04X}).",
                           plain.substr(begin, i - begin), static_cast<std::uint32_t>(c)),
               "Write it in words or use a picture.");
    return;
  }
}

/// The narrowest place that the views give to a text of that use.
PackWatcher::Room PackWatcher::room_of(const TextUse& use) {
  switch (use.role) {
    case TextRole::prompt:
    case TextRole::reason:
      return {use.beside_picture ? 1092.0F : 1296.0F, 2, true};
    case TextRole::caption:
      return {1376, 2, false};
    case TextRole::answer:
    case TextRole::title:
      return {384, 2, false};
    case TextRole::label:
    case TextRole::goal:
      break;
  }
  return {0, 0, false};
}

/// Whatever the line breaks: a line is left with less than the longest word to spare. Spares most
/// texts the exact measure, which is slow.
bool PackWatcher::surely_fits(std::string_view plain, const Room& room, float size) {
  constexpr float kMeasuredAt = 100;
  float all = 0;
  float word = 0;
  float longest = 0;
  for (std::size_t i = 0; i < plain.size();) {
    const std::size_t begin = i;
    const char32_t c = next_code_point(plain, i);
    const auto [known, fresh] = widths_.try_emplace(c, 0.0F);
    if (fresh) {
      const auto glyph = plain.substr(begin, i - begin);
      known->second = std::max(around_.measure->width(glyph, {kMeasuredAt, true, {}}),
                               around_.measure->width(glyph, {kMeasuredAt, false, {}}));
    }
    all += known->second;
    word = c == U' ' ? 0 : word + known->second;
    longest = std::max(longest, word);
  }
  // A line may be a little wider than its letters one by one: kerning, and whole pixels each.
  const float scale = 1.03F * size / kMeasuredAt;
  const auto lines = static_cast<float>(room.lines);
  return longest * scale <= room.width &&
         (all + longest * (lines - 1)) * scale <= room.width * lines;
}

void PackWatcher::check_fit(const Node& at, std::string_view plain, const TextUse& use) {
  const auto room = room_of(use);
  if (around_.measure == nullptr || room.lines == 0) return;
  // Cards for the youngest leave words out that do not fit; those who read need them.
  const bool card = use.role == TextRole::answer || use.role == TextRole::title;
  const auto youngest = card ? std::max(use.youngest, AgeBand::b) : use.youngest;
  const float least = around_.screen.type(youngest);
  if (surely_fits(plain, room, least)) return;
  const auto fitted = fit_text(std::string(plain), *around_.measure, {least, room.bold, {}},
                               room.width, room.lines, least);
  if (fitted.fits) return;
  out_.error("text-too-long", at.place(),
             fmt::format("the text does not fit in {} lines of the type for children of {}.",
                         room.lines, band_years(youngest)),
             "Say it shorter.");
}

const PackFile* PackWatcher::file(std::string_view key) const {
  const auto found = media_.find(key);
  return found == media_.end() ? nullptr : found->second;
}

void PackWatcher::picture(const Node& at, std::string_view key) {
  if (key.substr(0, kLibrary.size()) == kLibrary) {
    const std::string name(key.substr(kLibrary.size()));
    const auto& known = around_.library_pictures;
    if (known.count(name) > 0) return;
    out_.error("missing-picture", at.place(),
               fmt::format("the kiosk's library has no picture \"{}\".", name),
               advice(name, {known.begin(), known.end()}, kLibrary,
                      "The command storknest-pack list --library shows them all."));
    return;
  }
  used_.insert(std::string(key));
  const auto* found = file(key);
  if (found == nullptr) {
    out_.error("missing-picture", at.place(), fmt::format("there is no file \"{}\".", key),
               advice(key, keys_of(media_), "",
                      "Put it into the pack's folder \"media\"; capital letters count."));
  } else if (!is_picture(found->facts.kind)) {
    out_.error("not-a-picture", at.place(),
               fmt::format("\"{}\" is no PNG or JPEG picture inside.", key),
               "Export it again as PNG.");
  } else if (found->facts.kind == MediaKind::svg && !around_.own_svg) {
    out_.error("svg-not-allowed", at.place(), fmt::format("\"{}\" is an SVG picture.", key),
               "Packs from outside use PNG or JPEG: export it again.");
  } else if (found->facts.kind != MediaKind::svg && found->facts.width <= 0) {
    out_.error("broken-picture", at.place(), fmt::format("\"{}\" is broken: it has no size.", key),
               "Export it again as PNG.");
  } else if (too_large(found->facts)) {
    out_.error(
        "picture-too-large", at.place(),
        fmt::format("\"{}\" is {} x {} pixels.", key, found->facts.width, found->facts.height),
        fmt::format("Make it at most {} on each side and 8 million in all.", kMaxPictureSide));
  }
}

void PackWatcher::check_sound(const Place& place, std::string_view key, const MediaFacts& facts) {
  if (facts.kind != MediaKind::ogg && facts.kind != MediaKind::wav) {
    out_.error("not-a-sound", place, fmt::format("\"{}\" is no Ogg or WAV sound inside.", key),
               "Export it again as Ogg Opus, Ogg Vorbis or 16-bit WAV.");
  } else if (facts.seconds <= 0) {
    out_.error("broken-sound", place,
               fmt::format("\"{}\" is broken, or of a kind that the kiosk does not play.", key),
               "Export it again as Ogg Opus, Ogg Vorbis or 16-bit WAV.");
  } else if (facts.seconds > kLongestSound) {
    out_.error("sound-too-long", place,
               fmt::format("\"{}\" lasts {:.0f} seconds.", key, facts.seconds),
               fmt::format("Cut it to at most {} seconds.", kLongestSound));
  }
}

void PackWatcher::sound(const Node& at, std::string_view key) {
  if (key.substr(0, kLibrary.size()) == kLibrary) {
    const std::string name(key.substr(kLibrary.size()));
    const auto& known = around_.library_sounds;
    if (known.count(name) > 0) return;
    out_.error("missing-sound", at.place(),
               fmt::format("the kiosk's library has no sound \"{}\".", name),
               advice(name, {known.begin(), known.end()}, kLibrary,
                      "The command storknest-pack list --library shows them all."));
    return;
  }
  used_.insert(std::string(key));
  if (const auto* found = file(key)) return check_sound(at.place(), key, found->facts);
  out_.error("missing-sound", at.place(), fmt::format("there is no file \"{}\".", key),
             advice(key, keys_of(media_), "",
                    "Put it into the pack's folder \"media\"; capital letters count."));
}

const Rig* PackWatcher::rig(std::string_view character) const {
  if (around_.rigs == nullptr) return nullptr;
  const auto found = around_.rigs->find(character);
  return found == around_.rigs->end() ? nullptr : &found->second;
}

void PackWatcher::character(const Node& at, std::string_view name) {
  if (around_.rigs == nullptr || rig(name) != nullptr) return;
  const auto known = keys_of(*around_.rigs);
  out_.error("unknown-character", at.place(),
             fmt::format("the kiosk has no character \"{}\".", name),
             advice(name, known, "", "The command storknest-pack list --library shows them all."));
}

void PackWatcher::clip(const Node& at, std::string_view character, std::string_view name) {
  const auto* found = rig(character);
  if (found == nullptr || found->clip(name) != nullptr) return;
  out_.error("unknown-clip", at.place(), fmt::format("{} has no clip \"{}\".", character, name),
             advice(name, keys_of(found->clips), "",
                    fmt::format("There are: {}.", fmt::join(keys_of(found->clips), ", "))));
}

void PackWatcher::part(const Node& at, std::string_view character, std::string_view name) {
  const auto* found = rig(character);
  if (found == nullptr || found->part(name)) return;
  std::vector<std::string> parts;
  for (const auto& part : found->parts) parts.push_back(part.id);
  out_.error("unknown-part", at.place(), fmt::format("{} has no part \"{}\".", character, name),
             advice(name, parts, "", fmt::format("There are: {}.", fmt::join(parts, ", "))));
}

/// media/voice/<language>/<sentence>.ogg
void PackWatcher::check_recording(const PackFile& file, const std::set<std::string>& sentences,
                                  const std::vector<Lang>& languages) {
  const Place place{files_.name + "/" + file.path, 0, 0, ""};
  const auto inside = file.path.substr(std::string_view("media/voice/").size());
  const auto slash = inside.find('/');
  const auto dot = inside.rfind('.');
  const Lang lang(inside.substr(0, slash));
  const bool spoken = std::find(languages.begin(), languages.end(), lang) != languages.end();
  if (slash == std::string::npos || dot == std::string::npos || dot < slash || !spoken) {
    out_.warn("unused-recording", place, "this recording belongs to no language of the pack.",
              "Recordings are called media/voice/pl/<sentence>.ogg.");
    return;
  }
  const auto sentence = inside.substr(slash + 1, dot - slash - 1);
  const auto any = sentence.substr(0, sentence.find('.')) + ".*";
  if (sentences.count(sentence) == 0 && sentences.count(any) == 0) {
    out_.warn("unused-recording", place, fmt::format("the pack says no sentence \"{}\".", sentence),
              advice(sentence, {sentences.begin(), sentences.end()}, "",
                     "docs/pack-format.md tells how recordings are named."));
    return;
  }
  check_sound(place, file.path, file.facts);
}

void PackWatcher::report_media(const std::set<std::string>& sentences,
                               const std::vector<Lang>& languages) {
  for (const auto& file : files_.media) {
    if (used_.count(file.path) > 0) continue;
    if (file.path.rfind("media/voice/", 0) == 0) {
      check_recording(file, sentences, languages);
      continue;
    }
    out_.warn("unused-media", {files_.name + "/" + file.path, 0, 0, ""},
              "nothing in the pack uses this file.", "Use it or take it out.");
  }
}

}  // namespace nest
