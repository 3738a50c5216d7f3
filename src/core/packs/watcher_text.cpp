// The texts of a PackWatcher: words, letters, quotes, glyphs and room.
#include <fmt/format.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "core/base/utf8.h"
#include "core/base/wording.h"
#include "core/packs/watcher.h"

namespace nest {
namespace {

/// Longest sentence and longest question by band, in words. Source: product figures.
constexpr std::array<std::size_t, 3> kSentence{10, 13, 16};
constexpr std::array<std::size_t, 3> kQuestion{12, 20, 20};

}  // namespace

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
  const auto* const language = find_language(lang);
  if (language == nullptr) return;
  const auto fault = [&](const char* rule, const std::string& what) {
    out_.error(rule, at.place(), what,
               fmt::format("In {} it is written {}…{}.", language->name, language->opening,
                           language->closing));
  };
  bool open = false;
  for (std::size_t i = 0; i < plain.size();) {
    const std::size_t begin = i;
    const char32_t c = next_code_point(plain, i);
    const auto glyph = plain.substr(begin, i - begin);
    if (c == U'"') return fault("straight-quote", "a straight quotation mark.");
    if (c != U'„' && c != U'“' && c != U'”') continue;
    if (glyph != (open ? language->closing : language->opening)) {
      return fault("wrong-quote", open ? fmt::format("the quotation is closed with {} here.", glyph)
                                       : fmt::format("there is a {} but no {} before it.", glyph,
                                                     language->opening));
    }
    open = !open;
  }
  if (open) fault("wrong-quote", fmt::format("a quotation {} is not closed.", language->opening));
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

}  // namespace nest
