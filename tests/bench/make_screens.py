#!/usr/bin/env python3
"""Writes three small packs for the bench: a quiz of twelve questions, a lesson in which Mila talks
while eight pictures move, and one in which forty small ones move, turn and fade.

    tests/bench/make_screens.py FOLDER
"""
import json
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
HANDS = json.loads((ROOT / "assets/packs/hands/pack.json").read_text(encoding="utf-8"))
PICTURES = ["soap", "towel", "ball", "apple", "teddy", "book", "kite", "flower"]


def text(pl: str, lt: str) -> dict:
    """In every language that the pack's title has; what a third one says does not matter here."""
    return {lang: {"pl": pl, "lt": lt}.get(lang, pl) for lang in HANDS["title"]}


def pack(name: str, activity: dict) -> dict:
    keep = ("format", "version", "topic", "title", "picture", "authors", "license", "ages",
            "review", "goals", "items")
    out = {key: HANDS[key] for key in keep}
    # One touch answers each of them.
    out["items"] = [item for item in out["items"]
                    if not item.get("several") and item.get("kind", "choice") == "choice"]
    out |= {"id": name, "activities": [activity],
            "paths": {band: [activity["id"]] for band in "ABC"}}
    return out


def lesson(name: str, actors: dict, moves) -> dict:
    """Twelve beats; `moves(n)` is what moves in beat n."""
    actors = {"mila": {"character": "mila", "at": [420, 880]}, **actors}
    beats = [{"say": text("Mila patrzy, jak wszystko wesoło skacze nad łąką.",
                          "Mila žiūri, kaip viskas linksmai šokinėja virš pievos."),
              "by": "mila", "do": moves(n)} for n in range(12)]
    return {"id": name, "type": "lesson", "title": HANDS["title"], "picture": "library:soap",
            "scenes": [{"id": "one", "backdrop": "library:meadow-day", "actors": actors,
                        "beats": beats}]}


def busy() -> dict:
    def moves(n: int) -> list:
        out = []
        for k, picture in enumerate(PICTURES):
            y = 300 if (n + k) % 2 else 620
            out.append({"move": picture, "to": [700 + 150 * k, y], "over": 3.5, "arc": 60})
            out.append({"turn": picture, "to": 90 * ((n + k) % 4), "over": 3.5})
        return out
    return lesson("busy", {picture: {"picture": f"library:{picture}", "at": [700 + 150 * n, 300],
                                     "scale": 0.5} for n, picture in enumerate(PICTURES)}, moves)


def sprites() -> dict:
    """Forty pictures of 128 units; every third one turns, every third one fades."""
    def place(k: int, n: int) -> list:
        return [620 + 150 * (k % 8) + 40 * (n % 2), 120 + 130 * (k // 8) + 60 * ((n + k) % 2)]

    def moves(n: int) -> list:
        out = []
        for k in range(40):
            out.append({"move": f"s{k}", "to": place(k, n + 1), "over": 3.5, "arc": 40})
            if k % 3 == 0:
                out.append({"turn": f"s{k}", "to": 120 * ((n + 1) % 3), "over": 3.5})
            if k % 3 == 1:
                out.append({"fade": f"s{k}", "to": 0.4 if n % 2 == 0 else 1, "over": 3.5})
        return out
    return lesson("sprites", {f"s{k}": {"picture": f"library:{PICTURES[k % 8]}",
                                        "at": place(k, 0), "scale": 0.4} for k in range(40)}, moves)


def main() -> None:
    quiz = {"id": "quiz", "type": "quiz", "title": HANDS["title"], "picture": "library:soap",
            "items": {"form": "practice", "draw": 12}}
    for name, activity in (("quiz", quiz), ("lesson", busy()), ("sprites", sprites())):
        folder = pathlib.Path(sys.argv[1]) / name
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "pack.json").write_text(
            json.dumps(pack("bench-" + name, activity), ensure_ascii=False), encoding="utf-8")


main()
