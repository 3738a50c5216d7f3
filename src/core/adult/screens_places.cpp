// Places from a stick: what is found there, what was added, or what is wrong with the list.
#include <fmt/format.h>

#include "core/adult/parts.h"
#include "core/adult/screens.h"
#include "core/base/overloaded.h"

namespace nest {
namespace {

const char* words_of(VenueFault why) {
  switch (why) {
    case VenueFault::no_file:
      return "adult.places.no-file";
    case VenueFault::unreadable:
      return "adult.places.unreadable";
    case VenueFault::syntax:
      return "adult.places.syntax";
    case VenueFault::name:
      return "adult.places.name";
    case VenueFault::same_id:
      return "adult.places.same-id";
    case VenueFault::too_many:
      return "adult.places.too-many";
    case VenueFault::not_kept:
      return "adult.places.not-kept";
    case VenueFault::entry:
      break;
  }
  return "adult.places.entry";
}

std::string added_text(const AdultView& view, const VenuesAdded& news) {
  if (news == VenuesAdded{}) return view.text("adult.places.known");
  std::string text;
  if (news.added > 0) text = view.counted("adult.places.added", news.added);
  if (news.changed == 0) return text;
  return fmt::format("{}{}{}", text, text.empty() ? "" : " ",
                     view.counted("adult.places.changed", news.changed));
}

class PlacesScreen : public AdultScreen {
 public:
  explicit PlacesScreen(Way way) : way_(way) {}

  void draw(Frame& frame, const AdultView& view) const override {
    draw_head(frame, view, view.text("adult.places.title"), fmt::format("go/{}", way_.back));
    const auto say = [&](const char* icon, const std::string& words) {
      draw_notice(frame, view, icon, words);
    };
    std::visit(
        Overloaded{
            [&](const NoStick&) { say("icon-export", view.text("adult.places.none")); },
            [&](const StickFound& stick) {
              say("icon-export", fmt::format("{} {}. {}", view.text("adult.export.found"),
                                             stick.name, view.text("adult.places.found")));
              draw_actions(frame, view, {{"add", view.text("adult.places.begin")}});
            },
            [&](const PlacesReading&) { say("icon-export", view.text("adult.places.reading")); },
            [&](const VenuesAdded& news) {
              say("icon-tick", added_text(view, news));
              draw_actions(frame, view, {{fmt::format("go/{}", way_.on), view.text("adult.done")}});
            },
            [&](const VenuesRefused& no) {
              const auto why = view.text(words_of(no.why), {{"line", static_cast<long>(no.line)}});
              say("icon-almost", fmt::format("{} {}", why, view.text("adult.places.nothing")));
              draw_actions(frame, view, {{"add", view.text("adult.export.again")}});
            }},
        view.facts.places);
  }
  void tap(std::string_view target, AdultDesk& desk) override {
    if (target == "add") desk.ask(AddPlaces{});
  }

 private:
  Way way_;
};

}  // namespace

AdultScreenPtr make_places_screen(Way way) {
  return std::make_unique<PlacesScreen>(way);
}

}  // namespace nest
