#include "core/base/clocky.h"

#include "clocky.h"

#define NOW std::chrono::steady_clock::now()

// Words in comments are free: steady_clock::now(), getenv, quiz::read.
long luck() {
  return std::random_device()() + std::chrono::system_clock::now().time_since_epoch().count();
}
