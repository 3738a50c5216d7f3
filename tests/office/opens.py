#!/usr/bin/env python3
"""Opens reports in LibreOffice Calc as a Polish and a Lithuanian office would.

    opens.py STORKNEST-USAGE [SEED]

A simulated programme is reported as CSV and XLSX; Calc, with the settings of each country, turns
both into OpenDocument, and that is compared with the CSV cell by cell: columns are split, figures
are figures, letters are whole, a name that looks like a formula stays a name. In Calc's question
about a CSV only what the file says of itself is chosen: UTF-8 and semicolons; which decimal mark a
figure has, the country's settings must know. Exit 77, with a sentence, where Calc is not installed.
"""
import csv
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

ROOT = pathlib.Path(__file__).resolve().parents[2]
PATIENCE = 300  # seconds; Calc makes itself at home first
COUNTRIES = {"pl": "pl-PL", "lt": "lt-LT"}
LETTERS = {"pl": "ąęłóśżźć„”–", "lt": "ąčęėįšųūž„“–"}
NAMES = {"pl": ["Szkoła „Pod Żółtą Łąką”; sala \"B\"", "=1+1", "Ośrodek źdźbło, piętro 2"],
         "lt": ["Mokykla „Ąžuoliukas“; salė \"B\"", "=1+1", "Įstaiga „Šaltinėlis“ ūkių g."]}
SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item
 oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value
>{}</value></prop></item></oor:items>
"""
SEMICOLONS_UTF8 = "Text - txt - csv (StarCalc):59,34,76"
FIGURE = re.compile(r"[-−]?\d+(,\d+)?")
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"


def expect(true, what):
    if not true:
        sys.exit(f"opens.py: not so: {what}")


def run(*command):
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True,
                          check=False, timeout=PATIENCE)
    expect(done.returncode == 0, f"{command[0]} ends well:\n{done.stdout}{done.stderr}")


def simulated(usage, folder, seed):
    """A programme whose children knew less afterwards, so that there are minus signs."""
    run(usage, "simulate", "--workshops", 20, "--children", 24, "--gain", -20, "--seed", seed,
        "--packs", ROOT / "assets/packs", "--out", folder)
    return sorted(folder.iterdir())


def places(file, lang):
    """The places of the programme under names that are hard for a spreadsheet."""
    listed = json.loads((ROOT / "assets/places.json").read_text(encoding="utf-8"))
    for number, place in enumerate(listed["places"]):
        # Each town has three places, of which the programme may know one.
        place["names"][lang] = NAMES[lang][(number + number // 3) % len(NAMES[lang])]
    file.write_text(json.dumps(listed, ensure_ascii=False), encoding="utf-8")


def opened(files, country, folder, *how):
    """Calc's own reading of each file, as a tree, by the file's name."""
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True, exist_ok=True)
    (profile / "user/registrymodifications.xcu").write_text(SETTINGS.format(country),
                                                            encoding="utf-8")
    run("soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", *how,
        "--convert-to", "fods", "--outdir", folder, *files)
    return {file.name: xml.parse(folder / f"{file.stem}.fods").getroot() for file in files}


def value(cell):
    """A figure as a number, all else as its text."""
    kind = cell.get(f"{OFFICE}value-type")
    if kind == "float":
        return float(cell.get(f"{OFFICE}value"))
    if kind == "date":
        return cell.get(f"{OFFICE}date-value")
    expect(kind in (None, "string"), f"a cell is a figure, a day or a text, not a {kind}")
    return "".join(cell.itertext()).strip("\n ")


def filled(cells):
    while cells and cells[-1] in ("", []):
        cells.pop()
    return cells


def sheets(tree, count=1):
    """The first sheets as rows of values, without the empty cells behind them."""
    out = []
    for table in tree.findall(f".//{OFFICE}spreadsheet/{TABLE}table")[:count]:
        rows = []
        for row in table.iter(f"{TABLE}table-row"):
            cells = []
            for cell in row.iter(f"{TABLE}table-cell"):
                again = int(cell.get(f"{TABLE}number-columns-repeated", 1))
                cells += [value(cell)] * (again if again < 1000 else 1)
            rows.append(filled(cells))
        out.append(filled(rows))
    return out


def same(written, shown):
    """`written` as it stands in the CSV; a figure there may be rounded."""
    if FIGURE.fullmatch(written):
        number = float(written.replace(",", ".").replace("−", "-"))
        half = 0.5 * 10.0 ** -len(written.partition(",")[2]) + 1e-9
        return isinstance(shown, float) and abs(number - shown) <= half
    return isinstance(shown, str) and shown == written


def same_rows(written, shown):
    return len(written) == len(shown) and all(
        len(a) == len(b) and all(map(same, a, b)) for a, b in zip(written, shown))


def first_difference(written, shown):
    for a, b in zip(written, shown):
        for cell, other in zip(a, b):
            if not same(cell, other):
                return f"{cell!r} was read as the {type(other).__name__} {other!r}"
    return f"{[len(row) for row in written]} cells were read as {[len(row) for row in shown]}"


def read_csv(file):
    with open(file, encoding="utf-8-sig", newline="") as lines:
        return [filled(row) for row in csv.reader(lines, delimiter=";")]


def check(usage, tallies, lang, folder):
    """How many figures and texts were compared."""
    names = folder / "places.json"
    places(names, lang)
    for form in ["csv", "xlsx"]:
        run(usage, "report", *tallies, "--packs", ROOT / "assets/packs", "--places", names,
            "--lang", lang, "--format", form, "--out", folder / form)
    files = sorted((folder / "csv").glob("*.csv"))
    book = next((folder / "xlsx").glob("*.xlsx"))
    tables = {file.name: read_csv(file) for file in files}
    read = opened(files, COUNTRIES[lang], folder, f"--infilter={SEMICOLONS_UTF8}")
    for name, rows in tables.items():
        seen = sheets(read[name])[0]
        expect(same_rows(rows, seen), f"{name} is read whole: {first_difference(rows, seen)}")
    # Behind a page of sentences come the tables, and behind them the pictures.
    left = sheets(opened([book], COUNTRIES[lang], folder)[book.name], 1 + len(tables))[1:]
    for name, rows in tables.items():
        # What a CSV must protect from being a formula needs no apostrophe here.
        plain = [[cell[1:] if cell.startswith("'") else cell for cell in row] for row in rows]
        sheet = next((sheet for sheet in left if same_rows(plain, sheet)), None)
        expect(sheet is not None, f"{book.name} has a sheet that says the same as {name}")
        left.remove(sheet)
    cells = [cell for rows in tables.values() for row in rows for cell in row]
    figures = [cell for cell in cells if FIGURE.fullmatch(cell)]
    expect(any("," in cell for cell in figures) and any(cell[0] in "-−" for cell in figures),
           "there are figures with a decimal comma and such with a minus sign")
    for letter in LETTERS[lang]:
        expect(letter in "".join(cells), f"there is a {letter!r} to be read")
    expect("'=1+1" in cells, "there is a name that looks like a formula")
    return len(figures), len(cells) - len(figures)


def main(usage, seed="1"):
    if shutil.which("soffice") is None:
        print("skipped: LibreOffice Calc is not installed (libreoffice-calc-nogui)")
        sys.exit(77)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        tallies = simulated(usage, folder / "programme", seed)
        said = []
        for lang, country in COUNTRIES.items():
            (folder / lang).mkdir()
            figures, texts = check(usage, tallies, lang, folder / lang)
            said.append(f"{country} {figures} figures and {texts} texts")
    print(f"Calc read CSV and XLSX alike: {', '.join(said)}")


if __name__ == "__main__":
    main(*sys.argv[1:])
