"""The head of a table of cells: which column holds what, and which are days or tests."""

from __future__ import annotations

import re
from dataclasses import dataclass

from leukchat.labs.analytes import exact_name
from leukchat.labs.dates import DATE, read_date
from leukchat.labs.folding import fold, words
from leukchat.labs.header import Header
from leukchat.labs.readers.coded import name_ids
from leukchat.labs.readers.vocabulary import COLUMN_WORDS

_HEAD_ROWS, _LOOK = 30, 60
_BRACKETED = re.compile(r"^(?P<name>.+?)\s*[(\[](?P<unit>[^()\[\]]*)[)\]]\s*$")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_ORDER = ("previous", "low", "high", "range", "unit", "flag", "sign", "code", "value", "name", "date")
_NEVER_NAMES = ("unit", "range", "low", "high", "date", "flag", "sign", "code")


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a table: which column holds what. `days` are dated columns; `tests` columns named after tests."""

    row: int
    columns: dict[str, int]
    days: dict[int, str]
    tests: dict[int, tuple[str, str | None]]


def find_head(cells: list[list[str]], header: Header) -> Head | None:
    """The first row that names columns, one with a title for its values before one with days alone; None without one."""
    heads = [_read_row(index, row, header) for index, row in enumerate(cells[:_HEAD_ROWS])]
    for found in heads:
        if len(found.tests) >= 2 and "value" not in found.columns:
            return Head(found.row, found.columns, {}, found.tests)
        if "value" in found.columns and (head := _named(cells, found)):
            return head
    days = (head for found in heads if found.days and "value" not in found.columns and (head := _named(cells, found)))
    return next(days, None)


def _named(cells: list[list[str]], found: Head) -> Head | None:
    """A head with the column of its names; None where none holds names of tests beside values."""
    below = cells[found.row + 1 : found.row + 1 + _LOOK]
    names = _name_column(below, cells[found.row], found)
    if names is None:
        return None
    columns = {kind: place for kind, place in found.columns.items() if place != names} | {"name": names}
    if "value" not in columns and not (found.days and _dated_values(below, names, found)):
        return None  # `Born; 14.06.1951` is no column of that day
    return Head(found.row, columns, found.days, {})


def _read_row(index: int, row: list[str], header: Header) -> Head:
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
        elif kind:
            columns.setdefault(kind, position)
        elif test:
            tests[position] = test
    return Head(index, columns, days, tests)


def _name_column(below: list[list[str]], row: list[str], found: Head) -> int | None:
    """The column whose cells name most tests: one that its head calls so, else (under days) any with two names or more."""
    taken = {place for kind, place in found.columns.items() if kind in _NEVER_NAMES} | set(found.days)
    called = [place for place, cell in enumerate(row) if place not in found.days and _kind(cell) == "name"]
    hits = {place: sum(place < len(one) and bool(one[place]) and named_by(one[place]) is not None for one in below) for place in range(len(row)) if place not in taken}
    best = max(called, key=lambda place: hits.get(place, 0), default=None)
    if best is not None and hits.get(best, 0):
        return best
    other = max(hits, key=lambda place: hits[place], default=None)
    if other is not None and hits[other] >= 2 and (found.days or other != found.columns.get("value", other)):
        return other
    return best


def _dated_values(below: list[list[str]], names: int, found: Head) -> bool:
    """Whether numbers stand under the days of a head beside most names of tests."""
    named = [row for row in below if names < len(row) and row[names] and named_by(row[names]) is not None]
    valued = [row for row in named if any(place < len(row) and any(char.isdigit() for char in row[place]) for place in found.days)]
    return 2 * len(valued) >= len(named)


def named_by(name: str) -> tuple[str, ...] | None:
    """The analytes that a cell names; () for a known other test, None for no test."""
    return name_ids(name) if name else None


def _kind(cell: str) -> str | None:
    """What a column with this head holds; None if the head says nothing of it."""
    folded = fold(_CAMEL.sub(" ", cell))
    parts = words(folded.replace("_", " ").replace("/", ""))
    joined = folded.replace(" ", "_")
    if not parts or len(parts) > 5:
        return None
    first = next((kind for kind in _ORDER if joined in COLUMN_WORDS[kind]), None)
    if first:
        return first
    if COLUMN_WORDS["range"] & set(parts):
        return "low" if COLUMN_WORDS["low"] & set(parts) else "high" if COLUMN_WORDS["high"] & set(parts) else "range"
    return next((kind for kind in _ORDER if COLUMN_WORDS[kind] & set(parts)), None)


def _test(cell: str) -> tuple[str, str | None] | None:
    """A column's name and unit if it names a test."""
    if exact_name(cell):
        return cell, None
    match = _BRACKETED.match(cell)
    if match and exact_name(match["name"]):
        return match["name"], match["unit"] or None
    return None
