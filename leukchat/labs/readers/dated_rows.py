"""Tables with a row for each day, under a head of names: `Date  Hb  WCC  Plt` over `02/01/2026  101  0.3  18`; and lists of one test by days."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from leukchat.labs.dates import Order, cell_day, short_day
from leukchat.labs.folding import fold
from leukchat.labs.readers import RawRow
from leukchat.labs.readers.columns import cells_of
from leukchat.labs.readers.grammar import Token
from leukchat.labs.readers.paragraphs import Line
from leukchat.labs.readers.rows import read_segment
from leukchat.labs.readers.segments import Segment
from leukchat.labs.readers.vocabulary import COLUMN_WORDS

_IN_CELL = ("number", "bound", "unit", "flag", "sign")
_OFF = 14  # characters by which a cell may stand away from its title
_LEAST = 2
_HOUR = re.compile(r"[01]\d[0-5]\d|2[0-3][0-5]\d")
Found = tuple[int, tuple[RawRow, ...], tuple[str, ...]]
Tokens = Callable[[int], list[Token]]


@dataclass(frozen=True, slots=True)
class _Title:
    """A column: where its title stands, and its test if it names one."""

    start: int
    end: int
    segment: Segment | None


@dataclass(frozen=True, slots=True)
class _Days:
    """How the days of a report are read: the order of day and month, and the report's day, whose year short ones share."""

    order: Order | None
    collected: str | None

    def of(self, line: Line, cell: Sequence[Token]) -> str | None:
        """The day that a cell begins with; None for any other cell."""
        text = fold(line.text[cell[0].start : cell[-1].end])
        day = cell_day(text, self.order) or short_day(text, self.collected, self.order)
        return day.isoformat() if day else None


def read_dated_rows(lines: Sequence[Line], at: int, tokens: Tokens, order: Order | None, collected: str | None) -> Found | None:
    """The table whose head is line `at`: the line after it, its rows, and rows that could not be understood; None if it is none."""
    days = _Days(order, collected)
    if (titles := _titles(tokens(at))) and (found := _table(lines, at, tokens, days, titles)):
        return found
    return _series(lines, at, tokens, days)


def _table(lines: Sequence[Line], at: int, tokens: Tokens, days: _Days, titles: list[_Title]) -> Found | None:
    """The rows under titles; the first column of them is that of the days."""
    rows: list[RawRow] = []
    unknown: list[str] = []
    end = at + 1
    while end < len(lines):
        cells = cells_of(tokens(end)) if lines[end].text.strip() else []
        if not cells:
            end += 1
            continue
        if not rows and (below := _labelled(titles, tokens(end))):
            titles = below
            end += 1
            continue
        day = days.of(lines[end], cells[0])
        if day and len(cells) > _LEAST and all(token.kind == "date" or (token.kind == "sign" and _HOUR.fullmatch(token.text)) for token in cells[1]):
            cells = [cells[0], *cells[2:]]  # the hour beside its day
        if day is None:
            break
        placed = _placed(titles, cells)
        if placed is None:
            unknown.append(lines[end].text.strip())
        else:
            rows += [replace(row, collected=day, page=lines[end].page, lines=(lines[end].first, lines[end].last)) for row in _rows(placed, day)]
        end += 1
    return (end, tuple(rows), tuple(unknown)) if rows or unknown else None


def _series(lines: Sequence[Line], at: int, tokens: Tokens, days: _Days) -> Found | None:
    """One test by days: its name alone on line `at`, then lines of a day and a value each."""
    head = tokens(at)
    names = [token for token in head if token.kind == "name" and token.hit and token.hit.ids]
    if len(names) != 1 or names[0].hit is None or any(token.kind not in ("name", "unit", "gap", "sign") and token.word not in ("is", "ei") for token in head):
        return None
    segment = Segment(names[0].text, names[0].hit.ids, [token for token in head if token.kind == "unit"])
    title = [_Title(0, 0, None), _Title(0, 0, segment)]
    rows: list[RawRow] = []
    end = at + 1
    while end < len(lines):
        cells = _day_and_value(tokens(end))
        day = days.of(lines[end], cells[0]) if len(cells) == _LEAST else None
        if day is None and end == at + 1 and end + 1 < len(lines) and len(after := _day_and_value(tokens(end + 1))) == _LEAST and days.of(lines[end + 1], after[0]):
            end += 1  # a first entry that only has a month
            continue
        if day is None:
            break
        rows += [replace(row, collected=day, page=lines[end].page, lines=(lines[at].first, lines[end].last)) for row in _rows(list(zip(title, cells, strict=True)), day)]
        end += 1
    return (end, tuple(rows), ()) if len(rows) >= _LEAST else None


def _day_and_value(tokens: list[Token]) -> list[list[Token]]:
    """The cells of a line; of two with a dash or a colon between them (`15/06/2025 - 0,42 %`) as of two with a gap."""
    cells = cells_of(tokens)
    if len(cells) == 1 and len(tokens) > _LEAST and tokens[0].kind == "date" and tokens[1].text in ("-", ":", "=", "–"):
        return [[tokens[0]], tokens[_LEAST:]]
    return cells


def _titles(head: list[Token]) -> list[_Title]:
    """The columns of a head of names, the first that of the days, with a title or without; empty for any other line."""
    cells = cells_of(head)
    if len(cells) < _LEAST or any(token.kind in ("number", "bound", "range") for token in head):
        return []
    found: list[_Title] = []
    for cell in cells:
        names = [token for token in cell if token.kind == "name" and token.hit and token.hit.ids]
        units = [token for token in cell if token.kind == "unit"]
        segment = Segment(names[0].text, names[0].hit.ids, units) if names and names[0].hit else None
        found.append(_Title(cell[0].start, cell[-1].end, segment))
    named = sum(title.segment is not None for title in found)
    if {token.word for token in cells[0]} & COLUMN_WORDS["date"] and named:
        return found
    if named < _LEAST:
        return []
    return found if found[0].segment is None else [_Title(0, 0, None), *found]


def _labelled(titles: list[_Title], tokens: list[Token]) -> list[_Title] | None:
    """The titles with what a line under them says of all: their units, or a range for each test; None for any other line."""
    cells = cells_of(tokens)
    said = {token.word for token in cells[0]} if cells else set()
    if cells and all(token.kind == "word" for token in cells[0]) and said & (COLUMN_WORDS["unit"] | COLUMN_WORDS["range"]):
        tokens, cells = tokens[tokens.index(cells[0][-1]) + 1 :], cells[1:]
    if units := _units(tokens):
        return _with_units(titles, units)
    tests = [index for index, title in enumerate(titles) if title.segment]
    ranges = [token for cell in cells for token in cell]
    if not said & COLUMN_WORDS["range"] or len(ranges) != len(tests) or any(token.range is None for token in ranges):
        return None
    found = list(titles)
    for index, token in zip(tests, ranges, strict=True):
        if segment := found[index].segment:
            found[index] = replace(found[index], segment=replace(segment, tokens=[*segment.tokens, token]))
    return found


def _units(tokens: list[Token]) -> list[Token]:
    """The units of a line that holds nothing else."""
    units = [token for token in tokens if token.kind == "unit"]
    return units if units and all(token.kind in ("unit", "gap", "sign") for token in tokens) else []


def _with_units(titles: list[_Title], units: list[Token]) -> list[_Title]:
    """The titles with the units under them: one for each test, or by place."""
    tests = [index for index, title in enumerate(titles) if title.segment]
    spots = tests if len(units) == len(tests) else [min(tests, key=lambda index: abs(titles[index].start - unit.start)) for unit in units]
    found = list(titles)
    for spot, unit in zip(spots, units, strict=True):
        if (segment := found[spot].segment) and not segment.tokens:
            found[spot] = replace(found[spot], segment=replace(segment, tokens=[unit]))
    return found


def _placed(titles: list[_Title], cells: list[list[Token]]) -> list[tuple[_Title, list[Token]]] | None:
    """Each cell with its column: one by one where there are as many, else by place; None where that does not tell."""
    if len(cells) == len(titles):
        return list(zip(titles, cells, strict=True))
    taken: dict[int, list[Token]] = {}
    for cell in cells:
        start, end = cell[0].start, cell[-1].end
        away = [max(0, title.start - end, start - title.end) for title in titles]
        near = min(range(len(titles)), key=lambda index: (away[index], abs(titles[index].start - start)))
        if away[near] > _OFF or near in taken:
            return None
        taken[near] = cell
    return [(titles[index], cell) for index, cell in sorted(taken.items())]


def _rows(placed: list[tuple[_Title, list[Token]]], day: str) -> list[RawRow]:
    """A row for each cell under the name of a test that holds one value."""
    rows: list[RawRow] = []
    for title, cell in placed:
        if title.segment is None or any(token.kind not in _IN_CELL for token in cell) or sum(token.kind in ("number", "bound") for token in cell) != 1:
            continue
        source = " ".join((f"{day}:", title.segment.name, *(token.text for token in (*cell, *title.segment.tokens))))
        rows += read_segment(replace(title.segment, tokens=[*cell, *title.segment.tokens]), source)[:1]
    return rows
