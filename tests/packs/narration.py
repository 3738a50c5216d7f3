#!/usr/bin/env python3
"""storknest-pack narration, as an author uses it: list, sheet, fill, change a text, fill again.

usage: narration.py STORKNEST-PACK PACK BUNDLED...
    PACK has recordings of some sentences; BUNDLED are folders of packs that ship
"""
import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

PROGRAM = Path(sys.argv[1]).resolve()


def run(*words, expect):
    done = subprocess.run([PROGRAM, *words], capture_output=True, text=True, check=False)
    assert done.returncode == expect, (words, done.returncode, done.stdout[-2000:], done.stderr)
    return done.stdout + done.stderr


def states(pack, expect):
    entries = json.loads(run("narration", pack, "--json", expect=expect))
    return {(e["language"], e["id"]): e["state"] for e in entries}


def sums(*sources, expect):
    """The last lines: by source and language how many texts are heard in which way."""
    line = re.compile(r"^(\S+) (\S+): (\d+) texts: (\d+) recorded, (\d+) files by the built-in voice, "
                      r"(\d+) spoken live by it, (\d+) silent\.$", re.MULTILINE)
    names = ("texts", "recorded", "files", "live", "silent")
    return {(name, language): dict(zip(names, map(int, counts)))
            for name, language, *counts in line.findall(run("narration", *sources, expect=expect))}


def spoken_bytes(pack):
    return {f: f.read_bytes() for f in (pack / "media/voice").rglob("*") if f.is_file()}


def main():
    with tempfile.TemporaryDirectory() as folder:
        pack = Path(folder) / "pack"
        shutil.copytree(sys.argv[2], pack)
        by_hand = spoken_bytes(pack)

        first = states(pack, expect=1)
        assert first["pl", "first.prompt"] == "recorded", first
        assert first["lt", "title"] == "gap", first
        assert "words corrected" in run("narration", pack, expect=1)

        every = sums(pack, expect=1)
        assert all(n["texts"] == n["recorded"] + n["live"] for n in every.values()), every
        assert every["recordings", "pl"]["recorded"] >= 1, every

        run("narration", pack, "--script", Path(folder) / "sheets", expect=1)
        sheet = (Path(folder) / "sheets/recordings.lt.html").read_text(encoding="utf-8")
        assert 'lang="lt"' in sheet and "first.hint.ogg" in sheet
        assert "first.prompt.ogg" not in sheet, "what is recorded stands on the sheet"

        run("narration", pack, "--synthesise", expect=0)
        run("check", pack, expect=0)
        filled = states(pack, expect=0)
        assert set(filled) == set(first) and "gap" not in filled.values(), filled
        assert filled["lt", "title"] == "built-in", filled
        every = sums(pack, expect=0)
        assert all(n["live"] == n["silent"] == 0 < n["files"] for n in every.values()), every
        made = spoken_bytes(pack)
        assert made == made | by_hand, "a recording was overwritten"
        assert not list(pack.rglob("*.new")), "a file was left aside"

        manifest = pack / "pack.json"
        old = manifest.read_text(encoding="utf-8")
        manifest.write_text(old.replace("Ręcznik osusza ręce.", "Ręcznik wyciera ręce."),
                            encoding="utf-8")
        assert states(pack, expect=1)["pl", "first.why.towel"] == "outdated"
        assert "before it was changed" in run("check", pack, expect=1)
        run("narration", pack, "--synthesise", expect=0)
        again = spoken_bytes(pack)
        changed = [f.name for f in made if made[f] != again[f]]
        assert changed == ["first.why.towel.opus"], changed

        assert "holds no pack" in run("narration", Path(folder) / "nowhere", expect=2)
        assert "name the folder" in run("narration", expect=2)
        spoken = json.loads(run("narration", "--interface", "--json", expect=1))
        ids = {e["id"] for e in spoken}
        assert {"quiz.again", "farewell.stars.0", "farewell.stars.12"} <= ids, ids
        assert "attract.hello" not in ids

        # What we ship: no text of a pack or of the kiosk is silent in a language that children get.
        every = sums(*map(str, sys.argv[3:]), "--interface", expect=1)
        assert {"hands", "teeth", "kiosk"} == {name for name, _ in every}, every
        for name in ("hands", "teeth", "kiosk"):
            for language in ("pl", "lt"):
                assert every[name, language]["silent"] == 0 < every[name, language]["texts"], every
        assert "en" in {language for _, language in every}, every

        # A language without a voice is told: nobody would hear it.
        silent = Path(folder) / "silent"
        shutil.copytree(sys.argv[2], silent)
        shutil.rmtree(silent / "media/voice")
        for file in [silent / "pack.json", *silent.glob("items/*.json")]:
            text = file.read_text(encoding="utf-8")
            file.write_text(re.sub(r'"lt": ("[^"]*")', r'"lt": \1, "xx": \1', text), encoding="utf-8")
        every = sums(silent, expect=1)
        assert every["recordings", "xx"]["silent"] == every["recordings", "xx"]["texts"] > 0, every


if __name__ == "__main__":
    main()
