"""Tables that name the tests across the top: days below each other, or one card under each name.

They are turned about, so that each test has a row of its own and each day a column, as the text reader wants them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from leukchat.labs.analytes import exact_name
from leukchat.labs.dates import DATE
from leukchat.labs.folding import fold, words
from leukchat.labs.readers.layout import Cell, Row
from leukchat.labs.readers.loose_names import loose_ids
from leukchat.labs.readers.vocabulary import COLUMN_WORDS
from leukchat.labs.units import find_unit

_CARD_ROWS = 4
_NAME_CHARS, _DAY_CHARS = 44, 16
_UNIT_BEHIND = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*$")


def turned(rows: Sequence[Row]) -> list[Row]:
    """The rows of a page with every such table turned about."""
    found: list[Row] = []
    index = 0
    while index < len(rows):
        names = _names(rows[index])
        taken = _table(names, rows[index + 1 :]) if names else None
        if taken is None:
            found.append(rows[index])
            index += 1
            continue
        table, count = taken
        found += table
        index += 1 + count
    return found


def _names(row: Row) -> list[Cell]:
    """The cells of a row that names two tests or more, its first cell aside if that says `Date`; else none."""
    cells = list(row)
    if cells and (fold(cells[0].text).rstrip(":") in COLUMN_WORDS["date"] or set(words(fold(cells[0].text))) <= COLUMN_WORDS["name"]):
        cells = cells[1:]
    return cells if len(cells) > 1 and all(_is_name(cell.text) for cell in cells) else []


def _is_name(text: str) -> bool:
    """Whether a text names a test, a unit behind the name aside: `Platelets (10^9/L)`, `Platelets 10^9/L`."""
    bare = _UNIT_BEHIND.sub("", text)
    parts = bare.split()
    folded = fold(parts[-1]) if len(parts) > 1 else ""
    unit = folded and find_unit(folded, 0) == len(folded) and not folded.isalpha()
    return bool(exact_name(text) or loose_ids(bare) or (unit and loose_ids(" ".join(parts[:-1]))))


def _table(names: list[Cell], rows: Sequence[Row]) -> tuple[list[Row], int] | None:
    """The rows made of what stands under the names, and how many rows that is; None if it is no such table."""
    days: list[tuple[Cell, dict[int, Cell]]] = []
    more: dict[int, list[Cell]] = {}
    count = 0
    for row in rows:
        dated = DATE.match(fold(row[0].text)) is not None
        cells = row[1:] if dated or _labels(row[0], names) else row
        under = {column: cell for cell in cells if (column := _column(cell, names)) is not None}
        if len(under) != len(cells) or not cells:
            break
        if dated:
            days.append((row[0], under))
        elif days or not all(_is_unit(cell) or not cell.text[:1].isalpha() for cell in cells) or count >= _CARD_ROWS:
            break
        else:
            for column, cell in under.items():
                more.setdefault(column, []).append(cell)
        count += 1
    if days:
        return _by_days(names, days, more), count
    numbered = [column for column, cells in more.items() if any(char.isdigit() for char in cells[0].text)]
    if len(numbered) < len(names):
        return None
    return [(name, *more.get(column, ())) for column, name in enumerate(names)], count


def _by_days(names: list[Cell], days: list[tuple[Cell, dict[int, Cell]]], more: dict[int, list[Cell]]) -> list[Row]:
    """One row for each test under a head of days; units and ranges stand last."""
    # Upright names are narrow, so that the days count too: too little room would push the cells of one day under another.
    width = max(sum(cell.x1 - cell.x0 for cell in cells) / sum(len(cell.text) for cell in cells) for cells in (names, [day for day, _ in days]))
    left = min(cell.x0 for cell in names)
    places = [left + width * (_NAME_CHARS + _DAY_CHARS * number) for number in range(len(days) + 1)]
    head = tuple(replace(day, at=place) for (day, _), place in zip(days, places, strict=False))
    table: list[Row] = [head] if len(days) > 1 else []
    for column, name in enumerate(names):
        values = [replace(under[column], at=place) for (_, under), place in zip(days, places, strict=False) if column in under]
        behind = [replace(cell, at=places[-1] + width * _DAY_CHARS * number) for number, cell in enumerate(more.get(column, ()))]
        table.append((replace(name, at=left), *values, *behind))
    return table


def _labels(cell: Cell, names: list[Cell]) -> bool:
    """Whether a cell left of the names says what its row is: `Unit`, `Reference range`."""
    parts = set(words(fold(cell.text)))
    return cell.x1 <= names[0].x0 and bool(parts & (COLUMN_WORDS["unit"] | COLUMN_WORDS["range"]))


def _column(cell: Cell, names: list[Cell]) -> int | None:
    """The name that a cell stands under; None between two."""
    middle = (cell.x0 + cell.x1) / 2
    gaps = [abs((name.x0 + name.x1) / 2 - middle) for name in names]
    column = gaps.index(min(gaps))
    overlaps = cell.x0 < names[column].x1 + cell.height and names[column].x0 - cell.height < cell.x1
    return column if overlaps else None


def _is_unit(cell: Cell) -> bool:
    return find_unit(fold(cell.text), 0) == len(cell.text)
