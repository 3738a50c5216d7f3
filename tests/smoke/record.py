#!/usr/bin/env python3
"""Records a visit at the real window and plays it again without one.

    record.py STORKNEST

Somebody who cannot aim touches all over the screen until two answers are given. Whatever came of
it, the recorded script must count the same: it is how a fault met in the field becomes a test.
"""
import contextlib
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

PACK = HERE.parent / "playthroughs/packs/garden"
# How a visit ends and how long a child thought differ; everything else may not.
QUESTIONS = [
    "SELECT what, n FROM use_count WHERE what NOT LIKE 'end/%' ORDER BY 1",
    "SELECT pack, activity, started FROM activity_count ORDER BY 1, 2",
    "SELECT phase, pack, item, shown, answered, correct, retried, retried_correct, hints"
    " FROM item_count ORDER BY 1, 2, 3",
    "SELECT phase, pack, item, option, sum(n) FROM outcome GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4",
]


def counted(folder):
    with contextlib.closing(sqlite3.connect(f"file:{folder}/tally.db?mode=ro", uri=True)) as db:
        return [db.execute(question).fetchall() for question in QUESTIONS]


def mash(kiosk, luck):
    kiosk.begin_visit()
    end = time.monotonic() + 3 * live.PATIENCE
    while kiosk.record.read_text(encoding="utf-8").count("tap answer/") < 2:
        if time.monotonic() > end:
            raise SystemExit("nothing was answered:\n" + kiosk.record.read_text(encoding="utf-8"))
        kiosk.touch(luck.randrange(200, 1720), luck.randrange(300, 1000))
        time.sleep(0.5)  # a screen that has just changed takes no touch


def main(storknest):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        options = ["--packs", PACK, "--data", folder / "live"]
        with live.screen() as display, \
                live.Kiosk(storknest, display, folder, *options) as kiosk:
            mash(kiosk, random.Random(7))
            kiosk.end()
        script = kiosk.record.read_text(encoding="utf-8")
        said = script.splitlines()[0].removeprefix("# options: ").split()
        played = subprocess.run([storknest, "--play", kiosk.record, *said,
                                 "--data", folder / "played"], env=live.environment(),
                                capture_output=True, text=True, check=False)
        if played.returncode:
            sys.exit(f"the record cannot be played:\n{script}\n{played.stdout}{played.stderr}")
        if counted(folder / "live") != counted(folder / "played"):
            sys.exit(f"other counts:\n{counted(folder / 'live')}\n{counted(folder / 'played')}\n"
                     f"{script}\n{played.stdout}")


if __name__ == "__main__":
    main(sys.argv[1])
