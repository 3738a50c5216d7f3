#include "apps/usage/simulate.h"

#include <fmt/format.h>

#include <array>
#include <chrono>
#include <map>
#include <memory>
#include <stdexcept>

#include "apps/usage/class_of.h"
#include "store/assets.h"
#include "store/data_folder.h"
#include "store/tally_writer.h"

namespace nest::usage {
namespace {

namespace fs = std::filesystem;

/// Polish and Lithuanian by turns.
constexpr std::array<const char*, 4> kPlaces{"bialystok-school", "marijampole-school",
                                             "suwalki-school", "alytus-school"};
constexpr std::array<const char*, 3> kAges{"A", "B", "C"};
constexpr double kMostGain = 20;
constexpr int kMostWorkshops = 100'000, kMostChildren = 48, kMostKiosks = 9;

/// One kiosk's data folder: what is counted waits until the workshop is over, then it is written in
/// one transaction.
class KioskTally : public TallyStore {
 public:
  KioskTally(const fs::path& folder, Random luck) : folder_(folder), writer_(folder, luck) {
    if (fs::exists(folder / store::kTallyFile)) {
      throw std::runtime_error(folder.string() + " has a tally already; choose an empty folder.");
    }
  }
  void take(TallyChange change) override { writer_.take(change); }
  std::uint64_t acknowledged() const override { return writer_.committed(); }
  void write() {
    if (writer_.write()) return;
    throw std::runtime_error(fmt::format("{} cannot be written ({}).", folder_.string(),
                                         writer_.trouble() ? writer_.trouble()->detail : "?"));
  }
  void close() { writer_.close(); }

 private:
  fs::path folder_;
  store::TallyWriter writer_;
};

class Programme {
 public:
  Programme(const SimulateOptions& options, FormPack pack)
      : options_(options), pack_(std::move(pack)), luck_(options.seed) {}

  void run() {
    for (int i = 0; i < options_.workshops; ++i) workshop(i);
    for (auto& [name, kiosk] : kiosks_) kiosk->close();
  }
  std::size_t kiosks() const { return kiosks_.size(); }

 private:
  KioskTally& kiosk(const std::string& place, int number) {
    const auto name = fmt::format("{}-{}", place, number + 1);
    auto& kiosk = kiosks_[name];
    if (!kiosk) kiosk = std::make_unique<KioskTally>(options_.out / name, Random(luck_.next()));
    return *kiosk;
  }
  /// Two workshops a week from the second of March 2026 on.
  static std::string day(int number) {
    namespace cal = std::chrono;
    const cal::sys_days first(cal::year(2026) / cal::March / 2);
    const cal::year_month_day date(first + cal::days(number / 2 * 7 + number % 2 * 2));
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  }
  void workshop(int number) {
    const auto index = static_cast<std::size_t>(number);
    const std::string place = kPlaces.at(index % kPlaces.size());
    const int band = options_.children / 5 * 5;
    RunInfo run{{},
                options_.mode,
                day(number),
                place,
                kAges.at(index / kPlaces.size() % kAges.size()),
                fmt::format("{}-{}", band, band + 4),
                fmt::format("{:04}", luck_.below(10'000))};
    for (int k = 0; k < options_.kiosks; ++k) {
      run.id = fmt::format("{:016x}", luck_.next());
      play(kiosk(place, k), run, k);
    }
  }
  /// Every kiosk gets each so many-th child; cards give form A and form B by turns.
  void play(KioskTally& tally, const RunInfo& run, int kiosk) {
    Counter counter(tally);
    counter.count(RunBegun{run});
    for (int c = kiosk; c < options_.children; c += options_.kiosks) {
      const auto first = luck_.below(2) == 0 ? Form::a : Form::b;
      const bool matched = options_.mode == "paired";
      for (const auto& event : child(pack_, first, options_.gain / 100, matched, luck_)) {
        counter.count(event);
      }
    }
    counter.count(RunClosed{});
    tally.write();
  }

  const SimulateOptions& options_;
  const FormPack pack_;
  Random luck_;
  std::map<std::string, std::unique_ptr<KioskTally>> kiosks_;
};

}  // namespace

CLI::App* add_simulate(CLI::App& app, SimulateOptions& options) {
  auto* const command =
      app.add_subcommand("simulate", "Make tallies of imaginary workshops with a known gain");
  command->add_option("--workshops", options.workshops, "How many")
      ->check(CLI::Range(1, kMostWorkshops))
      ->capture_default_str();
  command->add_option("--children", options.children, "In each workshop")
      ->check(CLI::Range(1, kMostChildren))
      ->capture_default_str();
  command->add_option("--kiosks", options.kiosks, "In each room")
      ->check(CLI::Range(1, kMostKiosks))
      ->capture_default_str();
  command->add_option("--gain", options.gain, "What the lesson adds, in percentage points")
      ->check(CLI::Range(-kMostGain, kMostGain))
      ->capture_default_str();
  command->add_option("--seed", options.seed, "The same seed makes the same children")
      ->capture_default_str();
  command->add_option("--mode", options.mode, "With cards or without")
      ->check(CLI::IsMember({"paired", "unpaired"}))
      ->capture_default_str();
  command->add_option("--pack", options.pack, "The topic")->capture_default_str();
  command->add_option("--packs", options.packs, "Where it is looked for");
  command->add_option("--out", options.out, "A new folder for the kiosks' data folders")
      ->required();
  return command;
}

int simulate(const SimulateOptions& options) {
  const auto packs =
      options.packs.value_or(store::find_shared_folder("/proc/self/exe") / "assets" / "packs");
  Programme programme(options, read_form_pack(packs, options.pack));
  programme.run();
  fmt::print("{} workshops of {} children on {} kiosks in {}; the lesson adds {} points.\n",
             options.workshops, options.children, programme.kiosks(), options.out.string(),
             options.gain);
  return 0;
}

}  // namespace nest::usage
