"""Excel workbooks (.xlsx): each sheet is read as a table, its cells as they are shown. Formulas and macros never run."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, time
from typing import Any

from leukchat.errors import ReportError
from leukchat.labs.header import read_header
from leukchat.labs.identifiers import mask_identifiers
from leukchat.labs.numbers import readings
from leukchat.labs.readers import RawReport, RawRow
from leukchat.labs.readers.identity_columns import blank_identity_columns
from leukchat.labs.readers.table import read_table

MAX_SHEETS = 40
MAX_ROWS = 5_000
MAX_COLUMNS = 120
MAX_UNPACKED = 200_000_000
_ERRORS = ("#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NUM!", "#NAME?", "#NULL!", "#SPILL!", "#CALC!")


class XlsxReader:
    """Reads the stored values of a workbook, a report for each sheet with results."""

    formats: tuple[str, ...] = ("xlsx",)

    def read(self, content: str | bytes, format: str) -> tuple[RawReport, ...]:
        """One report a sheet. Raises ReportError for workbooks that are damaged, locked, too big or hold macros."""
        if isinstance(content, str):
            raise ReportError("An Excel file was expected, not text. Choose the .xlsx file itself.")
        _check(content)
        found = [report for name, rows in _sheets(content) if (report := _read_sheet(name, rows)) is not None]
        useful = [report for report in found if report.rows]
        return tuple(useful or found) or (RawReport(()),)


def _check(content: bytes) -> None:
    """Refuses what must not be opened, before anything is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise ReportError("This Excel file is damaged, locked with a password or cut off. Save it again as .xlsx without a password.") from error
    if any(part.filename.lower().endswith("vbaproject.bin") for part in parts):
        raise ReportError("This spreadsheet has macros, so it is not opened. Save it as .xlsx without macros, or as CSV.")
    if sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise ReportError(f"This Excel file unpacks to more than {MAX_UNPACKED // 1_000_000} MB, so it is not opened. Save only the sheet with results.")


def _sheets(content: bytes) -> list[tuple[str, list[list[str]]]]:
    """Name and printed cells of each visible sheet, with formulas as their stored values."""
    import openpyxl

    try:
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
        try:
            sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
            if len(sheets) > MAX_SHEETS:
                raise ReportError(f"This Excel file has {len(sheets)} sheets; at most {MAX_SHEETS} are read. Save only those with results.")
            return [(sheet.title, _rows(sheet.title, sheet.iter_rows())) for sheet in sheets]
        finally:
            book.close()
    except ReportError:
        raise
    except (KeyError, ValueError, TypeError, AttributeError, IndexError, EOFError, SyntaxError, OSError, zipfile.BadZipFile, zlib.error) as error:
        raise ReportError("This Excel file is damaged and cannot be read. Open it in a spreadsheet program and save it again as .xlsx.") from error


def _rows(name: str, rows: Iterable[Any]) -> list[list[str]]:
    """The printed cells of a sheet without empty rows. Raises ReportError for a sheet beyond the limits."""
    found: list[list[str]] = []
    for number, row in enumerate(rows):
        if number >= 20 * MAX_ROWS or len(found) > MAX_ROWS:
            raise ReportError(f"The sheet “{name[:40]}” has more than {MAX_ROWS:,} rows. Save only the rows with results.")
        cells = [_printed(cell) for cell in row[:MAX_COLUMNS]]
        if any(cells):
            found.append(cells)
    return found


def _printed(cell: Any) -> str:
    """A cell as the person sees it: percents as percents, days as ISO days, numbers without binary noise."""
    value = cell.value
    if value is None or (isinstance(value, str) and value.strip().upper() in _ERRORS):
        return ""
    if isinstance(value, bool):
        return "positive" if value else "negative"
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return value.strftime("%H:%M")
    if isinstance(value, int | float):
        return _number(float(value), str(cell.number_format or ""))
    return " ".join(str(value).split())


def _number(value: float, form: str) -> str:
    """A number in a spelling with one reading only: never three digits behind the point (7.125 is 7.1250)."""
    if "%" in form:
        return _number(float(f"{value * 100:.12g}"), "") + "%"
    text = f"{value:.12g}"
    if "e" in text:
        text = f"{value:.12f}".rstrip("0").rstrip(".")
    return text + "0" if "." in text and len(text.partition(".")[2]) == 3 else text


def _read_sheet(name: str, rows: list[list[str]]) -> RawReport | None:
    """The report of a sheet; None for an empty one."""
    if not rows:
        return None
    header = read_header("\n".join(" ".join(cell for cell in row if cell) for row in rows))
    kinds = blank_identity_columns(rows)
    masked = mask_identifiers("\n".join("\t".join(row).rstrip() for row in rows))
    kept = [line.split("\t") for line in masked.text.split("\n")]
    width = max(len(row) for row in kept)
    report = read_table(_as_text([row + [""] * (width - len(row)) for row in kept]), header)
    notes = () if report.rows else (f"No result was found on the sheet “{mask_identifiers(name).text[:40]}”.",)
    return replace(report, rows=tuple(map(_checked, report.rows)), redacted=tuple(dict.fromkeys((*kinds, *masked.kinds))), notes=notes)


def _checked(row: RawRow) -> RawRow:
    """A percentage beside a range in fractions (28.5 % and 0.36 to 0.48) loses the range, which is in another unit."""
    ends = [found[0] for part in row.ranges for end in (part.low, part.high) if end and (found := readings(end))]
    value = readings(row.number or "")
    if row.unit == "%" and ends and value and max(ends) <= 1 < value[0]:
        return replace(row, ranges=(), warnings=(*row.warnings, "The range beside this percentage is not in percent, so it was not used."))
    return row


def _as_text(rows: list[list[str]]) -> str:
    """Rows as separated text; a sheet of one column is plain lines."""
    if len(rows[0]) == 1:
        return "\n".join(row[0] for row in rows)
    return "\n".join("\t".join(" ".join(cell.split()) for cell in row) for row in rows)
