#!/usr/bin/env python3
"""The same answers in two orders leave byte-identical files: nobody can tell who answered when.

    orders.py STORKNEST

Visits that differ in language, age, activity and answers are played one after the other by the real
kiosk, in every order, each into a folder of its own; afterwards all tally.db are compared.
"""
import itertools
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).parent


def visit(lang, age, quiz, *answers):
    lines = [f"tap language/{lang}", f"tap age/{age}", "tap topic/pair", f"tap activity/{quiz}"]
    for answer in answers:
        lines += [f"tap {answer}"] + ([] if answer == "hint" else ["wait 1s"])
    return "\n".join(lines + ["wait screen attract", ""])


VISITS = [
    visit("pl", "a", "first", "answer/ball", "next", "answer/ball", "answer/kite", "next"),
    visit("lt", "b", "second", "hint", "answer/book", "answer/apple"),
    visit("lt", "c", "first", "answer/kite"),
]


def tally(storknest, visits, folder):
    script = folder / "visits.play"
    script.write_text("".join(visits), encoding="utf-8")
    subprocess.run([storknest, "--play", script, "--targets", "--seed", "7", "--packs",
                    HERE / "packs", "--data", folder / "data"], check=True,
                   stdout=subprocess.DEVNULL)
    left = sorted(path.name for path in (folder / "data").iterdir())
    if any(name.endswith(("-wal", "-shm")) for name in left):
        raise SystemExit(f"more than the closed database is left: {left}")
    return (folder / "data" / "tally.db").read_bytes()


def main():
    files = []
    for order in itertools.permutations(VISITS):
        with tempfile.TemporaryDirectory() as folder:
            files.append(tally(sys.argv[1], order, pathlib.Path(folder)))
    with tempfile.TemporaryDirectory() as folder:
        fewer = tally(sys.argv[1], VISITS[:2], pathlib.Path(folder))
    if len(set(files)) != 1:
        raise SystemExit("the order in which the visits came can be told from tally.db")
    if fewer == files[0]:
        raise SystemExit("a visit less leaves the same file: nothing was counted")


if __name__ == "__main__":
    main()
