"""CSV and TSV: one result a row under a head, one day a row with a column for each test, or days as columns."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass, replace

from leukchat.labs.analytes import exact_name, fuzzy_name
from leukchat.labs.dates import DATE, read_date
from leukchat.labs.folding import fold, words
from leukchat.labs.header import Header, read_header
from leukchat.labs.identifiers import mask_identifiers
from leukchat.labs.readers import RawRange, RawReport, RawRow
from leukchat.labs.readers.rows import Segment, accepted, read_segment, split_segments
from leukchat.labs.readers.separators import separator
from leukchat.labs.readers.text import read_text
from leukchat.labs.readers.tokens import tokens
from leukchat.labs.readers.vocabulary import COLUMN_WORDS, FLAGS

_APART = " \t "
_BRACKETED = re.compile(r"^(?P<name>.+?)\s*[(\[](?P<unit>[^()\[\]]*)[)\]]\s*$")


@dataclass(frozen=True, slots=True)
class _Head:
    """The head of a table: which column holds what. `days` are dated columns; `tests` columns named after tests."""

    row: int
    columns: dict[str, int]
    days: dict[int, str]
    tests: dict[int, tuple[str, str | None]]


class TableReader:
    """Reads separated values. A table without a known head is read line by line as text."""

    formats: tuple[str, ...] = ("csv", "tsv")

    def read(self, content: str | bytes, format: str) -> tuple[RawReport, ...]:
        """All rows of a table. Never raises for text: what is not understood is listed as unrecognised."""
        text = content if isinstance(content, str) else content.decode("utf-8", errors="replace")
        cells = csv.reader(io.StringIO(text), delimiter=separator(text) or ",")
        # Cells well apart: a label still reaches the cell beside it, and a mask takes no separator along.
        apart = "\n".join(_APART.join(" ".join(cell.split()) for cell in row) for row in cells)
        header = read_header(apart)  # before masking, which removes the date of birth
        masked = mask_identifiers(apart)
        return (replace(read_table(masked.text, header), redacted=masked.kinds),)


def read_table(text: str, header: Header) -> RawReport:
    """Rows and unrecognised lines of a table of tab-separated cells whose header has been read already."""
    cells = [[cell.strip() for cell in line.split("\t")] for line in text.split("\n")]
    head = _find_head(cells, header)
    if head is None:
        return read_text("\n".join("  |  ".join(row) for row in cells), header)
    rows: list[RawRow] = []
    unknown: list[str] = []
    for row in cells[head.row + 1 :]:
        if not any(row):
            continue
        found = _wide(row, head, header) if head.tests else _long(row, head, header)
        rows += found
        if not found and not head.tests and _looks_like_result(row, head):
            unknown.append(" | ".join(cell for cell in row if cell))
    return RawReport(tuple(rows), tuple(dict.fromkeys(unknown)), header.collected, header.sex, header.age_years, source=text)


def _find_head(cells: list[list[str]], header: Header) -> _Head | None:
    """The first row that names columns."""
    for index, row in enumerate(cells[:30]):
        columns: dict[str, int] = {}
        days: dict[int, str] = {}
        tests: dict[int, tuple[str, str | None]] = {}
        for position, cell in enumerate(row):
            match = DATE.match(fold(cell))
            day = read_date(match, header.order) if match else None
            kind = None if match else _kind(cell)
            test = None if match or kind else _test(cell)
            if day:
                days[position] = day.isoformat()
            elif kind and kind not in columns:
                columns[kind] = position
            elif test:
                tests[position] = test
        if len(tests) >= 2 and "value" not in columns:
            return _Head(index, columns, {}, tests)
        if "name" in columns and ("value" in columns or days):
            return _Head(index, columns, days, {})
    return None


def _kind(cell: str) -> str | None:
    parts = words(fold(cell).replace("_", " "))
    joined = fold(cell).replace(" ", "_")
    if not parts or len(parts) > 5:
        return None
    order = ("previous", "low", "high", "range", "unit", "flag", "value", "name", "date")
    first = next((kind for kind in order if joined in COLUMN_WORDS[kind]), None)
    if first:
        return first
    if COLUMN_WORDS["range"] & set(parts):
        return "low" if COLUMN_WORDS["low"] & set(parts) else "high" if COLUMN_WORDS["high"] & set(parts) else "range"
    return next((kind for kind in order if COLUMN_WORDS[kind] & set(parts)), None)


def _test(cell: str) -> tuple[str, str | None] | None:
    """A column's name and unit if it names a test."""
    if exact_name(cell):
        return cell, None
    match = _BRACKETED.match(cell)
    if match and exact_name(match["name"]):
        return match["name"], match["unit"] or None
    return None


def _long(row: list[str], head: _Head, header: Header) -> list[RawRow]:
    """One test a row: one result, or one for each dated column."""
    name = _cell(row, head.columns.get("name"))
    ids = exact_name(name)
    if ids is None:
        segments = [segment for segment in split_segments(name, tokens(name)) if accepted(segment)]
        ids = segments[0].ids if len(segments) == 1 and not segments[0].has_value else None
    warnings: tuple[str, ...] = ()
    if ids is None and (ids := fuzzy_name(name)):
        warnings = (f"The name “{name}” was misspelt; please check that it is the right test.",)
    if not ids:
        return []
    source = " | ".join(cell for cell in row if cell)
    base = RawRow(name, ids, source, warnings=warnings, collected=_day(_cell(row, head.columns.get("date")), header))
    base = replace(
        base,
        unit=_cell(row, head.columns.get("unit")) or None,
        flag=FLAGS.get(fold(_cell(row, head.columns.get("flag")))),
    )
    ranges = _ranges(row, head)
    positions = head.days or {head.columns["value"]: base.collected or ""}
    found = [_cell_row(base, _cell(row, position), ranges, day or None) for position, day in positions.items()]
    return [result for result in found if result is not None]


def _wide(row: list[str], head: _Head, header: Header) -> list[RawRow]:
    """One day a row: a result for each column named after a test."""
    day = _day(_cell(row, head.columns.get("date")), header)
    found: list[RawRow] = []
    for position, (name, unit) in head.tests.items():
        value = _cell(row, position)
        base = RawRow(name, exact_name(name) or (), f"{day or ''} {name} {value} {unit or ''}".strip(), unit=unit, collected=day)
        result = _cell_row(base, value, (), day)
        if result is not None:
            found.append(result)
    return found


def _cell_row(base: RawRow, cell: str, ranges: tuple[RawRange, ...], day: str | None) -> RawRow | None:
    """A row for one cell with a value, which may bring its own flag, comparator and unit."""
    if not cell:
        return None
    parts = tokens(f"{base.name}: {cell}")
    segments = split_segments(base.name, parts)
    if not segments:
        segments = [Segment(base.name, base.ids, tokens(cell))]
    segment = segments[0]
    segment.ids = base.ids
    rows = read_segment(segment, base.source_text)
    if not rows:
        return None
    row = rows[0]
    return replace(
        row,
        name=base.name,
        unit=row.unit or base.unit,
        ranges=ranges or row.ranges,
        flag=base.flag or row.flag,
        collected=day or base.collected,
        warnings=base.warnings,
    )


def _ranges(row: list[str], head: _Head) -> tuple[RawRange, ...]:
    """Ranges from one cell (`4.0-11.0`, `<5`) or from a column for each end."""
    low, high = (_cell(row, head.columns.get(side)) for side in ("low", "high"))
    if (low or high) and "range" not in head.columns:
        ends = [cell if re.fullmatch(r"[\d.,]+", cell) else None for cell in (low, high)]
        return (RawRange(f"{low} - {high}".strip(" -"), ends[0], ends[1]),) if any(ends) else ()
    cell = _cell(row, head.columns.get("range"))
    return tuple(part.range for part in tokens(cell) if part.range) if cell else ()


def _day(cell: str, header: Header) -> str | None:
    match = DATE.match(fold(cell)) if cell else None
    day = read_date(match, header.order) if match else None
    return day.isoformat() if day else None


def _cell(row: list[str], position: int | None) -> str:
    return row[position] if position is not None and position < len(row) else ""


def _looks_like_result(row: list[str], head: _Head) -> bool:
    values = [_cell(row, position) for position in (head.days or {head.columns.get("value", -1): ""})]
    return bool(_cell(row, head.columns.get("name"))) and any(any(char.isdigit() for char in value) for value in values)
