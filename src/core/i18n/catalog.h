#pragma once
// The interface's texts in one language: message key → ICU MessageFormat pattern. Plural rules come
// from ICU (12 is "many" in Polish, "other" in Lithuanian). Packs carry their own texts.
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/diagnostic.h"
#include "core/base/id.h"
#include "core/base/node.h"

namespace nest {

class Catalog {
 public:
  Catalog(Lang lang, std::map<std::string, std::string, std::less<>> patterns)
      : lang_(std::move(lang)), patterns_(std::move(patterns)) {}

  const Lang& lang() const { return lang_; }
  /// The text; an unknown key comes back in angle brackets, so that it is seen.
  std::string text(std::string_view key) const;
  /// With whole numbers put in for {name} and plurals.
  std::string text(std::string_view key,
                   const std::vector<std::pair<std::string, long>>& numbers) const;
  /// Names of the files in which people say these texts: "quiz.again.ogg".
  const std::set<std::string>& recordings() const { return recordings_; }
  void set_recordings(std::set<std::string> files) { recordings_ = std::move(files); }
  bool has(std::string_view key) const { return patterns_.find(key) != patterns_.end(); }
  const std::map<std::string, std::string, std::less<>>& patterns() const { return patterns_; }

 private:
  Lang lang_;
  std::map<std::string, std::string, std::less<>> patterns_;
  std::set<std::string> recordings_;
};

/// From a flat object of texts; broken patterns are reported and shown as written.
Catalog read_catalog(const Lang& lang, const Document& document, Diagnostics& out);

}  // namespace nest
