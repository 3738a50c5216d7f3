// storknest-pack: what an author needs to write a pack: check, list, preview.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <stdexcept>

#include "apps/pack/preview.h"
#include "store/assets.h"
#include "store/folder_source.h"
#include "store/library.h"

namespace {

using namespace nest;

int check(const std::vector<std::string>& folders, const store::Assets& assets) {
  Diagnostics out;
  const auto rigs = assets.rigs(out);
  const Surroundings around{assets.pictures(), assets.sounds(), &rigs, nullptr, {}, true};
  for (const auto& folder : folders) {
    const auto files = store::read_folder(folder, out);
    read_pack(files, around, out);
  }
  out.sort();
  for (const auto& d : out.list()) fmt::print("{}\n", to_text(d));
  return out.empty() ? 0 : 1;
}

int preview(const std::string& folder, const app::PreviewOptions& options, store::Assets& assets) {
  Diagnostics faults;
  const auto rigs = assets.rigs(faults);
  const auto catalogs = assets.catalogs(faults);
  const stage::Fonts fonts;
  const Surroundings around{assets.pictures(), assets.sounds(), &rigs, nullptr, {}, true};
  const auto library = store::load_library({folder}, assets, around);
  for (const auto& d : library.faults.list()) fmt::print("{}\n", to_text(d));
  if (library.packs.empty()) throw std::runtime_error("there is no pack to show in " + folder);
  for (const auto& pack : library.packs) {
    const auto screens = app::preview(pack, {assets, fonts, catalogs, rigs}, options);
    fmt::print("{}: {} screens and contact-sheet.png in {}\n", pack.id().str(), screens,
               options.out.string());
  }
  return library.faults.empty() ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) try {
  CLI::App cli{"Checks and shows content packs."};
  std::vector<std::string> folders;
  auto* check_command = cli.add_subcommand("check", "Report every fault of packs");
  check_command->add_option("DIR", folders, "Pack folders")->required();
  std::string folder;
  app::PreviewOptions options;
  auto* preview_command = cli.add_subcommand("preview", "Every screen as a picture");
  preview_command->add_option("DIR", folder, "Pack folder")->required();
  preview_command->add_option("--out", options.out, "Folder for the pictures")->required();
  cli.require_subcommand(1);
  CLI11_PARSE(cli, argc, argv);
  store::Assets assets(store::find_shared_folder("/proc/self/exe"));
  return *preview_command ? preview(folder, options, assets) : check(folders, assets);
} catch (const std::exception& e) {
  fmt::print(stderr, "storknest-pack: {}\n", e.what());
  return 2;
}
