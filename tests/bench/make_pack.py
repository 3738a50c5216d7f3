#!/usr/bin/env python3
"""Writes a sound pack of any size, to measure how long checking takes.

    tests/bench/make_pack.py ITEMS FOLDER

The items are those of a real quiz in size and shape, with both languages, split over items/*.json
as a large pack would be. Packs of more than about 50 000 items are larger than a kiosk accepts:
check them with storknest-pack check --no-limits.
"""
import json
import pathlib
import sys

PER_FILE = 2000


def item(n: int) -> dict:
    def answer(name: str, pl: str, lt: str, picture: str, **more) -> dict:
        return {
            "id": name, **more, "picture": f"library:{picture}",
            "text": {"pl": pl, "lt": lt},
            "why": {"pl": f"Mydło zmywa brud z rąk, mówi karta {n}.",
                    "lt": f"Muilas nuplauna purvą, sako kortelė {n}."},
        }

    return {
        "id": f"item-{n}", "facts": ["hands-02"], "ages": ["A", "B", "C"],
        "prompt": {"pl": f"Karta {n}: co najlepiej zmywa brud z rąk?",
                   "lt": f"Kortelė {n}: kas geriausiai nuplauna rankas?"},
        "answers": [
            answer("soap", "woda i mydło", "vanduo ir muilas", "soap", correct=True),
            answer("towel", "ręcznik", "rankšluostis", "towel"),
            answer("book", "książka", "knyga", "book"),
        ],
        "hint": {"pl": f"Co robi dużo piany na karcie {n}?",
                 "lt": f"Kas labai putoja kortelėje {n}?"},
    }


def write(path: pathlib.Path, content) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")


def main() -> None:
    count, folder = int(sys.argv[1]), pathlib.Path(sys.argv[2])
    (folder / "items").mkdir(parents=True, exist_ok=True)
    write(folder / "pack.json", {
        "format": "storknest-pack/1", "id": "large", "version": 1, "topic": "hands",
        "title": {"pl": "Duży pakiet", "lt": "Didelis paketas"},
        "picture": "library:soap", "authors": ["Storknest"], "license": "CC-BY-4.0",
        "ages": ["A", "B", "C"], "review": {"state": "approved", "basis": "source"},
        "activities": [{
            "id": "quiz", "type": "quiz", "picture": "library:picture-quiz",
            "title": {"pl": "Quiz", "lt": "Viktorina"},
            "items": {"form": "practice", "draw": 6},
        }],
        "paths": {"A": ["quiz"], "B": ["quiz"], "C": ["quiz"]},
    })
    for begin in range(0, count, PER_FILE):
        items = [item(n) for n in range(begin, min(begin + PER_FILE, count))]
        write(folder / "items" / f"{begin // PER_FILE:04}.json", items)


if __name__ == "__main__":
    main()
