#pragma once
// A class of imaginary children who do both rounds of a pack's forms, as the events that the kiosk
// would send. Each child knows each goal with a probability of its own; the lesson adds the same
// number of points to all of them.
// Not here: workshops, kiosks, files (simulate.h).
#include <filesystem>
#include <string>
#include <vector>

#include "core/base/random.h"
#include "core/usage/event.h"

namespace nest::usage {

struct FormItem {
  ItemId item;
  GoalId goal;
  Form form = Form::a;
  AnswerId right;
  std::vector<AnswerId> wrong;  ///< "I don't know yet" is one of them
};
struct FormPack {
  PackId pack;
  ActivityId lesson;
  std::vector<FormItem> items;
};
/// The evaluated questions of the pack `id` in or below `folder`. Throws if it has none.
FormPack read_form_pack(const std::filesystem::path& folder, const std::string& id);

/// What one child does in a workshop, in the order in which it happens. `gain` in [-0.2, 0.2] is
/// added to the chance of each right answer. `first` is the form that its card gives it; with
/// `matched` the kiosk knows the child again.
std::vector<UsageEvent> child(const FormPack& pack, Form first, double gain, bool matched,
                              Random& luck);

}  // namespace nest::usage
