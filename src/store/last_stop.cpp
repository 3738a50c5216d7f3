#include "store/last_stop.h"

#include <fmt/format.h>

#include <string>

#include "store/data_folder.h"
#include "store/small_file.h"

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
  return read_small_file<LastStop>(folder / kLastStopFile, kStopFileBytes, "the last stop", out,
                                   read_stop)
      .value_or(StopUnknown{});
}

void note_start(const std::filesystem::path& folder, const std::optional<WallTime>& now) {
  note(folder, false, now);
}

void note_end(const std::filesystem::path& folder, const std::optional<WallTime>& now) {
  note(folder, true, now);
}

}  // namespace nest::store
