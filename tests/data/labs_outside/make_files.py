"""Makes the printed reports of this folder: `python make_files.py OUT` writes OUT/dev and OUT/final, each file with its gold beside it.

A source is a file in `dev/` or `final/`: `NAME.pdf.yaml` is printed; `NAME.scan.yaml` is printed and then pictured as its `scan` says
(`scan.format`: jpg, png, or pdf with the picture alone); `NAME.xlsx.yaml` becomes a workbook. The gold stands in the source. Needs
reportlab, PyYAML, Pillow, NumPy, openpyxl and pypdfium2; only fonts that every PDF reader has, or that come with reportlab, are used.
"""

from __future__ import annotations

import datetime
import json
import sys
import tempfile
import zipfile
from pathlib import Path
from typing import Any

import yaml
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill

HERE = Path(__file__).resolve().parent


def main(out: Path) -> None:
    """Makes every source of dev/ and final/ and writes its gold beside it."""
    if str(HERE) not in sys.path:  # the two files beside this one
        sys.path.insert(0, str(HERE))
    from picturing import picture
    from printing import print_pdf

    for half in ("dev", "final"):
        (out / half).mkdir(parents=True, exist_ok=True)
        for path in sorted((HERE / half).glob("*.yaml")):
            source = yaml.safe_load(path.read_text(encoding="utf-8"))
            name, kind = path.name.removesuffix(".yaml").rsplit(".", 1)
            made = out / half / f"{name}.{source['scan']['format'] if kind == 'scan' else kind}"
            if kind == "pdf":
                print_pdf(source, made)
            elif kind == "scan":
                with tempfile.TemporaryDirectory() as folder:
                    print_pdf(source, Path(folder) / "page.pdf")
                    picture(Path(folder) / "page.pdf", source["scan"], made)
            else:
                workbook(source, made)
            gold = {"file": made.name, **source["gold"]}
            (out / half / f"{name}.json").write_text(json.dumps(gold, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def workbook(source: dict[str, Any], path: Path) -> None:
    """Writes a workbook: `sheets` with a name, `rows` (one a line, cells divided by bars), and what is merged, hidden or coloured.

    A cell `2026-01-03` becomes a date, a number in which the decimal sign is a point a number, and `'5.0` the text 5.0.
    """
    book = Workbook()
    book.remove(book.active)
    for listed in source["sheets"]:
        sheet = book.create_sheet(listed["name"])
        for number, line in enumerate(listed["rows"].rstrip("\n").split("\n"), 1):
            for column, text in enumerate(line.split("|"), 1):
                if text.strip():
                    sheet.cell(number, column, _cell(text.strip()))
        for area in listed.get("merged", []):
            sheet.merge_cells(area)
        for place in listed.get("bold", []):
            sheet[place].font = Font(bold=True)
        for place, fill in listed.get("filled", {}).items():
            sheet[place].fill = PatternFill("solid", fgColor=fill)
        for place, form in listed.get("forms", {}).items():
            sheet[place].number_format = form
        for place, said in listed.get("comments", {}).items():
            sheet[place].comment = Comment(said, "lab")
        for column in listed.get("hidden", []):
            sheet.column_dimensions[column].hidden = True
        sheet.sheet_state = listed.get("state", "visible")
    written = datetime.datetime(2026, 1, 1)  # the same file each time
    book.properties.created = book.properties.modified = written
    book.save(path)
    _same_each_time(path)


def _cell(text: str) -> str | float | int | datetime.date:
    if text.startswith("'"):
        return text[1:]
    for form in (int, float, datetime.date.fromisoformat):
        try:
            return form(text)
        except ValueError:
            continue
    return text


def _same_each_time(path: Path) -> None:
    """Writes the archive again without the clock's times."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            if name == "docProps/core.xml":
                head, _, tail = content.partition(b"<dcterms:modified")
                content = head + tail.partition(b"</dcterms:modified>")[2]
            archive.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python make_files.py OUT   (OUT: the folder to write the files and their gold to)")
    main(Path(sys.argv[1]))
