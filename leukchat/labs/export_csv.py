"""A reading as CSV, one result a line, for a spreadsheet. Nothing in it says who the person is."""

from __future__ import annotations

import csv
import io
from functools import cache

from leukchat.labs.analytes import exact_name
from leukchat.labs.catalogue import catalogue
from leukchat.labs.export_fhir import printed, unsure
from leukchat.labs.model import LabReading, LabResult

COLUMNS = ("test", "result", "unit", "low", "high", "flag", "date", "expected", "expected by", "loinc", "SI amount", "SI measure", "remarks")
# A spreadsheet takes a cell that begins like this for a formula; an apostrophe in front keeps it text.
_FLAGS = {"critical_low": "LL", "low": "L", "normal": "N", "high": "H", "critical_high": "HH", "abnormal": "A"}
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def to_csv(reading: LabReading, *, derived: bool = False) -> str:
    """All results, with `derived` also those that were computed. Numbers have a point; one that is not sure stands only in the remarks; lines end as RFC 4180 says.

    The table that the readers make of it holds the same values, units, ranges, flags and days.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for result in (*reading.results, *(reading.derived if derived else ())):
        writer.writerow([_safe(cell) for cell in _row(result)])
    return out.getvalue()


def _row(result: LabResult) -> tuple[str, ...]:
    reference = result.reference
    own = reference is not None and reference.source == "report"
    return (
        _name(result.analyte),
        "" if unsure(result) else f"{result.comparator or ''}{_number(result.value)}",
        result.unit or "",
        _number(reference.low) if reference and own else "",
        _number(reference.high) if reference and own else "",
        _FLAGS.get(result.flag, ""),
        result.collected or "",
        reference.text if reference else "",
        ("the report" if own else "LeukChat's table") if reference else "",
        result.loinc or "",
        _number(result.value_si),
        result.unit_si,
        " ".join((*((f"Not sure: {printed(result)}.",) if unsure(result) else ()), *result.warnings)),
    )


@cache
def _name(key: str) -> str:
    """The analyte's name, or the first of its names that a table's reader takes for nothing else."""
    analyte = catalogue().analytes[key]
    return next((name for name in (analyte.name, *analyte.aliases) if exact_name(name) == (key,)), analyte.name)


def _number(value: float | str | None) -> str:
    """A number in a spelling with one reading only (7.125 is 7.1250); words as they are."""
    if value is None or isinstance(value, str):
        return value or ""
    text = f"{value:.15g}"
    if "e" in text:
        text = f"{value:.15f}".rstrip("0").rstrip(".")
    return text + "0" if "." in text and len(text.partition(".")[2]) == 3 else text


def _safe(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula, and without the signs that could be taken for those between cells."""
    cell = cell.replace(", ", " ").replace("; ", " / ")
    return "'" + cell if cell.startswith(_FORMULA) else cell
