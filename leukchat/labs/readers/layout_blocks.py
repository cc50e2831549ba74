"""Tables that stand side by side on a page are put one below the other, so that no row mixes two of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from leukchat.labs.readers.layout import Cell, Row
from leukchat.labs.readers.tokens import tokens

_MIN_ROWS = 3
_MIN_PROSE = 6
_STEP = 2.2  # of the height


@dataclass(frozen=True, slots=True)
class _Start:
    """A cell further right that begins with the name of a test: its row and where it begins."""

    row: int
    x: float


def in_reading_order(rows: Sequence[Row]) -> list[Row]:
    """The rows of a page; where two tables stand side by side, or a text beside a table, the left one first."""
    gutter = _gutter(rows) or _margin(rows)
    if gutter is None:
        return list(rows)
    x, first, last = gutter
    # The heads of the tables stand above their first rows; what crosses the gutter belongs to neither.
    while first > 0 and _parted(rows[first - 1], x) and len(rows[first - 1]) > 1 and _both_sides(rows[first - 1], x):
        first -= 1
    while last + 1 < len(rows) and _parted(rows[last + 1], x) and _both_sides(rows[last + 1], x) and _near(rows[last], rows[last + 1]):
        last += 1
    left, right = [], []
    for row in rows[first : last + 1]:
        left.append(tuple(cell for cell in row if cell.x0 < x))
        right.append(tuple(cell for cell in row if cell.x0 >= x))
    tail = list(rows[last + 1 :])
    while tail and all(cell.x0 >= x for cell in tail[0]):
        right.append(tail.pop(0))
    return [*rows[:first], *(row for row in left if row), *(row for row in right if row), *tail]


def _gutter(rows: Sequence[Row]) -> tuple[float, int, int] | None:
    """Where the second table begins, with its first and last row; None for a page with one table."""
    starts = [
        _Start(index, cell.x0)
        for index, row in enumerate(rows)
        for place, cell in enumerate(row)
        if place and _has_number(row[:place]) and begins_with_name(cell) and _numbered(row[place:])
    ]
    best: list[_Start] = []
    for one in starts:
        height = rows[one.row][0].height
        group = [other for other in starts if abs(other.x - one.x) <= 2 * height]
        if len({other.row for other in group}) > len({other.row for other in best}):
            best = group
    found = sorted({one.row for one in best})
    if len(found) < _MIN_ROWS:
        return None
    x = min(one.x for one in best) - 0.1
    first, last = found[0], found[-1]
    crossed = sum(not _parted(row, x) for row in rows[first : last + 1])
    return (x, first, last) if crossed <= 0.1 * (last - first + 1) else None


def _margin(rows: Sequence[Row]) -> tuple[float, int, int] | None:
    """Where a column of plain text begins that stands beside the table; None for a page without one."""
    starts = [_Start(index, row[-1].x0) for index, row in enumerate(rows) if len(row) > 1 and _prose(row[-1])]
    best: list[_Start] = []
    for one in starts:
        group = [other for other in starts if abs(other.x - one.x) <= 2 * rows[one.row][-1].height]
        best = max(best, group, key=len)
    if len(best) < _MIN_PROSE:
        return None
    x = min(one.x for one in best) - 0.1
    first, last = min(one.row for one in best), max(one.row for one in best)
    crossed = sum(not _parted(row, x) for row in rows[first : last + 1])
    return (x, first, last) if crossed <= 0.1 * (last - first + 1) else None


def _prose(cell: Cell) -> bool:
    """Whether a cell is a piece of a sentence."""
    words = [word.text for word in cell.words]
    return len(words) >= 5 and sum(word.strip(".,;:()").isalpha() for word in words) >= 0.8 * len(words)


def begins_with_name(cell: Cell) -> bool:
    """Whether a cell begins with the name of a test that is known."""
    text = cell.text
    if not text[:1].isalpha() and text[:1] not in "%#":
        return False
    first = next(iter(tokens(text)), None)
    return bool(first and first.kind == "name" and first.hit and first.hit.ids)


def _has_number(cells: Sequence[Cell]) -> bool:
    return any(cell.text[:1].isdigit() or cell.text[:1] in "<>" for cell in cells)


def _numbered(cells: Sequence[Cell]) -> bool:
    return any(char.isdigit() for cell in cells for char in cell.text)


def _near(above: Row, below: Row) -> bool:
    """Whether a row stands right under another, as the range of a card under its value."""
    return below[0].y0 - above[0].y0 <= _STEP * max(above[0].height, below[0].height)


def _parted(row: Row, x: float) -> bool:
    return not any(cell.x0 < x - 0.2 and cell.x1 > x + cell.height for cell in row)


def _both_sides(row: Row, x: float) -> bool:
    return any(cell.x0 < x for cell in row) and any(cell.x0 >= x for cell in row)
