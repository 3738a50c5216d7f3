#include "store/last_stop.h"

#include <fmt/format.h>

#include <string>

#include "core/base/reader.h"
#include "store/data_folder.h"
#include "store/files.h"
#include "store/json.h"

namespace nest::store {
namespace {

constexpr const char* kStopFormat = "storknest-stop/1";
constexpr std::size_t kStopFileBytes = 4096;

/// Of "2026-11-27" and the minute of that day; nothing if a clock told neither.
std::optional<WallTime> read_time(Reader& in) {
  constexpr std::size_t kLastMinute = 24 * 60 - 1;
  const auto day = day_of(in.text_or("day", ""));
  const auto minute = static_cast<int>(in.count("minute", 0, kLastMinute, 0));
  if (!day) return std::nullopt;
  return WallTime{*day, minute / 60, minute % 60};
}

LastStop read_stop(Reader& in) {
  in.word_of("format", {kStopFormat}, true);
  const bool ended = in.truth("ended");
  const auto time = read_time(in);
  return ended ? LastStop(StoppedInOrder{time}) : LastStop(StoppedSuddenly{time});
}

void note(const std::filesystem::path& folder, bool ended, const std::optional<WallTime>& now) {
  auto text = fmt::format(R"({{"format": "{}", "ended": {})", kStopFormat, ended);
  if (now) {
    text +=
        fmt::format(R"(, "day": "{}", "minute": {})", iso(now->day), now->hour * 60 + now->minute);
  }
  write_file(folder / kLastStopFile, text + "}\n");
}

}  // namespace

LastStop read_last_stop(const std::filesystem::path& folder, Diagnostics& out) {
  std::error_code failed;
  const auto file = folder / kLastStopFile;
  if (!std::filesystem::exists(file, failed)) return StopUnknown{};
  Diagnostics faults;
  const auto document =
      parse_json(kLastStopFile, read_file(file, kStopFileBytes).value_or(""), faults);
  LastStop stop;
  if (const auto root = document->root(); root && root->kind() == NodeKind::object) {
    ReadContext context{faults, {}};
    stop = read_object<LastStop>(*root, "the last stop", context, read_stop);
  } else if (root) {
    faults.error("wrong-kind", root->place(), "this is one object { }.", "Remove the file.");
  }
  out.append(faults);
  return faults.has_errors() ? StopUnknown{} : stop;
}

void note_start(const std::filesystem::path& folder, const std::optional<WallTime>& now) {
  note(folder, false, now);
}

void note_end(const std::filesystem::path& folder, const std::optional<WallTime>& now) {
  note(folder, true, now);
}

}  // namespace nest::store
