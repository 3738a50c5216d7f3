// Allowed: the one file that names every type of activity.
#include "core/activities/quiz/quiz.h"

auto read = quiz::read;
