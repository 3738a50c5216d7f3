#!/usr/bin/env python3
"""The real kiosk under a clock on the wall that is wrong, is set, or has its hour twice.

    clock.py STORKNEST CASE

The clock is libfaketime's; what only goes forward (CLOCK_MONOTONIC) goes on as it does when
somebody sets the clock of a machine. Beside the kiosk lies `today`, which prints the day that it
would date a workshop with. Exit code 77: this machine cannot do it (CTest then calls it skipped).
"""
import contextlib
import datetime
import pathlib
import sqlite3
import subprocess
import sys
import time
import zoneinfo

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))
import live  # noqa: E402 (beside the tests, not installed)
from verdict import check, skip  # noqa: E402

GARDEN = HERE.parent / "playthroughs/packs/garden"
TEETH = HERE.parents[1] / "assets/packs/teeth"
WORKSHOP = HERE / "round.play"
ZONES = ["Europe/Warsaw", "Europe/Vilnius"]
UTC = datetime.timezone.utc
# One second before and after what a clock stumbles over, in UTC.
MOMENTS = [
    (1970, 1, 1, 0, 0, 10), (2025, 12, 31, 22, 59, 59), (2025, 12, 31, 23, 0, 1),
    (2026, 3, 28, 22, 59, 59), (2026, 3, 29, 0, 59, 59), (2026, 3, 29, 1, 0, 1),  # no 02:30
    (2026, 10, 24, 20, 59, 59), (2026, 10, 24, 21, 59, 59), (2026, 10, 24, 22, 0, 1),
    (2026, 10, 25, 0, 30, 0), (2026, 10, 25, 1, 30, 0),  # 02:30 twice in Warsaw, 03:30 in Vilnius
    (2026, 10, 25, 21, 59, 59), (2026, 10, 25, 22, 0, 1), (2026, 10, 25, 23, 0, 1),
    (2028, 2, 29, 12, 0, 0), (2038, 1, 19, 3, 14, 8),
]


def faked(**more):
    """An environment whose wall clock is somebody else's."""
    found = sorted(pathlib.Path("/usr/lib").glob("*/faketime/libfaketime.so.1"))
    if not found:
        skip("libfaketime is not installed")
    return live.environment(LD_PRELOAD=found[0], FAKETIME_DONT_FAKE_MONOTONIC=1,
                            ASAN_OPTIONS="verify_asan_link_order=0:detect_leaks=0", **more)


def at(moment, zone="UTC"):
    """The wall clock stands at this second since 1970 and goes on from there."""
    seconds = int(moment.timestamp())
    return faked(TZ=zone, FAKETIME_FMT="%s", FAKETIME=f"@{seconds}")


def play(kiosk, script, pack, data, env):
    done = subprocess.run([kiosk, "--play", script, "--packs", pack, "--data", data, "--seed", "5"],
                          env=env, capture_output=True, text=True, check=False,
                          timeout=live.PATIENCE)
    check(done.returncode == 0, f"exit code {done.returncode}, not 0", done.stderr)
    check("ERROR: AddressSanitizer" not in done.stderr, "a sanitizer spoke", done.stderr)
    return done.stdout


def clock_of_1970(kiosk, folder):
    first = datetime.datetime(1970, 1, 1, 0, 0, 10, tzinfo=UTC)
    play(kiosk, HERE / "answer.play", GARDEN, folder, at(first))
    play(kiosk, HERE / "answer.play", GARDEN, folder, live.environment())
    with contextlib.closing(sqlite3.connect(f"file:{folder}/tally.db?mode=ro", uri=True)) as db:
        answers = db.execute("SELECT sum(answered) FROM item_count").fetchone()[0]
    check(answers == 4, "a clock that jumps cost answers")


def dated_workshop(kiosk, folder):
    """A workshop has the day of the place where it is held, around midnight and both changes of
    the clock; before the kiosk was built it has none."""
    today = kiosk.parent / "today"
    for zone in ZONES:
        try:
            here = zoneinfo.ZoneInfo(zone)
        except zoneinfo.ZoneInfoNotFoundError:
            skip("this machine knows no time zones (tzdata)")
        for parts in MOMENTS:
            moment = datetime.datetime(*parts, tzinfo=UTC)
            done = subprocess.run([today], env=at(moment, zone), capture_output=True, text=True,
                                  check=True, timeout=live.PATIENCE)
            day = moment.astimezone(here).date()
            told = f"{day.isoformat()} {'plausible' if 2026 <= day.year < 2036 else 'lost'}\n"
            check(done.stdout == told, f"{moment} in {zone} is {told}", done.stdout + done.stderr)


def workshop_whenever(kiosk, folder):
    """The same workshop leaves the same bytes and words, whatever time it is."""
    seen = set()
    for number, parts in enumerate([MOMENTS[0], MOMENTS[9]]):
        data = folder / str(number)
        zone = ZONES[number % len(ZONES)]
        words = play(kiosk, WORKSHOP, TEETH, data,
                     at(datetime.datetime(*parts, tzinfo=UTC), zone))
        seen.add((words, (data / "tally.db").read_bytes()))
        left = sorted(path.name for path in data.iterdir())
        check(left == ["kiosk.lock", "tally.db"], "more is left than a closed tally", str(left))
    check("count form teeth" in words, "no form was counted", words)
    check(len(seen) == 1, "the time of day can be told from what a workshop leaves")


def jumping_clock(kiosk, folder):
    """Somebody sets the clock in the middle of a visit: the child notices nothing."""
    clock = folder / "clock"
    clock.write_text("2026-05-04 10:00:00", encoding="utf-8")
    env = faked(FAKETIME_TIMESTAMP_FILE=clock, FAKETIME_NO_CACHE=1)
    data = folder / "data"
    with live.screen() as display, \
            live.Kiosk(kiosk, display, folder / "kiosk", "--data", data, env=env) as running:
        running.begin_visit()
        begin = len(running.record.read_text(encoding="utf-8"))
        for when in ["1970-01-01 00:00:10", "2035-01-01 00:00:00", "2026-05-04 09:00:00"]:
            clock.write_text(when, encoding="utf-8")
            # Long enough for what would be late by the wall, short against the idle time.
            time.sleep(0.7)
            later = running.record.read_text(encoding="utf-8")[begin:]
            check("# screen" not in later, f"at {when} the child's screen changed by itself", later)
        running.end()
    counts = live.use_counts(data / "tally.db")
    check(counts.get("visit") == 1 and counts.get("end/home") == 1, "the visit was lost", str(counts))


if __name__ == "__main__":
    live.run_case(globals(), *sys.argv[1:])
