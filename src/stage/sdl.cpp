#include "stage/sdl.h"
