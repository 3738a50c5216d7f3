#include "apps/kiosk/records.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <chrono>

#include "apps/kiosk/say.h"
#include "store/adult_files.h"
#include "store/compose_report.h"
#include "store/data_folder.h"
#include "store/export_files.h"
#include "store/tally_merge.h"
#include "store/tally_reader.h"
#include "store/writers/report_html.h"
#include "store/writers/report_xlsx.h"

namespace nest::app {
namespace {

namespace fs = std::filesystem;

template <class T>
bool ready(const std::future<T>& future) {
  return future.valid() && future.wait_for(std::chrono::seconds(0)) == std::future_status::ready;
}

/// A folder on which another disk is mounted.
bool is_mount(const fs::path& folder) {
  struct stat here {};
  struct stat above {};
  return ::stat(folder.c_str(), &here) == 0 && ::stat(folder.parent_path().c_str(), &above) == 0 &&
         here.st_dev != above.st_dev && ::access(folder.c_str(), W_OK) == 0;
}

/// Where desktops and udisks mount what is plugged in: /media/USER/NAME, /run/media/USER/NAME.
std::optional<fs::path> find_stick() {
  for (const auto* root : {"/media", "/run/media"}) {
    std::error_code none;
    for (const auto& user : fs::directory_iterator(root, none)) {
      if (is_mount(user.path())) return user.path();
      for (const auto& stick : fs::directory_iterator(user.path(), none)) {
        if (is_mount(stick.path())) return stick.path();
      }
    }
  }
  return std::nullopt;
}

ExportTrouble trouble_with(const fs::path& stick) {
  std::error_code gone;
  const auto space = fs::space(stick, gone);
  if (gone || !is_mount(stick)) return ExportTrouble::pulled;
  return space.available < 1'000'000 ? ExportTrouble::full : ExportTrouble::unreadable;
}

}  // namespace

Records::Records(fs::path shared, fs::path folder, std::function<void()> bell)
    : shared_(std::move(shared)), folder_(std::move(folder)), bell_(std::move(bell)) {}

void Records::read(store::SqliteTally& tally) {
  if (reading_.valid()) return;
  reading_ = std::async(std::launch::async, [this, &tally] {
    tally.settle();
    std::vector<EarlierWorkshop> found;
    try {
      found = earlier_workshops(store::read_tally(folder_).tables);
    } catch (const std::exception&) {
      // No tally yet, or a broken one: the self-test says so.
    }
    bell_();
    return found;
  });
}

bool Records::take() {
  if (!ready(reading_)) return false;
  earlier_ = reading_.get();
  return true;
}

void Records::write_out(store::SqliteTally& tally, const Day& today) {
  if (writing_.valid()) return;
  const auto stick = find_stick();
  if (!stick) return;
  tally.take(CloseRun{});  // only closed runs travel; free play goes on in a new one
  writing_ = std::async(std::launch::async, [this, &tally, stick = *stick, today] {
    Stick result = ExportFailed{trouble_with(stick)};
    try {
      result = exported(tally, stick, today);
    } catch (const std::exception& error) {
      say(fmt::format("the export failed: {}", error.what()));
      result = ExportFailed{trouble_with(stick)};
    }
    bell_();
    return result;
  });
}

Stick Records::exported(store::SqliteTally& tally, const fs::path& stick, const Day& today) const {
  tally.settle();
  const auto reading = store::read_figures(folder_);
  Diagnostics known;  // faults of place lists were told when the kiosk started
  const store::ReportSources sources{shared_, shared_ / "assets" / "packs",
                                     store::load_venues(shared_, folder_, known)};
  std::vector<store::ExportFile> files;
  for (const std::string lang : {"pl", "lt", "en"}) {
    const auto [report, words] = store::compose_report(sources, lang, reading);
    files.push_back({fmt::format("report-{}.html", lang), store::report_html(report, words)});
    files.push_back({fmt::format("report-{}.xlsx", lang), store::report_xlsx(report, words)});
  }
  const auto folder = stick / fmt::format("storknest-{}", iso(today));
  fs::create_directories(folder);
  store::merge_into_file({folder_}, folder / "working-file.db");
  store::export_files(folder, files);
  return Exported{files.size() + 1};
}

Stick Records::stick() {
  if (ready(writing_)) last_ = writing_.get();
  if (writing_.valid()) return Exporting{};
  const auto stick = find_stick();
  if (!stick) {
    if (last_ && std::holds_alternative<Exported>(*last_)) return *last_;
    last_.reset();
    return NoStick{};
  }
  if (last_) return *last_;
  std::error_code unknown;
  const auto space = fs::space(*stick, unknown);
  return StickFound{stick->filename().string(), unknown ? 0 : space.available / 1'000'000};
}

}  // namespace nest::app
