"""The heads of a table of cells: which column holds what, which are days, tests or values in a unit of their own."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cache

from leukchat.labs.header import Header
from leukchat.labs.readers.coded_names import name_ids
from leukchat.labs.readers.table_slots import Slot, columns_by_content, find_slots, untitled_values
from leukchat.labs.readers.table_titles import bare_name, named_test, of_another_sample
from leukchat.labs.readers.title_row import TitleRow, read_titles

_HEAD_ROWS, _LOOK = 30, 60
_PLAIN_NUMBER = re.compile(r"\d{1,5}(?:[.,]\d{1,3})?")  # never a title
LOINC = re.compile(r"\d{1,5}-\d")
_NEVER_NAMES = ("unit", "range", "low", "high", "date", "flag", "sign", "code", "sample", "other")
_OF_HEADS = frozenset(("unit", "range", "low", "high", "flag", "date", "previous", "code", "sample"))
_UNTITLED = "The title of this column does not say that it holds results; please check that it is the right one."


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a table: which column holds what. `tests` are columns named after tests, `slots` those of values.

    `unclear`: several columns of numbers, of which no title says which holds the results.
    """

    row: int
    columns: dict[str, int] = field(default_factory=dict)
    slots: tuple[Slot, ...] = ()
    tests: dict[int, tuple[str, str | None]] = field(default_factory=dict)
    unclear: bool = False
    first: int = 0
    last: int | None = None

    def within(self, row: list[str]) -> list[str]:
        """The cells of a row that this head stands over; the others empty."""
        return [cell if self.first <= place and (self.last is None or place < self.last) else "" for place, cell in enumerate(row)]


def find_heads(cells: list[list[str]], header: Header) -> list[Head]:
    """The heads of all tables in `cells`, from above; two for one row where two tables stand side by side."""
    titled = cache(lambda index: read_titles(index, cells[index], header))
    first = _first(cells, header, titled)
    if not first:
        return []
    found = list(first)
    for index in range(first[0].row + 1, len(cells)):
        if any(map(_PLAIN_NUMBER.fullmatch, cells[index])):
            continue
        titles = titled(index)
        if titles.numbers == 0 and titles.labels >= 2 and (titles.places("value") or len(titles.tests) >= 2 or len(titles.days) >= 2):
            found += _heads(cells, titles, header)
    return found


def _first(cells: list[list[str]], header: Header, titled: Callable[[int], TitleRow]) -> list[Head]:
    """The first row that names columns, one with a title for its values before one with days alone."""
    rows = [titled(index) for index in range(min(len(cells), _HEAD_ROWS))]
    for titles in rows:
        if (titles.of_tests() or titles.places("value")) and (found := _heads(cells, titles, header)):
            return found
    for titles in rows:
        if (titles.days or titles.units) and not titles.places("value") and (found := _heads(cells, titles, header)):
            return found
    for titles in rows:
        if titles.numbers == 0 and titles.places("name") and (found := _heads(cells, titles, header)):
            return found
    return []


def _heads(cells: list[list[str]], titles: TitleRow, header: Header) -> list[Head]:
    """The heads that one row of titles is; empty if it is none."""
    if titles.of_tests():
        return [Head(titles.row, titles.columns(), tests=titles.tests)]
    starts = titles.places("name")
    cuts = [place for place in starts[1:] if any(starts[0] < value < place for value in titles.places("value"))]
    if not cuts or not any(value > cuts[-1] for value in titles.places("value")):
        head = _named(cells, titles, header)
        return [head] if head else []
    found = []
    for start, end in zip((0, *cuts), (*cuts, None), strict=True):
        part = titles.part(start, end)
        if head := _named(cells, part, header):
            found.append(replace(head, first=start, last=end))
    return found


def _named(cells: list[list[str]], titles: TitleRow, header: Header) -> Head | None:
    """A head with the column of its names and those of its values; None where none names tests beside values."""
    below = cells[titles.row + 1 : titles.row + 1 + _LOOK]
    names = _name_column(below, cells[titles.row], titles)
    names = _code_column(below) if names is None else names
    if names is None:
        return None
    columns = {kind: place for kind, place in titles.columns().items() if place != names} | {"name": names}
    named = [row for row in below if names < len(row) and row[names] and (named_by(row[names]) is not None or LOINC.fullmatch(row[names]))]
    columns = columns_by_content(titles, columns, named) | columns
    slots = find_slots(titles, columns, named, [read_titles(index, cells[index], header) for index in range(max(0, titles.row - 2), titles.row)][::-1])
    if slots:
        return Head(titles.row, columns, slots)
    if not _OF_HEADS & set(titles.kinds.values()) or titles.days or not named:
        return None  # `Born; 14.06.1951` is no column of that day
    left = [place for place in untitled_values(named, titles) if titles.kinds.get(place, "name") == "name" and place != names]
    if len(left) == 1:
        return Head(titles.row, columns, (Slot(left[0], warning=_UNTITLED),))
    return Head(titles.row, columns, unclear=len(left) > 1)


def _name_column(below: list[list[str]], row: list[str], titles: TitleRow) -> int | None:
    """The column whose cells name most tests: one that its head calls so, else (under days) any with two names or more."""
    taken = {place for place, kind in titles.kinds.items() if kind in _NEVER_NAMES} | set(titles.days)
    called = titles.places("name")
    hits = {place: sum(place < len(one) and bool(one[place]) and named_by(one[place]) is not None for one in below) for place in range(len(row)) if place not in taken}
    best = max(called, key=lambda place: hits.get(place, 0), default=None)
    if best is not None and hits.get(best, 0):
        return best
    other = max(hits, key=lambda place: hits[place], default=None)
    value = next(iter(titles.places("value")), None)
    if other is not None and hits[other] >= 2 and (titles.days or other != value):
        return other
    return best


def _code_column(below: list[list[str]]) -> int | None:
    """The column of LOINC codes in a table that names its tests by nothing else."""
    width = max(map(len, below), default=0)
    held = {place: sum(place < len(row) and LOINC.fullmatch(row[place]) is not None for row in below) for place in range(width)}
    best = max(held, key=lambda place: held[place], default=None)
    return best if best is not None and held[best] > 1 else None


def named_by(name: str) -> tuple[str, ...] | None:
    """The analytes that a cell names, its unit aside; () for a known other test, None for no test."""
    if not name:
        return None
    if of_another_sample(name):
        return ()
    name = bare_name(name)
    found = name_ids(name)
    test = named_test(name) if found is None else None
    return name_ids(test[0]) if test else found
