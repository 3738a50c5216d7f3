#include "store/adult_files.h"

#include <fmt/format.h>
#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include <algorithm>
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

/// A list from outside: a plain file, so that no link or device is followed.
std::vector<Venue> read_brought_list(const fs::path& file, Diagnostics& out) {
  const auto name = file.filename().string();
  std::error_code failed;
  const auto kind = fs::symlink_status(file, failed).type();
  if (kind == fs::file_type::regular) return read_place_list(file, out);
  if (kind == fs::file_type::not_found) {
    out.error("no-file", {name, 0, 0, ""}, "there is no such file.",
              "Put it on the stick itself, not in a folder.");
  } else {
    out.error("unreadable", {name, 0, 0, ""}, "this is no plain file.", "Copy the file itself.");
  }
  return {};
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
  write_file(folder / kSettingsFile, settings_json(settings));
}

std::vector<Venue> load_venues(const fs::path& shared, const fs::path& folder, Diagnostics& out) {
  auto venues = read_place_list(shared / "assets" / kPlacesFile, out);
  add_venues(venues, read_place_list(folder / kPlacesFile, out));
  return venues;
}

std::optional<VenuesAdded> add_venue_file(const fs::path& file, const fs::path& shared,
                                          const fs::path& folder, Diagnostics& out) {
  const auto before = out.errors();
  const auto fresh = read_brought_list(file, out);
  if (out.errors() > before) return std::nullopt;
  Diagnostics old_faults;  // were told when the kiosk started
  auto kept = read_place_list(folder / kPlacesFile, old_faults);
  const bool broken = old_faults.has_errors();
  auto all = load_venues(shared, folder, old_faults);
  const auto known = all.size();
  const auto added = add_venues(all, fresh);
  add_venues(kept, fresh);
  const auto unknown = std::count_if(fresh.begin(), fresh.end(), [&](const Venue& venue) {
    return find_venue(all, venue.id) == nullptr;
  });
  if (unknown > 0) {
    out.error("too-many", {file.filename().string(), 0, 0, ""},
              fmt::format("with the {} places that are known these are more than {}.", known,
                          kMostVenues),
              "Take out those that are not needed.");
    return std::nullopt;
  }
  if (added == VenuesAdded{}) return added;
  if (broken) fs::rename(folder / kPlacesFile, folder / kBrokenPlacesFile);
  write_file(folder / kPlacesFile, venues_json(kept));
  return added;
}

}  // namespace nest::store
