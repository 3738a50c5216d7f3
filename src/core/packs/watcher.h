#pragma once
// Looks at every text, medium and name of a pack while it is read: texts against their age band,
// language, font and room; media that are missing, broken, unused or too large; characters, clips
// and parts that the kiosk does not have. Not here: how the parts of a pack fit together (rules).
#include <map>
#include <set>
#include <string>
#include <unordered_map>

#include "core/packs/pack.h"
#include "core/packs/read_pack.h"

namespace nest {

class PackWatcher : public ReadWatcher {
 public:
  PackWatcher(const PackFiles& files, const Surroundings& around, Diagnostics& out);
  void text(const Node& at, const Lang& lang, std::string_view plain, const TextUse& use) override;
  void picture(const Node& at, std::string_view key) override;
  void sound(const Node& at, std::string_view key) override;
  void character(const Node& at, std::string_view name) override;
  void clip(const Node& at, std::string_view character, std::string_view name) override;
  void part(const Node& at, std::string_view character, std::string_view name) override;

  /// Media that nobody named, and recordings of sentences that the pack does not have.
  /// `sentences` are the ids under which the pack's sentences are spoken.
  void report_media(const std::set<std::string>& recordings, const std::set<std::string>& sentences,
                    const std::vector<Lang>& languages);

 private:
  struct Room {
    float width;
    std::size_t lines;
    bool bold;
  };
  static Room room_of(const TextUse& use);

  const PackFile* file(std::string_view key) const;
  const Rig* rig(std::string_view character) const;
  void check_words(const Node& at, std::string_view plain, const TextUse& use);
  void check_capitals(const Node& at, std::string_view plain);
  void check_typography(const Node& at, const Lang& lang, std::string_view plain);
  void check_glyphs(const Node& at, std::string_view plain);
  void check_fit(const Node& at, std::string_view plain, const TextUse& use);
  bool surely_fits(std::string_view plain, const Room& room, float size);
  void check_sound(const Place& place, std::string_view key, const MediaFacts& facts);
  void check_recording(const PackFile& file, const std::set<std::string>& recordings,
                       const std::set<std::string>& sentences, const std::vector<Lang>& languages);

  const PackFiles& files_;
  const Surroundings& around_;
  Diagnostics& out_;
  std::map<std::string, const PackFile*, std::less<>> media_;
  std::set<std::string, std::less<>> used_;
  std::unordered_map<char32_t, bool> covered_;
  std::unordered_map<char32_t, float> widths_;  ///< of bold type of size 100
};

}  // namespace nest
