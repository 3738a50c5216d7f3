#!/usr/bin/env python3
"""Writes two small packs for the bench: a quiz of twelve questions, and a lesson in which Mila talks
while eight pictures move.

    tests/bench/make_screens.py FOLDER
"""
import json
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
HANDS = json.loads((ROOT / "assets/packs/hands/pack.json").read_text(encoding="utf-8"))
PICTURES = ["soap", "towel", "ball", "apple", "teddy", "book", "kite", "flower"]


def text(pl: str, lt: str) -> dict:
    return {"pl": pl, "lt": lt}


def pack(name: str, activity: dict) -> dict:
    keep = ("format", "version", "topic", "title", "picture", "authors", "license", "ages",
            "review", "goals", "items")
    out = {key: HANDS[key] for key in keep}
    out |= {"id": name, "activities": [activity],
            "paths": {band: [activity["id"]] for band in "ABC"}}
    return out


def lesson() -> dict:
    actors = {"mila": {"character": "mila", "at": [420, 880]}}
    for n, picture in enumerate(PICTURES):
        actors[picture] = {"picture": f"library:{picture}", "at": [700 + 150 * n, 300], "scale": 0.5}
    beats = []
    for n in range(12):
        moves = []
        for k, picture in enumerate(PICTURES):
            y = 300 if (n + k) % 2 else 620
            moves.append({"move": picture, "to": [700 + 150 * k, y], "over": 3.5, "arc": 60})
            moves.append({"turn": picture, "to": 90 * ((n + k) % 4), "over": 3.5})
        beats.append({"say": text("Mila patrzy, jak wszystko wesoło skacze nad łąką.",
                                  "Mila žiūri, kaip viskas linksmai šokinėja virš pievos."),
                      "by": "mila", "do": moves})
    return {"id": "busy", "type": "lesson", "title": HANDS["title"], "picture": "library:soap",
            "scenes": [{"id": "one", "backdrop": "library:meadow-day", "actors": actors,
                        "beats": beats}]}


def main() -> None:
    quiz = {"id": "quiz", "type": "quiz", "title": HANDS["title"], "picture": "library:soap",
            "items": {"form": "practice", "draw": 12}}
    for name, activity in (("quiz", quiz), ("lesson", lesson())):
        folder = pathlib.Path(sys.argv[1]) / name
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "pack.json").write_text(
            json.dumps(pack("bench-" + name, activity), ensure_ascii=False), encoding="utf-8")


main()
