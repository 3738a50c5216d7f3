#include "core/usage/report_registry.h"

#include "core/usage/release.h"
#include "core/usage/reports/activities.h"
#include "core/usage/reports/items.h"
#include "core/usage/reports/learning.h"
#include "core/usage/reports/visits.h"
#include "core/usage/reports/workshops.h"

namespace nest {
namespace {

bool has_workshops(const Figures& figures) {
  return !figures.runs.empty();
}
bool has_visits(const Figures& figures) {
  return figures.visits() >= kFewestVisits;
}

constexpr ReportPart kParts[] = {
    {"learning", has_workshops, reports::learning},
    {"workshops", has_workshops, reports::workshops},
    {"visits", has_visits, reports::visits},
    {"activities", has_visits, reports::activities},
    {"items", has_visits, reports::items},
};

}  // namespace

std::span<const ReportPart> report_parts() {
  return kParts;
}

}  // namespace nest
