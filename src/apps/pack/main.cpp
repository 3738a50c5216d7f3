// storknest-pack: what an author needs to write a pack: check, list, preview, narration; and the
// cards that an educator prints.
#include <CLI/CLI.hpp>
#include <cstdio>

#include "apps/pack/cards.h"
#include "apps/pack/check.h"
#include "apps/pack/list.h"
#include "apps/pack/narration.h"
#include "apps/pack/preview.h"
#include "store/files.h"

namespace {

using namespace nest;

/// Each command of the tool fills its own options.
struct Commands {
  explicit Commands(CLI::App& cli)
      : check(cli.add_subcommand("check", "Report every fault of packs")),
        list(cli.add_subcommand("list", "What packs hold; without DIR those of the kiosk")),
        preview(cli.add_subcommand("preview", "Every screen as a picture")),
        narration(
            cli.add_subcommand("narration", "Every sentence that is heard, and its recording")),
        cards(cli.add_subcommand("cards", "Picture cards for workshops, to print")) {
    cli.require_subcommand(1);
    check->add_option("DIR", checked.folders, "Pack folders, or folders of packs");
    check->add_flag("--json", checked.json, "Print findings as JSON, for tools");
    check->add_flag("--library", checked.library, "Also check the kiosk's own pictures");
    check->add_flag("--no-limits", checked.no_limits, "Packs of any size, to measure speed");
    list->add_option("DIR", listed, "Pack folders, or folders of packs");
    list->add_flag("--library", library, "Show the kiosk's pictures, sounds and characters");
    preview->add_option("DIR", previewed, "Pack folder")->required();
    preview->add_option("--out", pictures.out, "Folder for the pictures")->required();
    narration->add_option("DIR", told.folders, "Pack folders, or folders of packs");
    narration->add_flag("--interface", told.interface, "Also what the kiosk itself says");
    narration->add_option("--script", told.script, "Folder for recording sheets, one a language");
    narration->add_flag("--synthesise", told.synthesise, "Fill gaps with the built-in voice");
    narration->add_flag("--json", told.json, "Print the list as JSON, for tools");
    cards->add_option("--lang", printed.lang, "Language of the texts")->capture_default_str();
    cards->add_option("--out", printed.out, "The PDF to write")->required();
  }

  int run() const {
    app::Kit kit;
    if (*preview) return app::preview(previewed, pictures, kit);
    if (*narration) return app::narrate(told, kit);
    if (*cards) return app::print_cards(printed, kit);
    if (*list) return library ? app::list_library(kit) : app::list_packs(listed, kit);
    if (checked.folders.empty() && !checked.library) {
      throw std::runtime_error("name the folder of a pack: storknest-pack check DIR");
    }
    return app::check(checked, kit);
  }

  CLI::App *check, *list, *preview, *narration, *cards;
  app::CheckOptions checked;
  std::vector<std::filesystem::path> listed;
  bool library = false;
  std::filesystem::path previewed;
  app::PreviewOptions pictures;
  app::NarrationOptions told;
  app::CardsOptions printed;
};

}  // namespace

int main(int argc, char** argv) try {
  store::hold_standard_streams();
  CLI::App cli{"Checks and shows content packs."};
  const Commands commands(cli);
  try {
    cli.parse(argc, argv);
  } catch (const CLI::ParseError& e) {
    return cli.exit(e) == 0 ? 0 : 2;
  }
  return commands.run();
} catch (const std::exception& e) {
  fmt::print(stderr, "storknest-pack: {}\n", e.what());
  return 2;
}
