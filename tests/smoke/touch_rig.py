#!/usr/bin/env python3
"""Plays at the real window with real multi-touch, while the panel and the display come and go.

    touch_rig.py STORKNEST STORKNEST-USAGE

Up to ten fingers of several children at once; a hand lies on the glass while the panel is unplugged,
the display goes off, the screen and the window change their size. After each of these the kiosk must
take a single touch at once, in the place where the hand lay: a finger that got stuck would make it
part of that hand until it counts as dead, 8 s later. No question may be answered twice. Exit code 77:
this machine has no such display (CTest then calls the test skipped).
"""
import contextlib
import json
import pathlib
import random
import sqlite3
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))
import live  # noqa: E402 (beside the tests, not installed)
import touch_screen  # noqa: E402

PACK = HERE.parent / "playthroughs/packs/garden"
AT_ONCE = 6  # seconds; below the 8 s after which a stuck finger is forgotten
FRESH = 0.45  # seconds; a screen that has just changed takes no touch
# Where things lie on the canvas of 1920 x 1080: tests/golden/frames.
WAY = {"attract": (535, 895), "menu": (1170, 650), "path": (1400, 650)}  # to the questions
HOME = (96, 90)
ANSWERS, NEXT = [(890, 680), (1450, 680)], (1010, 995)
LANGUAGES = {"pl": (1455, 1010), "lt": (1725, 1010)}
HAND = [(-110, -40), (-60, -70), (0, -80), (60, -70), (110, -20)]  # about the touch to come


class Rig:
    def __init__(self, kiosk, devices, luck):
        self.kiosk, self.devices, self.luck = kiosk, devices, luck
        self.panel = touch_screen.connect(devices)
        self.measure()

    def run(self, *command):
        return subprocess.run(command, env=self.kiosk.env, check=True, capture_output=True,
                              text=True).stdout

    def measure(self):
        """Where the canvas lies on the screen; whoever moves one of them measures again."""
        told = self.run("xdotool", "getdisplaygeometry", "search", "--name", "Storknest",
                        "getwindowgeometry", "--shell")
        self.screen = [int(n) for n in told.split("\n", 1)[0].split()]
        at = dict(line.split("=") for line in told.split("\n")[1:] if line)
        x, y, width, height = (int(at[n]) for n in ("X", "Y", "WIDTH", "HEIGHT"))
        self.scale = min(width / 1920, height / 1080)
        self.corner = (x + (width - 1920 * self.scale) / 2, y + (height - 1080 * self.scale) / 2)

    def press(self, finger, place):
        self.panel.press(finger, [(corner + v * self.scale + 0.5) / size for corner, v, size
                                  in zip(self.corner, place, self.screen)])

    def tap(self, place):
        self.press(0, place)
        self.panel.settle()
        time.sleep(0.08)
        self.panel.lift(0)

    def to_the_questions(self):
        """Touches until a question is there, as children do."""
        def there():
            screen = self.record().rsplit("# screen ", 1)[-1].split("\n", 1)[0]
            if screen == "quiz":
                return True
            self.tap(WAY.get(screen, HOME))
            time.sleep(FRESH)
            return False
        live.until("a question", there)

    def record(self):
        return self.kiosk.record.read_text(encoding="utf-8")

    def taps(self, target=""):
        return self.record().count("tap " + target)

    def storm(self, rounds):
        """Several children at once: all ten fingers, then two who answer the same question."""
        for _ in range(rounds):
            self.to_the_questions()
            self.dance({finger: (self.luck.randrange(600, 1750), self.luck.randrange(430, 1060))
                        for finger in range(10)})
            time.sleep(FRESH)
            for _ in range(2):
                self.dance(dict(enumerate(self.luck.sample(ANSWERS, 2))))
            time.sleep(FRESH)
            self.tap(NEXT)

    def dance(self, places):
        """Fingers land one after the other, tremble, and are lifted in any order."""
        for finger, place in places.items():
            self.press(finger, place)
            time.sleep(self.luck.choice([0, 0, 0.03]))
        for finger, (x, y) in list(places.items()) * 3:
            self.press(finger, (x + self.luck.randint(-9, 9), y + self.luck.randint(-9, 9)))
        self.panel.settle()
        time.sleep(self.luck.choice([0.02, 0.05, 0.1, 0.65]))
        self.panel.lift(*self.luck.sample(list(places), len(places)))

    def lean(self, place):
        """A hand on the glass about this place."""
        for finger, (x, y) in enumerate(HAND):
            self.press(finger, (place[0] + x, place[1] + y))
        self.panel.settle()
        time.sleep(0.2)

    def heard(self, what):
        """A single touch is taken at once: the language changes, which every screen offers."""
        before = self.taps("language/")
        end = time.monotonic() + AT_ONCE
        for language in ["lt", "pl"] * 100:
            self.tap(LANGUAGES[language])
            time.sleep(FRESH)
            if self.taps("language/") > before:
                return
            if time.monotonic() > end:
                raise SystemExit(f"after {what} nobody was heard for {AT_ONCE} s; is a finger stuck?\n"
                                 + self.kiosk.said())

    def meet(self, what, *happens):
        """Something happens under a hand, which is lifted while it lasts."""
        self.lean(LANGUAGES["lt"])
        for number, step in enumerate(happens):
            self.run(*step)
            time.sleep(0.3)
            if number == 0:
                self.panel.lift()
        self.measure()
        self.heard(what)

    def unplug(self):
        """Under a hand, of which nobody ever tells that it is gone."""
        self.lean(LANGUAGES["lt"])
        self.run("xinput", "disable", touch_screen.PANEL)
        time.sleep(0.3)
        self.run("xinput", "enable", touch_screen.PANEL)
        self.panel = touch_screen.connect(self.devices)
        self.heard("unplugging the panel")


def play(rig):
    output = ["xrandr", "--output", touch_screen.OUTPUT]
    window = ["xdotool", "search", "--name", "Storknest", "windowmove", "0", "0", "windowsize"]
    rig.storm(10)
    rig.heard("ten fingers")
    rig.unplug()
    rig.meet("a dark screen", ["xset", "s", "activate"], ["xset", "s", "reset"])
    rig.meet("a display that was off", [*output, "--off"], [*output, "--mode", "1280x800"])
    rig.meet("a larger screen", [*output, "--mode", "1920x1080"])
    rig.meet("a larger window", [*window, "1920", "1080"])
    rig.meet("a small window", [*window, "900", "700"])
    rig.storm(1)
    rig.heard("ten fingers on a small window")


def judge(usage, data, rig):
    """What was counted, as a person reads it and as it lies in the file."""
    report = subprocess.run([usage, "report", "--json", "--data", data, "--packs", PACK],
                            check=True, capture_output=True, text=True).stdout
    rows = {row[0]: row[1] for row in json.loads(report)["sections"][0]["tables"][0]["rows"]}
    with contextlib.closing(sqlite3.connect(f"file:{data}/tally.db?mode=ro", uri=True)) as db:
        asked, answered, twice = db.execute(
            "SELECT sum(shown), sum(answered), sum(answered > shown OR retried > answered - correct)"
            " FROM item_count").fetchone()
    print(f"{rig.taps()} taps; {asked} questions, {answered} of them answered, {twice} twice")
    if twice or rows["questions answered"] != {"n": answered}:
        raise SystemExit(f"a question was answered twice, or the report tells others: {rows}")


def main(storknest, usage):
    lacking = touch_screen.missing()
    if lacking:
        print(f"skipped: {lacking}")
        sys.exit(77)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        options = ["--packs", PACK, "--data", folder / "data", "--age", "B"]
        with touch_screen.screen() as (display, devices), \
                live.Kiosk(storknest, display, folder, *options) as kiosk:
            kiosk.wait_for("# screen attract")
            rig = Rig(kiosk, devices, random.Random(7))
            play(rig)
            kiosk.end()
        judge(usage, folder / "data", rig)


if __name__ == "__main__":
    main(*sys.argv[1:])
