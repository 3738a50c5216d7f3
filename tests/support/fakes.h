#pragma once
// Ports of the core without a font or a disk.
#include <atomic>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/base/utf8.h"
#include "core/shell/ports.h"
#include "core/view/text_measure.h"

namespace nest::test {

/// Every code point is half an em wide; no glyph is lacking but those named.
class FixedMeasure : public TextMeasure {
 public:
  float width(std::string_view text, const TextStyle& style) const override {
    return static_cast<float>(count_code_points(text)) * style.size / 2;
  }
  bool covers(char32_t code_point) const override { return lacking.count(code_point) == 0; }

  std::set<char32_t> lacking;
};
inline const FixedMeasure kMeasure;

/// Media from memory.
class MediaInMemory : public MediaSource {
 public:
  std::vector<unsigned char> open(std::string_view key) const override {
    ++opened;
    const auto found = media.find(std::string(key));
    return found == media.end() ? std::vector<unsigned char>{} : found->second;
  }
  void add(const std::string& key, std::string_view bytes) {
    media[key] = {bytes.begin(), bytes.end()};
  }

  std::map<std::string, std::vector<unsigned char>> media;
  mutable std::atomic<int> opened = 0;
};

}  // namespace nest::test
