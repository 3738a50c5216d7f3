#pragma once
#include <CLI/CLI.hpp>

#include "store/files.h"

inline void quietly() {
  try {
  } catch (...) {
  }
}
