#pragma once
// What the reader of a single object cannot see: texts against their age band and language, media
// that are missing, unused or too large, and how the parts of a pack fit together.
// A new pack rule is one function here, one row in kPackRules and one fixture.
#include <map>
#include <set>
#include <string>

#include "core/packs/pack.h"
#include "core/packs/read_pack.h"

namespace nest {

/// Looks at every text and medium while the pack is read.
class PackWatcher : public ReadWatcher {
 public:
  PackWatcher(const PackFiles& files, const Surroundings& around, Diagnostics& out);
  void text(const Node& at, const Lang& lang, std::string_view plain, TextRole role,
            AgeBand youngest) override;
  void picture(const Node& at, std::string_view key) override;
  void sound(const Node& at, std::string_view key) override;
  /// Media that nobody named.
  void report_unused();

 private:
  const PackFile* file(std::string_view key) const;
  void check_words(const Node& at, std::string_view plain, TextRole role, AgeBand youngest);
  void check_typography(const Node& at, const Lang& lang, std::string_view plain);
  void check_glyphs(const Node& at, std::string_view plain);
  void check_fit(const Node& at, std::string_view plain, TextRole role, AgeBand youngest);

  const PackFiles& files_;
  const Surroundings& around_;
  Diagnostics& out_;
  std::map<std::string, const PackFile*, std::less<>> media_;
  std::set<std::string, std::less<>> used_;
  std::map<char32_t, bool> covered_;
};

/// Where things stand, for rules that look at the whole pack.
struct PackPlaces {
  Place manifest;
  std::map<std::string, Place> goals;
  std::vector<Node> items;  ///< a place costs a walk, so only faults ask for it
  std::map<std::string, Place> paths;
};

void check_pack(const Pack& pack, const PackPlaces& places, Diagnostics& out);

}  // namespace nest
