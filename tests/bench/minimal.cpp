// The least that shows a picture and reacts to a touch: window, one text, one SVG, one present.
// Every figure of the kiosk stands beside this program's, built and run by the same script.
// usage: minimal PICTURE.svg FONT.ttf
#include <SDL2/SDL.h>
#include <SDL2/SDL_image.h>
#include <SDL2/SDL_ttf.h>

#include <cstdio>

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
  if (SDL_InitSubSystem(SDL_INIT_VIDEO) != 0 || TTF_Init() != 0) return 2;
  SDL_DisplayMode mode;
  SDL_GetCurrentDisplayMode(0, &mode);
  SDL_Window* window = SDL_CreateWindow("minimal", 0, 0, mode.w, mode.h, 0);
  SDL_Surface* screen = SDL_GetWindowSurface(window);
  TTF_Font* font = TTF_OpenFont(argv[2], 66);
  SDL_RWops* file = SDL_RWFromFile(argv[1], "rb");
  SDL_Surface* picture = file == nullptr ? nullptr : IMG_LoadSizedSVG_RW(file, 320, 320);
  if (screen == nullptr || font == nullptr || picture == nullptr) return 2;
  SDL_Surface* text = TTF_RenderUTF8_Blended(font, "Co zmywa zarazki?", {39, 54, 74, 255});
  SDL_FillRect(screen, nullptr, SDL_MapRGB(screen->format, 169, 221, 243));
  SDL_Rect at{400, 200, 0, 0};
  SDL_BlitSurface(text, nullptr, screen, &at);
  at = {400, 400, 0, 0};
  SDL_BlitSurface(picture, nullptr, screen, &at);
  SDL_UpdateWindowSurface(window);
  SDL_Rect card{900, 400, 300, 300};
  for (SDL_Event event; SDL_WaitEvent(&event) == 1;) {
    if (event.type == SDL_QUIT) break;
    const bool down = event.type == SDL_MOUSEBUTTONDOWN;
    if (!down && event.type != SDL_MOUSEBUTTONUP) continue;
    SDL_FillRect(screen, &card, SDL_MapRGB(screen->format, 255, 255, down ? 255 : 200));
    SDL_UpdateWindowSurfaceRects(window, &card, 1);
  }
  SDL_Quit();
}
