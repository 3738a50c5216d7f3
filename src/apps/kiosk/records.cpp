#include "apps/kiosk/records.h"

#include <fmt/format.h>

#include <chrono>

#include "apps/kiosk/say.h"
#include "core/base/utf8.h"
#include "store/adult_files.h"
#include "store/compose_report.h"
#include "store/data_folder.h"
#include "store/export_files.h"
#include "store/tally_reader.h"
#include "store/working_file.h"
#include "store/writers/report_html.h"
#include "store/writers/report_xlsx.h"

namespace nest::app {
namespace {

namespace fs = std::filesystem;

template <class T>
bool ready(const std::future<T>& future) {
  return future.valid() && future.wait_for(std::chrono::seconds(0)) == std::future_status::ready;
}

/// With what is written on it, as far as that may stand on a screen.
StickFound stick_found(const store::StickSeen& stick) {
  return {printable(stick.path.filename().string()), stick.free_megabytes};
}

ExportTrouble trouble_with(const fs::path& stick) {
  std::error_code gone;
  const auto space = fs::space(stick, gone);
  if (gone || !store::is_mount(stick)) return ExportTrouble::pulled;
  return space.available < 1'000'000 ? ExportTrouble::full : ExportTrouble::unreadable;
}

}  // namespace

Records::Records(fs::path shared, fs::path folder, std::function<void()> bell)
    : shared_(std::move(shared)),
      folder_(std::move(folder)),
      bell_(std::move(bell)),
      drives_({folder_}, bell_) {}

void Records::adult_came() {
  export_.forget();
  places_.forget();
}

void Records::wait() const {
  if (reading_.valid()) reading_.wait();
  if (writing_.valid()) writing_.wait();
  if (adding_.valid()) adding_.wait();
}

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
  const auto stick = drives_.now().stick;
  if (!stick || !stick->writable) return;
  tally.take(CloseRun{});  // only closed runs travel; free play goes on in a new one
  writing_ = std::async(std::launch::async, [this, &tally, stick = stick->path, today] {
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
  const auto folder = stick / fmt::format("storknest-{}", iso(today));
  // The kiosks of a room come one after the other: each report is of all that came so far.
  auto [counters, reading] = store::working_file(folder_, folder);
  Diagnostics known;  // faults of place lists were told when the kiosk started
  const store::ReportSources sources{shared_, shared_ / "assets" / "packs",
                                     store::load_venues(shared_, folder_, known)};
  std::vector<store::ExportFile> files;
  for (const std::string lang : {"pl", "lt", "en"}) {
    const auto [report, words] = store::compose_report(sources, lang, reading);
    files.push_back({fmt::format("report-{}.html", lang), store::report_html(report, words)});
    files.push_back({fmt::format("report-{}.xlsx", lang), store::report_xlsx(report, words)});
  }
  files.push_back(std::move(counters));
  store::export_files(folder, files);
  return Exported{files.size()};
}

Stick Records::stick() {
  if (ready(writing_)) export_.ended(writing_.get());
  const auto stick = drives_.now().stick;
  const bool usable = stick && stick->writable;
  export_.look(usable);
  if (writing_.valid()) return Exporting{};
  if (export_.last()) return *export_.last();
  if (!usable) return NoStick{};
  return stick_found(*stick);
}

void Records::add_places() {
  const auto stick = drives_.now().stick;
  if (adding_.valid() || !stick) return;
  adding_ = std::async(std::launch::async, [this, stick = stick->path] {
    auto news = added(stick);
    bell_();
    return news;
  });
}

Records::PlacesNews Records::added(const fs::path& stick) const {
  Diagnostics faults;
  PlacesNews news;
  try {
    const auto sum = store::add_venue_file(stick / store::kPlacesFile, shared_, folder_, faults);
    news.result = sum ? PlacesOnStick(*sum) : PlacesOnStick(refusal_of(faults));
    Diagnostics known;
    if (sum) news.venues = store::load_venues(shared_, folder_, known);
  } catch (const std::exception& error) {
    say(fmt::format("the places cannot be kept: {}", error.what()));
    news.result = VenuesRefused{VenueFault::not_kept, 0};
  }
  say(faults);
  return news;
}

PlacesOnStick Records::places() {
  if (ready(adding_)) {
    auto news = adding_.get();
    places_.ended(std::move(news.result));
    if (news.venues) venues_ = std::move(news.venues);
  }
  const auto stick = drives_.now().stick;
  places_.look(stick.has_value());
  if (adding_.valid()) return PlacesReading{};
  if (places_.last()) return *places_.last();
  if (!stick) return NoStick{};
  return stick_found(*stick);
}

}  // namespace nest::app
