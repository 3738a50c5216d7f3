#include "core/usage/report_registry.h"

#include "core/usage/reports/activities.h"
#include "core/usage/reports/items.h"
#include "core/usage/reports/visits.h"

namespace nest {
namespace {

constexpr ReportPart kParts[] = {
    {"visits", reports::visits},
    {"activities", reports::activities},
    {"items", reports::items},
};

}  // namespace

std::span<const ReportPart> report_parts() {
  return kParts;
}

}  // namespace nest
