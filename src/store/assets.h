#pragma once
// The kiosk's own things on disk: art, characters, sounds, interface texts, bundled packs. Also the
// bytes of every picture and sound by key, checked against escapes.
#include <filesystem>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "core/i18n/catalog.h"
#include "core/packs/read_pack.h"
#include "core/scene/pronunciation.h"
#include "core/scene/rig.h"
#include "core/shell/ports.h"

namespace nest::store {

/// Where assets/ and locales/ lie: beside the program's build tree, or installed under share.
/// Throws std::runtime_error with one sentence if they are nowhere.
std::filesystem::path find_shared_folder(const std::filesystem::path& program);

class Assets : public MediaSource {
 public:
  explicit Assets(std::filesystem::path shared) : shared_(std::move(shared)) {}

  std::filesystem::path packs() const { return shared_ / "assets/packs"; }
  /// Whether a pack was installed with the kiosk, and so is trusted with SVG.
  bool owns(const std::filesystem::path& pack) const;
  std::set<std::string> pictures() const;
  std::set<std::string> sounds() const;
  std::map<std::string, Rig, std::less<>> rigs(Diagnostics& out) const;
  std::map<Lang, Catalog> catalogs(Diagnostics& out) const;
  Pronunciations pronunciations(Diagnostics& out) const;
  /// Texts of the adult area; nobody speaks them.
  std::map<Lang, Catalog> adult_texts(Diagnostics& out) const;
  /// What stands on a recording sheet.
  std::map<Lang, Catalog> sheet_texts(Diagnostics& out) const;
  /// Where the kiosk's own sounds and voices lie: "sounds/voice/pl".
  std::filesystem::path folder() const { return shared_ / "assets"; }

  /// Makes the media of a pack reachable as "<id>:media/…".
  void add_pack(const std::string& id, std::filesystem::path folder);
  /// Forgets the packs whose folder is gone, for a drive was pulled out, and names them.
  std::vector<std::string> drop_lost_packs();
  std::vector<unsigned char> open(std::string_view key) const override;

 private:
  std::map<Lang, Catalog> plain_texts(const char* folder, Diagnostics& out) const;
  template <class Read>
  void each_language(const char* folder, Diagnostics& out, Read read) const;
  std::filesystem::path path_of(std::string_view key) const;
  std::filesystem::path shared_;
  mutable std::mutex guard_;
  std::map<std::string, std::filesystem::path, std::less<>> packs_;
};

}  // namespace nest::store
