"""Tables with a row for each day, under a head of names: `Date  Hb  WCC  Plt` over `02/01/2026  101  0.3  18`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from leukchat.labs.dates import DATE, Order, read_date
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
Found = tuple[int, tuple[RawRow, ...], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class _Title:
    """A column: where its title stands, and its test if it names one."""

    start: int
    end: int
    segment: Segment | None


def read_dated_rows(lines: Sequence[Line], at: int, tokens: Callable[[int], list[Token]], order: Order | None) -> Found | None:
    """The table whose head is line `at`: the line after it, its rows, and rows that could not be understood; None if it is none."""
    titles = _titles(tokens(at))
    if len(titles) < 2 or not any(title.segment for title in titles):
        return None
    rows: list[RawRow] = []
    unknown: list[str] = []
    end = at + 1
    while end < len(lines):
        if not lines[end].text.strip():
            end += 1
            continue
        cells = cells_of(tokens(end))
        day = _day(cells[0], order) if cells else None
        if day is None:
            break
        placed = _placed(titles, cells)
        if placed is None:
            unknown.append(lines[end].text.strip())
        else:
            rows += [replace(row, collected=day, page=lines[end].page, lines=(lines[end].first, lines[end].last)) for row in _rows(placed, day)]
        end += 1
    return (end, tuple(rows), tuple(unknown)) if rows or unknown else None


def _titles(head: list[Token]) -> list[_Title]:
    """The columns of a head whose first says `Date`; empty for any other line."""
    cells = cells_of(head)
    if len(cells) < 2 or any(token.kind in ("number", "bound", "range") for token in head) or not {token.word for token in cells[0]} & COLUMN_WORDS["date"]:
        return []
    found: list[_Title] = []
    for cell in cells:
        names = [token for token in cell if token.kind == "name" and token.hit and token.hit.ids]
        units = [token for token in cell if token.kind == "unit"]
        segment = Segment(names[0].text, names[0].hit.ids, units) if names and names[0].hit else None
        found.append(_Title(cell[0].start, cell[-1].end, segment))
    return found


def _day(cell: list[Token], order: Order | None) -> str | None:
    if not cell or cell[0].kind != "date" or any(token.kind not in ("date", "sign") for token in cell):
        return None
    match = DATE.match(fold(cell[0].text))
    day = read_date(match, order) if match else None
    return day.isoformat() if day else None


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
