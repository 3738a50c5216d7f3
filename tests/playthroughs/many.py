#!/usr/bin/env python3
"""Many seeded visits into one data folder, then the report: what a school's week looks like.

    many.py STORKNEST STORKNEST-USAGE [VISITS] [report options]

Ages and languages differ, children guess, ask for hints, skip, and walk away; also before a question
that wants several answers and a "done" that they do not look for (its script then ends early).
"""
import pathlib
import random
import subprocess
import sys
import tempfile


def question(luck):
    lines = ["tap hint"] if luck.random() < 0.2 else []
    # As many different cards as a question can have; what comes too late means nothing.
    for _ in range(luck.choice([3, 3, 3, 4])):
        lines.append("tap answer/*")
    return lines


def visit(luck, questions):
    lines = [f"tap language/{luck.choice(['pl', 'lt'])}", f"tap age/{luck.choice('abc')}",
             "tap topic/hands"]
    if luck.random() < 0.6:
        lines.append("tap activity/soap-story")
        for _ in range(2):
            lines += ["wait screen lesson-question", f"wait {luck.randint(2, 12)}s"]
            lines += question(luck) + ["wait screen lesson"]
        lines += ["wait screen path"]
    lines.append("tap activity/hands-quiz")
    for number in range(questions):
        lines += [f"wait {luck.randint(1, 20)}s"] + question(luck)
        if luck.random() < 0.04:
            return lines + ["wait screen attract"]  # walks away
        if luck.random() < 0.03:
            return lines + ["tap home", "wait screen attract"]
        lines.append("tap next" if luck.random() < 0.5 else "wait 15s")
    return lines + ["wait screen attract"]


def main():
    storknest, usage = sys.argv[1:3]
    number = int(sys.argv[3]) if len(sys.argv) > 3 else 50
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for seed in range(1, number + 1):
            script = folder / "visit.play"
            script.write_text("\n".join(visit(random.Random(seed), 6)) + "\n", encoding="utf-8")
            subprocess.run([storknest, "--play", script, "--seed", str(seed), "--data",
                            folder / "data", "--targets"], check=False, stdout=subprocess.DEVNULL)
        sys.stdout.flush()
        subprocess.run([usage, "report", "--data", folder / "data", *sys.argv[4:]], check=True)


if __name__ == "__main__":
    main()
