// storknest-pack: what an author needs to write a pack: check, list, preview.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstdio>

#include "store/assets.h"
#include "store/folder_source.h"

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

}  // namespace

int main(int argc, char** argv) try {
  CLI::App app{"Checks and shows content packs."};
  std::vector<std::string> folders;
  auto* check_command = app.add_subcommand("check", "Report every fault of packs");
  check_command->add_option("DIR", folders, "Pack folders")->required();
  CLI11_PARSE(app, argc, argv);
  const store::Assets assets(store::find_shared_folder("/proc/self/exe"));
  return check(folders, assets);
} catch (const std::exception& e) {
  fmt::print(stderr, "storknest-pack: {}\n", e.what());
  return 2;
}
