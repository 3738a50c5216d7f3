#include "apps/pack/preview.h"
