#!/usr/bin/env python3
"""Opens the real window on a screen of its own (Xvfb), touches it with a real pointer, ends it.

    window.py STORKNEST [OPTIONS OF THE KIOSK]

The kiosk must take the touch, end on SIGTERM with exit code 0, and leave a database in which the
visit that was begun is ended, and the note that it has ended in order.
"""
import json
import pathlib
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import live  # noqa: E402 (beside the tests, not installed)


ADULT_CODE = ('{"format": "storknest-adult/1", "failed": 0, '
              '"hash": "$argon2id$v=19$m=65536,t=2,p=1$c2FsdHNhbHRzYWx0c2FsdA$'
              'aGFzaGhhc2hoYXNoaGFzaGhhc2hoYXNoaGFzaGhhc2g"}')


def has_ended(data):
    """What the note says; None before it is written."""
    note = data / "last-stop.json"
    return json.loads(note.read_text(encoding="utf-8"))["ended"] if note.exists() else None


def smoke(storknest, options, folder):
    data = folder / "data"
    data.mkdir()
    # A kiosk that fills the screen and has no adult code would begin with the adult's wizard.
    (data / "adult.json").write_text(ADULT_CODE, encoding="utf-8")
    with live.screen() as display, \
            live.Kiosk(storknest, display, folder, "--data", data, *options) as kiosk:
        kiosk.begin_visit()
        live.until("the note that the kiosk runs", lambda: has_ended(data) is False)
        filled = kiosk.window_size()
        kiosk.end()
    if filled != ((1280, 800) if "--fullscreen" in options else (1280, 720)):
        raise SystemExit(f"the window measures {filled}")
    if (data / "tally.db-wal").exists():
        raise SystemExit("the write-ahead log was left behind")
    if has_ended(data) is not True:
        raise SystemExit("it is not noted that the kiosk ended in order")
    used = live.use_counts(data / "tally.db")
    if used.get("visit") != 1 or used.get("end/home") != 1:
        raise SystemExit(f"the visit was not counted as begun and ended: {used}")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        smoke(sys.argv[1], sys.argv[2:], pathlib.Path(name))
