#!/usr/bin/env python3
"""Holds packs against docs/pack.schema.json with a validator that is not ours.

Good packs and the kiosk's own are valid. Of the bad ones, those that a schema can tell are not:
a file tests/fixtures/packs/bad/<name>/ is listed below if it must fail.
"""
import json
import pathlib
import sys

import jsonschema

ROOT = pathlib.Path(__file__).resolve().parents[2]
FIXTURES = ROOT / "tests/fixtures/packs"
MUST_FAIL = """
absolute-path actor-of-two-kinds bad-id empty-polish five-answers item-is-a-text items-not-a-list
language-tag misspelt-key missing-head missing-lithuanian motion-without-verb no-facts one-answer
outside-the-stage review-missing two-verbs unknown-activity-type unknown-age unknown-key
version-and-a-half version-zero wrong-format wrong-kinds
""".split()


def faults(validator, folder: pathlib.Path) -> list[str]:
    """One line each; files that are no JSON are not for a schema."""
    found = []
    for file in sorted(folder.rglob("*.json")):
        try:
            content = json.loads(file.read_text(encoding="utf-8-sig"))
        except (ValueError, RecursionError):
            continue
        for error in validator.iter_errors(content):
            found.append(f"{file.relative_to(ROOT)}: {error.json_path}: {error.message[:200]}")
    return found


def main() -> int:
    schema = json.loads((ROOT / "docs/pack.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    wrong = []
    for folder in [*(FIXTURES / "good").iterdir(), *(ROOT / "assets/packs").iterdir()]:
        wrong += faults(validator, folder)
    for name in MUST_FAIL:
        if not faults(validator, FIXTURES / "bad" / name):
            wrong.append(f"bad/{name}: the schema finds nothing wrong.")
    print("\n".join(wrong) or "The schema holds.")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
