"""CSV and TSV: one result a row under a head, one day a row with a column for each test, or days as columns."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace

from leukchat.labs.dates import cell_day, with_years
from leukchat.labs.folding import fold
from leukchat.labs.header import Header, read_header
from leukchat.labs.identifiers import mask_identifiers
from leukchat.labs.readers import RawReport, RawRow
from leukchat.labs.readers.identity_columns import blank_identity_columns, people
from leukchat.labs.readers.separators import separator
from leukchat.labs.readers.table_head import Head, find_heads
from leukchat.labs.readers.table_rows import Place, looks_like_result, read_row, result_labels
from leukchat.labs.readers.table_slots import is_value
from leukchat.labs.readers.table_titles import bare_name, named_test
from leukchat.labs.readers.text import read_text
from leukchat.labs.readers.vocabulary import FLAGS
from leukchat.labs.units import UNIT

_APART = " \t "
_DECLARED = re.compile(r"\s*sep=.\s*\n", re.IGNORECASE)
_FORMULA = re.compile(r'="?([^"]*)"?')
_SEVERAL_PEOPLE = "The table holds results of several people. Please check that this value is yours, or give the rows of one person alone."
_NO_TITLE = "The table has several columns of numbers, and no title says which one holds the present results. Name that column “Result”, or paste its values alone."


class TableReader:
    """Reads separated values. A table without a known head is read line by line as text."""

    formats: tuple[str, ...] = ("csv", "tsv")

    def read(self, content: str | bytes, format: str) -> tuple[RawReport, ...]:
        """All rows of a table. Never raises for text: what is not understood is listed as unrecognised."""
        text = content if isinstance(content, str) else content.decode("utf-8", errors="replace")
        text = _DECLARED.sub("", text, count=1)
        sign = separator(text) or ","
        text = "\n".join(_unframed(line) for line in text.split("\n")) if sign == "|" else text
        rows = [[_plain(cell) for cell in row] for row in csv.reader(io.StringIO(text), delimiter=sign)]
        if sign != "\t" and all(len(row) < 2 for row in rows):  # each line quoted as a whole
            rows = [[_plain(cell) for cell in row] for row in csv.reader([cell for row in rows for cell in row[:1]], delimiter=sign)]
        rows = _whole_decimals(rows) if sign == "," else rows
        several = people(rows) > 1
        kinds = blank_identity_columns(rows)
        # Cells well apart: a label still reaches the cell beside it, and a mask takes no separator along.
        apart = "\n".join(_APART.join(row) for row in rows)
        header = read_header(apart)  # before masking, which removes the date of birth
        masked = mask_identifiers(apart)
        report = read_table(masked.text, header)
        if several:
            report = replace(report, rows=tuple(replace(row, doubt=_SEVERAL_PEOPLE) for row in report.rows))
        return (replace(report, redacted=tuple(dict.fromkeys((*kinds, *masked.kinds)))),)


def read_table(text: str, header: Header) -> RawReport:
    """Rows and unrecognised lines of a table of tab-separated cells whose header has been read already."""
    lines = [with_years(line, fold(line), header.collected, header.order) for line in text.split("\n")]
    cells = [[cell.strip() for cell in line.split("\t")] for line in lines]
    heads = find_heads(cells, header)
    if not heads:
        return read_text("\n".join("  |  ".join(part) for row in cells for part in _halved(row)), header)
    rows: list[RawRow] = []
    unknown: list[str] = []
    last_day: str | None = None
    open_days = any(slot.day == "" for head in heads for slot in head.slots)
    for head, end in _blocks(heads, len(cells)):
        at = Place(header, day=last_day, labelled=result_labels(cells[head.row + 1 : end], head), carried=_has_days(cells[head.row + 1 : end], head, header))
        for row in cells[head.row + 1 : end]:
            part = head.within(_unflagged(row, head))
            if not any(part):
                continue
            found = read_row(part, head, at)
            rows += found
            if not found and not head.tests and (head.unclear or looks_like_result(part, head)):
                unknown.append(" | ".join(cell for cell in part if cell))
        open_days, last_day = open_days or at.unclear, at.day
    notes = (_NO_TITLE,) if any(head.unclear for head in heads) and not rows else ()
    # The one date written anywhere is that of its row, and not of rows without one.
    of_a_row = header.lone and any("date" in head.columns or _dated(head) for head in heads) and any(row.collected is None for row in rows)
    day = None if of_a_row or open_days else header.collected
    return RawReport(tuple(rows), tuple(dict.fromkeys(unknown)), day, header.sex, header.age_years, source=text, notes=notes)


def _halved(row: list[str]) -> list[list[str]]:
    """The parts of a row that begin with a name of a test each, where several tests stand side by side."""
    starts = [place for place, cell in enumerate(row) if cell and named_test(bare_name(cell))]
    if len(starts) < 2 or any(not any(is_value(cell) for cell in row[start:end]) for start, end in zip(starts, (*starts[1:], len(row)), strict=True)):
        return [row]
    return [row[start:end] for start, end in zip((0, *starts[1:]), (*starts[1:], len(row)), strict=True)]


def _unflagged(row: list[str], head: Head) -> list[str]:
    """A row one cell wider than its head, without the flag that stands untitled behind the value."""
    if len(head.slots) != 1 or "unit" not in head.columns or head.columns["unit"] != head.slots[0].place + 1:
        return row
    spot = head.columns["unit"]
    shifted = spot + 1 < len(row) and not UNIT.fullmatch(fold(row[spot])) and UNIT.fullmatch(fold(row[spot + 1])) is not None
    if not shifted or (row[spot] and fold(row[spot]) not in FLAGS):
        return row
    value = f"{row[spot - 1]} {row[spot]}".strip()
    return [*row[: spot - 1], value, *row[spot + 1 :]]


def _has_days(rows: list[list[str]], head: Head, header: Header) -> bool:
    """Whether a table's column of dates holds several days, so that an empty cell repeats the one above."""
    spot = head.columns.get("date", -1)
    return spot >= 0 and len({day for row in rows if spot < len(row) and (day := cell_day(fold(row[spot]), header.order))}) > 1


def _blocks(heads: list[Head], end: int) -> list[tuple[Head, int]]:
    """Each head with the row at which the next one begins; heads side by side share their rows."""
    return [(head, min((other.row for other in heads if other.row > head.row), default=end)) for head in heads]


def _dated(head: Head) -> bool:
    return any(slot.day is not None for slot in head.slots)


def _unframed(line: str) -> str:
    """A line of a table drawn with bars, without those at its ends and without the rule under its head."""
    text = line.strip().removeprefix("|").removesuffix("|")
    return "" if text and not text.strip(" |:-=+") else text


def _plain(cell: str) -> str:
    """A cell in one line, without the signs by which a spreadsheet keeps a number as text."""
    text = " ".join(cell.split())
    match = _FORMULA.fullmatch(text) if text.startswith("=") else None
    return match[1] if match else text[1:] if re.match(r"'[\d.,<>]", text) else text


def _whole_decimals(rows: list[list[str]]) -> list[list[str]]:
    """Rows in which a comma parted one decimal number in two, as some exports leave it unquoted (`Hb,8,1,g/dl`).

    Only where all rows are as wide as their head or one wider, and one place alone can be that number.
    """
    width = len(rows[0]) if rows else 0
    wider = [row for row in rows[1:] if len(row) == width + 1]
    if not wider or width < 3 or any(len(row) not in (width, width + 1) for row in rows if any(row)):
        return rows
    spots = [{place for place in range(width) if _halves(row, place)} for row in wider]
    common = set.intersection(*spots)
    if len(common) != 1 or not all(found == common for found in spots):
        return rows
    spot = common.pop()
    return [[*row[:spot], f"{row[spot]},{row[spot + 1]}", *row[spot + 2 :]] if len(row) == width + 1 else row for row in rows]


def _halves(row: list[str], place: int) -> bool:
    return bool(re.fullmatch(r"\d{1,4}", row[place]) and re.fullmatch(r"\d{1,2}", row[place + 1]))
