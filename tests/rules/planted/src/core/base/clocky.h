// Planted faults: every line below breaks a rule of layers.py; expected.txt says which.
#include <SDL2/SDL.h>
#include <sqlite3.h>
#include <unistd.h>

#include <fstream>
#include <thread>

#include "core/shell/kiosk.h"
#include "store/files.h"
