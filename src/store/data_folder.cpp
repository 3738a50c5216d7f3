#include "store/data_folder.h"

namespace nest::store {
namespace {

bool absolute(const char* path) {
  return path && std::filesystem::path(path).is_absolute();
}

}  // namespace

std::optional<std::filesystem::path> data_folder(const char* xdg_data_home, const char* home) {
  if (absolute(xdg_data_home)) return std::filesystem::path(xdg_data_home) / "storknest";
  if (absolute(home)) return std::filesystem::path(home) / ".local" / "share" / "storknest";
  return std::nullopt;
}

}  // namespace nest::store
