#include "store/adult_files.h"

#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include <cmath>
#include <string>

#include "core/base/wording.h"
#include "store/data_folder.h"
#include "store/files.h"
#include "store/json.h"

namespace nest::store {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kAdultFileBytes = 1UL << 20U;

/// Writes an object field by field.
class JsonFields {
 public:
  JsonFields() : out_(buffer_) { out_.SetIndent(' ', 1); }

  void key(const char* name) { out_.Key(name); }
  void text(const char* name, std::string_view value) {
    key(name);
    text(value);
  }
  void text(std::string_view value) {
    out_.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
  }
  void flag(const char* name, bool value) {
    key(name);
    out_.Bool(value);
  }
  void number(const char* name, int value) {
    key(name);
    out_.Int(value);
  }
  void number(const char* name, double value) {
    key(name);
    out_.Double(value);
  }
  void open() { out_.StartObject(); }
  void close() { out_.EndObject(); }
  void open_list(const char* name) {
    key(name);
    out_.StartArray();
  }
  void close_list() { out_.EndArray(); }
  std::string done() { return std::string(buffer_.GetString(), buffer_.GetSize()) + "\n"; }

 private:
  rapidjson::StringBuffer buffer_;
  rapidjson::PrettyWriter<rapidjson::StringBuffer> out_;
};

void write_usual(JsonFields& out, const WorkshopPlan& plan) {
  out.key("workshop");
  out.open();
  out.text("ages", band_letter(plan.ages));
  if (!plan.topic.empty()) out.text("topic", plan.topic.str());
  out.text("mode", run_word(plan.mode));
  out.text("group-size", plan.group_size);
  out.number("minutes", plan.minutes);
  out.close();
}

std::string settings_json(const Settings& s) {
  JsonFields out;
  out.open();
  out.text("format", "storknest-settings/1");
  out.open_list("languages");
  for (const auto& lang : s.languages) out.text(lang.str());
  out.close_list();
  out.flag("calm", s.calm);
  out.flag("bigger-letters", s.bigger_letters);
  out.flag("mirrored", s.mirrored);
  out.flag("controls-low", s.controls_low);
  out.flag("show-pending", s.show_pending);
  out.flag("shuffled-keypad", s.shuffled_keypad);
  out.number("volume", s.volume);
  // 23.8F is a little less than 23.8, which is what a person reads and writes.
  out.number("diagonal", std::round(static_cast<double>(s.diagonal) * 10) / 10);
  out.text("country", s.country);
  if (!s.venue.empty()) out.text("place", s.venue.str());
  out.number("retention-months", s.retention_months);
  write_usual(out, s.usual);
  out.close();
  return out.done();
}

std::string venues_json(const std::vector<Venue>& venues) {
  JsonFields out;
  out.open();
  out.text("format", "storknest-places/1");
  out.open_list("places");
  for (const auto& venue : venues) {
    out.open();
    out.text("id", venue.id.str());
    out.text("country", venue.country);
    out.key("names");
    out.open();
    for (const auto& [lang, name] : venue.names.all()) out.text(lang.str().c_str(), name.plain);
    out.close();
    out.close();
  }
  out.close_list();
  out.close();
  return out.done();
}

/// No file is no fault.
std::unique_ptr<Document> document_of(const fs::path& file, Diagnostics& out) {
  std::error_code failed;
  if (!fs::exists(file, failed) && !failed) return nullptr;
  auto text = read_file(file, kAdultFileBytes);
  if (text) return parse_json(file.filename().string(), std::move(*text), out);
  out.error("unreadable", {file.filename().string(), 0, 0, ""},
            "the file cannot be read or is larger than 1 MB.", "Look at its rights and its size.");
  return nullptr;
}

}  // namespace

std::vector<Venue> read_place_list(const fs::path& file, Diagnostics& out) {
  const auto document = document_of(file, out);
  return document ? read_venues(*document, out) : std::vector<Venue>();
}

Settings load_settings(const fs::path& folder, Diagnostics& out) {
  const auto document = document_of(folder / kSettingsFile, out);
  return document ? read_settings(*document, out) : Settings();
}

void save_settings(const fs::path& folder, const Settings& settings) {
  fs::create_directories(folder);
  write_file(folder / kSettingsFile, settings_json(settings));
}

std::vector<Venue> load_venues(const fs::path& shared, const fs::path& folder, Diagnostics& out) {
  auto venues = read_place_list(shared / "assets" / kPlacesFile, out);
  add_venues(venues, read_place_list(folder / kPlacesFile, out));
  return venues;
}

std::optional<std::size_t> add_venue_file(const fs::path& file, const fs::path& folder,
                                          Diagnostics& out) {
  const auto before = out.errors();
  auto fresh = read_place_list(file, out);
  if (out.errors() > before || fresh.empty()) return std::nullopt;
  Diagnostics old_faults;  // were told when the kiosk started
  auto venues = read_place_list(folder / kPlacesFile, old_faults);
  const auto count = fresh.size();
  add_venues(venues, std::move(fresh));
  fs::create_directories(folder);
  write_file(folder / kPlacesFile, venues_json(venues));
  return count;
}

}  // namespace nest::store
