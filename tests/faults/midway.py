#!/usr/bin/env python3
"""What goes away in the middle of a visit at the real window, and comes back.

    midway.py STORKNEST CASE

The child's visit ends kindly or goes on; whoever comes next plays. What is missing from the start:
start.py; displays and touch panels that come and go: ../smoke/touch_rig.py.
"""
import json
import pathlib
import shutil
import struct
import sys
import zlib

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))
import live  # noqa: E402 (beside the tests, not installed)

PACK = HERE.parent / "playthroughs/packs/garden"
HANDS = HERE.parents[1] / "assets/packs/hands"
# Places on the canvas of 1920 x 1080: tests/golden/frames.
POLISH, ALONE, FIRST, SECOND = (500, 895), (1170, 650), (940, 650), (1400, 650)
HOME, LISTEN = (96, 90), (236, 90)
ANSWERS, NEXT = [(890, 680), (1450, 680)], (1010, 995)


def touch_until(running, word, *places):
    """Touches these places in turn until the record, from its present end on, holds the word."""
    begin = len(running.record.read_text(encoding="utf-8"))
    turn = iter(list(places) * 200)

    def there():
        if word in running.record.read_text(encoding="utf-8")[begin:]:
            return True
        running.touch(*next(turn))
        return False
    live.until(word, there)


def picture(shade):
    """A PNG of 64 x 64 pixels of one grey."""
    def chunk(kind, content):
        return (struct.pack(">I", len(content)) + kind + content
                + struct.pack(">I", zlib.crc32(kind + content)))
    rows = (b"\0" + bytes([shade]) * 64) * 64
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 64, 64, 8, 0, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


def pack_with_pictures(folder):
    """The garden with pictures of its own for its answers."""
    media = folder / "media"
    media.mkdir(parents=True)
    pack = json.loads((PACK / "pack.json").read_text(encoding="utf-8"))
    answers = [answer for item in pack["items"] for answer in item["answers"]]
    for number, answer in enumerate(answers):
        answer["picture"] = f"media/{number}.png"
        (media / f"{number}.png").write_bytes(picture(number * 9))
    (folder / "pack.json").write_text(json.dumps(pack), encoding="utf-8")


def unplugged_pack(kiosk, folder):
    """A drive is pulled out under a quiz; the child is thanked, and another pack remains."""
    pack = folder / "stick/garden"
    pack_with_pictures(pack)
    options = ["--packs", pack, HANDS, "--data", folder / "data", "--age", "B"]
    with live.screen() as display, live.Kiosk(kiosk, display, folder, *options) as running:
        running.wait_for("# screen attract")
        touch_until(running, "# screen menu", POLISH)
        touch_until(running, "# screen path", FIRST)
        touch_until(running, "# screen quiz", SECOND)
        shutil.rmtree(pack.parent)
        touch_until(running, "# screen farewell", *ANSWERS, NEXT)
        running.wait_to_say("the files of the pack garden are gone")
        touch_until(running, "# screen attract", HOME)
        touch_until(running, "# screen menu", POLISH)
        touch_until(running, "tap topic/hands", ALONE)
        running.end()
    counted = live.use_counts(folder / "data/tally.db")
    if counted.get("end/farewell") != 1:
        raise SystemExit(f"the visit did not end kindly: {counted}")


def unplugged_library(kiosk, folder):
    """A pack whose pictures are all of the kiosk's own goes on from memory."""
    pack = folder / "stick/hands"
    shutil.copytree(HANDS, pack)
    options = ["--packs", pack, "--data", folder / "data", "--age", "B"]
    with live.screen() as display, live.Kiosk(kiosk, display, folder, *options) as running:
        running.wait_for("# screen attract")
        touch_until(running, "# screen menu", POLISH)
        shutil.rmtree(pack.parent)
        touch_until(running, "tap activity/", (960, 560), (560, 560))
        running.end()


def unplugged_loudspeaker(kiosk, folder):
    """It goes away while Mila talks; the visit goes on, and what is said next is heard again."""
    plug = folder / "loudspeaker"
    plug.symlink_to("/dev/full")  # takes nothing: the device is lost at its first sound
    env = live.environment(SDL_AUDIODRIVER="disk", SDL_DISKAUDIOFILE=plug)
    with live.screen() as display, \
            live.Kiosk(kiosk, display, folder, "--data", folder / "data", env=env) as running:
        running.begin_visit()
        running.wait_to_say("the loudspeaker is gone")
        plug.unlink()
        plug.symlink_to(folder / "heard")
        touch_until(running, "tap listen", LISTEN)
        live.until("the next sound", lambda: (folder / "heard").exists()
                   and any((folder / "heard").read_bytes()))
        running.end()


if __name__ == "__main__":
    live.run_case(globals(), *sys.argv[1:])
