#pragma once
#include "core/activities/lesson/lesson.h"

namespace nest::quiz {
int read();
}  // namespace nest::quiz
