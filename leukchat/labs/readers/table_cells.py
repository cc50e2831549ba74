"""The cells of a row of a table: a value with what it brings along, ranges from one cell or two."""

from __future__ import annotations

import re
from dataclasses import replace

from leukchat.labs.readers import RawRange, RawRow
from leukchat.labs.readers.grammar import Token
from leukchat.labs.readers.rows import read_segment
from leukchat.labs.readers.segments import Segment, split_segments
from leukchat.labs.readers.table_head import Head
from leukchat.labs.readers.table_titles import bare_name
from leukchat.labs.readers.tokens import tokens

_SPACED = re.compile(r"\d{1,3}(?: \d{3})+")


def cell_at(row: list[str], position: int | None) -> str:
    """The cell in a column; empty where the row or the table has none."""
    return row[position] if position is not None and position < len(row) else ""


def cell_row(base: RawRow, cell: str, ranges: tuple[RawRange, ...], day: str | None) -> RawRow | None:
    """A row for one cell with a value, which may bring its own flag, comparator and unit."""
    cell = cell.strip("'= ")
    if not cell:
        return None
    if _SPACED.fullmatch(cell):
        cell = cell.replace(" ", "")
    parts = tokens(f"{bare_name(base.name)}: {cell}")
    segments = split_segments(base.name, parts)
    if not segments:
        segments = [Segment(base.name, base.ids, tokens(cell))]
    segment = segments[0]
    segment.ids = base.ids
    rows = read_segment(segment, base.source_text)
    if not rows or (rows[0].number is not None and any(part.kind in ("word", "date") for part in _lead(tokens(cell)))):
        return None  # `see note 3`
    row = rows[0]
    return replace(
        row,
        doubt=row.doubt or base.doubt,
        name=base.name,
        unit=row.unit or base.unit,
        ranges=ranges or row.ranges,
        flag=base.flag or row.flag,
        collected=day or base.collected,
        warnings=(*base.warnings, *(one for one in row.warnings if one not in base.warnings)),
    )


def _lead(parts: list[Token]) -> list[Token]:
    """The tokens before the first number."""
    return parts[: next((index for index, part in enumerate(parts) if part.kind in ("number", "bound")), 0)]


def row_ranges(row: list[str], head: Head) -> tuple[RawRange, ...]:
    """Ranges from one cell (`4.0-11.0`, `<5`) or from a column for each end."""
    low, high = (cell_at(row, head.columns.get(side)) for side in ("low", "high"))
    if (low or high) and "range" not in head.columns:
        ends = [cell if re.fullmatch(r"[\d.,]+", cell) else None for cell in (low, high)]
        return (RawRange(f"{low} - {high}".strip(" -"), ends[0], ends[1]),) if any(ends) else ()
    return ranges_in(cell_at(row, head.columns.get("range")))


def unit_behind_range(cell: str) -> str | None:
    """The unit that ends a cell with a range: `4.0 - 11.0 K/uL` under `Ref Range & Units`."""
    parts = [part for part in tokens(cell) if part.kind != "gap"]
    return parts[-1].text if len(parts) == 2 and parts[0].range and parts[1].kind == "unit" else None


def ranges_in(cell: str) -> tuple[RawRange, ...]:
    """All ranges that a cell holds."""
    return tuple(part.range for part in tokens(cell) if part.range) if cell else ()
