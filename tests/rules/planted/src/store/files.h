#pragma once
#include "stage/window.h"

inline const char* home() {
  return getenv("HOME");
}
