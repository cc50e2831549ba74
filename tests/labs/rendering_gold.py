"""The file that a gold report describes: a file beside it, a workbook of its cells, or its pages as PDF, scan or photo."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path
from typing import Any

from rendering import degrade, page_image, scanned_pdf
from rendering_pages import Placed, table, words_pdf

DPI = 150


def report_file(gold: dict[str, Any], folder: Path) -> tuple[str, bytes]:
    """Name and content. `file` names a file in `folder`; `sheets` are cells; `pages` are printed `as` pdf, scan or photo."""
    if "file" in gold:
        return gold["file"], (folder / gold["file"]).read_bytes()
    if "sheets" in gold:
        return "results.xlsx", workbook(gold["sheets"], gold["formats"])
    pdf = words_pdf(*(_placed(page) for page in gold["pages"]))
    if gold["as"] == "pdf":
        return "report.pdf", pdf
    pictures = [degrade(page_image(pdf, number, DPI), **gold.get("picture", {})) for number in range(len(gold["pages"]))]
    if gold["as"] == "photo":
        return "photo.jpg", pictures[0]
    from PIL import Image

    return "scan.pdf", scanned_pdf([Image.open(io.BytesIO(picture)) for picture in pictures])


def _placed(page: dict[str, Any]) -> list[Placed]:
    return [*((x, y, text) for x, y, text in page["lines"]), *table(page["rows"], page["columns"], page["top"], page["step"])]


def workbook(sheets: dict[str, list[list[Any]]], formats: dict[str, dict[str, str]] | None = None) -> bytes:
    """A workbook with these cells; `{"day": "2026-01-05"}` is a date cell."""
    import openpyxl

    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for number, row in enumerate(rows, 1):
            for column, value in enumerate(row, 1):
                if value is not None:
                    sheet.cell(number, column, date.fromisoformat(value["day"]) if isinstance(value, dict) else value)
        for place, form in (formats or {}).get(name, {}).items():
            sheet[place].number_format = form
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
