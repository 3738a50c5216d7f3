#pragma once
#include "core/activities/quiz/quiz.h"

inline int type() {
  return quiz::read();
}
