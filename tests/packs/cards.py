#!/usr/bin/env python3
"""storknest-pack cards, as an educator uses it: all 48 cards, in each language, twice the same.

usage: cards.py STORKNEST-PACK LOCALES      (exit 77 where nothing reads a PDF)
"""
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

PROGRAM, LOCALES = Path(sys.argv[1]).resolve(), Path(sys.argv[2])
PAGES = 1 + 48 // 8


def run(*words, expect=0):
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == expect, (words, done.returncode, done.stdout[-2000:], done.stderr)
    return done.stdout


def names(lang):
    texts = json.loads((LOCALES / f"{lang}.json").read_text(encoding="utf-8"))
    animals = [text for key, text in texts.items() if key.startswith("card.animal.")]
    badges = [text for key, text in texts.items() if key.startswith("card.badge.")]
    assert len(animals) == 12 and len(badges) == 4, (animals, badges)
    return [f"{animal}, {badge}" for animal in animals for badge in badges]


def check(lang, folder):
    pdf, again = folder / f"{lang}.pdf", folder / f"{lang}.again.pdf"
    for file in (pdf, again):
        run(PROGRAM, "cards", "--lang", lang, "--out", file)
    assert pdf.read_bytes() == again.read_bytes(), f"two {lang} files of the same cards differ"
    if not shutil.which("pdftotext"):
        return
    assert f"Pages:           {PAGES}" in run("pdfinfo", pdf)
    text = " ".join(run("pdftotext", pdf, "-").replace("\u00a0", " ").split())
    for name in names(lang):
        assert text.count(name) == 1, f"{lang}: {text.count(name)} cards are called {name}"


def main():
    with tempfile.TemporaryDirectory() as name:
        for lang in ("pl", "lt", "en"):
            check(lang, Path(name))
        run(PROGRAM, "cards", "--lang", "xx", "--out", Path(name) / "none.pdf", expect=2)
        assert not (Path(name) / "none.pdf").exists()
    if not shutil.which("pdftotext"):
        print("pdftotext is not there (Debian: poppler-utils), so no text of the cards was read.")
        sys.exit(77)


if __name__ == "__main__":
    main()
