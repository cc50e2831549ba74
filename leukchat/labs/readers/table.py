"""CSV and TSV: one result a row under a head, one day a row with a column for each test, or days as columns."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace

from leukchat.labs.analytes import exact_name, fuzzy_name
from leukchat.labs.dates import DATE, read_date
from leukchat.labs.folding import fold
from leukchat.labs.header import Header, read_header
from leukchat.labs.identifiers import mask_identifiers
from leukchat.labs.readers import RawRange, RawReport, RawRow
from leukchat.labs.readers.coded import Coded, place
from leukchat.labs.readers.identity_columns import blank_identity_columns
from leukchat.labs.readers.rows import read_segment
from leukchat.labs.readers.segments import Segment, split_segments
from leukchat.labs.readers.separators import separator
from leukchat.labs.readers.table_head import Head, find_head, named_by
from leukchat.labs.readers.text import read_text
from leukchat.labs.readers.tokens import tokens
from leukchat.labs.readers.vocabulary import FLAGS

_APART = " \t "
_LOINC = re.compile(r"\d{1,5}-\d")


class TableReader:
    """Reads separated values. A table without a known head is read line by line as text."""

    formats: tuple[str, ...] = ("csv", "tsv")

    def read(self, content: str | bytes, format: str) -> tuple[RawReport, ...]:
        """All rows of a table. Never raises for text: what is not understood is listed as unrecognised."""
        text = content if isinstance(content, str) else content.decode("utf-8", errors="replace")
        cells = csv.reader(io.StringIO(text), delimiter=separator(text) or ",")
        rows = [[" ".join(cell.split()) for cell in row] for row in cells]
        kinds = blank_identity_columns(rows)
        # Cells well apart: a label still reaches the cell beside it, and a mask takes no separator along.
        apart = "\n".join(_APART.join(row) for row in rows)
        header = read_header(apart)  # before masking, which removes the date of birth
        masked = mask_identifiers(apart)
        return (replace(read_table(masked.text, header), redacted=tuple(dict.fromkeys((*kinds, *masked.kinds)))),)


def read_table(text: str, header: Header) -> RawReport:
    """Rows and unrecognised lines of a table of tab-separated cells whose header has been read already."""
    cells = [[cell.strip() for cell in line.split("\t")] for line in text.split("\n")]
    head = find_head(cells, header)
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
    # The one date written anywhere is that of its row, and not of rows without one.
    of_a_row = header.lone and ("date" in head.columns or bool(head.days)) and any(row.collected is None for row in rows)
    return RawReport(tuple(rows), tuple(dict.fromkeys(unknown)), None if of_a_row else header.collected, header.sex, header.age_years, source=text)


def _long(row: list[str], head: Head, header: Header) -> list[RawRow]:
    """One test a row: one result, or one for each dated column."""
    name = _cell(row, head.columns.get("name"))
    if (code := _cell(row, head.columns.get("code"))) and _LOINC.fullmatch(code):
        return _by_code(row, head, header, name, code)
    ids = named_by(name)
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
    sign = _cell(row, head.columns.get("sign"))
    found = [
        _cell_row(base, f"{sign}{cell}" if sign in ("<", ">", "<=", ">=") and cell else cell, ranges, day or None)
        for position, day in positions.items()
        for cell in (_cell(row, position),)
    ]
    return [result for result in found if result is not None]


def _by_code(row: list[str], head: Head, header: Header, name: str, code: str) -> list[RawRow]:
    """A row that names its test by a LOINC code: read as structured reports are, so that code, name and unit must agree."""
    sign = _cell(row, head.columns.get("sign"))
    mark = _cell(row, head.columns.get("flag")).strip().upper()
    day = _day(_cell(row, head.columns.get("date")), header)
    unit = _cell(row, head.columns.get("unit")) or None
    positions = head.days or {head.columns["value"]: day or ""}
    found = []
    for position, of in positions.items():
        if cell := _cell(row, position):
            item = Coded((name,) if name else (), (code,), words=f"{sign}{cell}", unit=unit, ranges=_ranges(row, head), mark=mark or None, collected=of or None)
            found.append(place(item).row)
    return [one for one in found if one is not None]


def _wide(row: list[str], head: Head, header: Header) -> list[RawRow]:
    """One day a row: a result for each column named after a test."""
    untitled = [day for place, cell in enumerate(row) if place not in head.tests and (day := _day(cell, header))]
    day = _day(_cell(row, head.columns.get("date")), header) or next(iter(untitled), None)
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


def _ranges(row: list[str], head: Head) -> tuple[RawRange, ...]:
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


def _looks_like_result(row: list[str], head: Head) -> bool:
    values = [_cell(row, position) for position in (head.days or {head.columns.get("value", -1): ""})]
    return bool(_cell(row, head.columns.get("name"))) and any(any(char.isdigit() for char in value) for value in values)
