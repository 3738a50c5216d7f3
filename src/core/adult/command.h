#pragma once
// What the adult area asks its owner to do. Everything that leaves it is one of these.
#include <string>
#include <variant>

#include "core/adult/plan.h"
#include "core/adult/settings.h"

namespace nest {

struct StartWorkshop {
  WorkshopPlan plan;
};
/// From before to lesson, from lesson to after.
struct NextStage {};
struct CloseWorkshop {};
/// Pauses every child's screen of this kiosk, or lets it go on.
struct PauseAll {
  bool on = true;
};
/// What follows is not counted until this is taken back.
struct DoNotCount {
  bool on = true;
};
struct DeleteWorkshop {
  std::string id;
};
struct ChangeSettings {
  Settings settings;
};
struct TestSound {};
struct Export {};
/// Those of the list on the stick.
struct AddPlaces {};
struct Quit {};
struct PowerOff {};

using AdultCommand =
    std::variant<StartWorkshop, NextStage, CloseWorkshop, PauseAll, DoNotCount, DeleteWorkshop,
                 ChangeSettings, TestSound, Export, AddPlaces, Quit, PowerOff>;

}  // namespace nest
