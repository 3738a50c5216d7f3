#!/usr/bin/env python3
"""Opens the real window on a screen of its own (Xvfb), touches it with a real pointer, ends it.

    window.py STORKNEST [OPTIONS OF THE KIOSK]

The kiosk must take the touch, end on SIGTERM with exit code 0, and leave a database in which the
visit that was begun is ended.
"""
import contextlib
import os
import pathlib
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

PATIENCE = 60  # seconds; under sanitizers on a busy machine


def until(what, condition):
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if condition():
            return
        time.sleep(0.05)
    raise SystemExit(f"{what} did not happen within {PATIENCE} s")


@contextlib.contextmanager
def screen():
    """A display that nobody else uses; its number is chosen by the server."""
    read, write = os.pipe()
    server = subprocess.Popen(["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x800x24",
                               "-nolisten", "tcp"], pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    try:
        with os.fdopen(read) as number:
            yield ":" + number.readline().strip()
    finally:
        server.terminate()
        server.wait()


def rows(database, question):
    with contextlib.closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as db:
        return dict(db.execute(question).fetchall())


def smoke(storknest, options, folder):
    record = folder / "record.play"
    with screen() as display:
        foreign = pathlib.Path(__file__).with_name("lsan.supp")
        env = dict(os.environ, DISPLAY=display, SDL_AUDIODRIVER="dummy",
                   LSAN_OPTIONS=f"suppressions={foreign}:print_suppressions=0")
        env.pop("WAYLAND_DISPLAY", None)
        kiosk = subprocess.Popen([storknest, "--window", "1280x720", "--data", folder / "data",
                                  "--record", record, "--seed", "1", *options],
                                 env=env)

        def recorded(text):
            return record.exists() and text in record.read_text(encoding="utf-8")

        def touch(x, y):
            # Canvas units on a window of two thirds, which stands in the middle of the screen.
            subprocess.run(["xdotool", "mousemove", str(round(x * 2 / 3)),
                            str(40 + round(y * 2 / 3)), "mousedown", "1"], env=env, check=True)
            time.sleep(0.1)
            subprocess.run(["xdotool", "mouseup", "1"], env=env, check=True)

        try:
            until("the first frame", lambda: recorded("# screen attract"))
            # Impatient, as children are: until something happens.
            until("the touch", lambda: recorded("tap language/") or touch(500, 895))
            until("the next screen", lambda: recorded("# screen age"))
            kiosk.send_signal(signal.SIGTERM)
            code = kiosk.wait(PATIENCE)
        finally:
            kiosk.kill()
    if code != 0:
        raise SystemExit(f"SIGTERM ended the kiosk with exit code {code}")
    if (folder / "data" / "tally.db-wal").exists():
        raise SystemExit("the write-ahead log was left behind")
    used = rows(folder / "data" / "tally.db", "SELECT what, n FROM use_count")
    if used.get("visit") != 1 or used.get("end/home") != 1:
        raise SystemExit(f"the visit was not counted as begun and ended: {used}")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        smoke(sys.argv[1], sys.argv[2:], pathlib.Path(name))
