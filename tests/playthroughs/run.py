#!/usr/bin/env python3
"""Plays a script against the real kiosk and compares its transcript with the expected one.

    run.py STORKNEST STORKNEST-USAGE FILE.play

Beside FILE.play lies FILE.expected: what the kiosk printed, both streams. UPDATE_GOLDEN=1 writes
it anew. The script's first lines may say
    # options: --packs packs/garden --seed 3
    # report: --only activities     (count into a fresh folder and print this report afterwards)
    # fails:                        (the script is meant to fail)
"""
import difflib
import os
import pathlib
import re
import subprocess
import sys
import tempfile


def option(script, name):
    found = re.search(rf"^# {name}:(.*)$", script, re.MULTILINE)
    return None if found is None else found.group(1).split()


def run(*command):
    # No display and no sound: a script must need neither.
    env = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")}
    env["SDL_AUDIODRIVER"] = "none"
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=env,
                          cwd=pathlib.Path(__file__).parent, timeout=300, check=False)
    # Advice about packs has tests of its own.
    told = [line for line in done.stderr.decode().splitlines(True) if ": warning: " not in line]
    return done.stdout.decode() + "".join(told), done.returncode


def transcript(storknest, usage, play):
    script = play.read_text(encoding="utf-8")
    options = option(script, "options") or []
    report = option(script, "report")
    with tempfile.TemporaryDirectory() as data:
        if report is not None:
            options += ["--data", data]
        out, code = run(storknest, "--play", play.name, *options)
        if report is not None:
            out += run(usage, "report", "--data", data, *report)[0]
    return out, code == (1 if option(script, "fails") is not None else 0)


def main():
    storknest, usage = sys.argv[1:3]
    play = pathlib.Path(sys.argv[3])
    expected = play.with_suffix(".expected")
    actual, held = transcript(storknest, usage, play)
    if not held:
        print(actual + f"{play.name} did not end as it should.")
        return 1
    if os.environ.get("UPDATE_GOLDEN") == "1":
        expected.write_text(actual, encoding="utf-8")
        return 0
    wanted = expected.read_text(encoding="utf-8") if expected.exists() else ""
    if actual == wanted:
        return 0
    sys.stdout.writelines(difflib.unified_diff(wanted.splitlines(True), actual.splitlines(True),
                                               expected.name, "what happened"))
    print("If this is right, bless it: UPDATE_GOLDEN=1 ctest -L play")
    return 1


if __name__ == "__main__":
    sys.exit(main())
