"""Columns under a title that says they hold ranges: a lone bound or zero there is marked as a range, so that it is no value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from leukchat.labs.dates import DATE
from leukchat.labs.folding import fold, words
from leukchat.labs.readers.grammar import BOUND
from leukchat.labs.readers.layout import Cell, Row, rewritten
from leukchat.labs.readers.vocabulary import COLUMN_WORDS, NEUTRAL
from leukchat.labs.units import find_unit

_TITLES = frozenset().union(*(COLUMN_WORDS[kind] for kind in ("value", "previous", "unit", "name", "flag", "date", "method")))
_RANGES = COLUMN_WORDS["range"] | frozenset("usuelles usuelle usual usuales habituelles normales normaux normais normali normale expected ri vr".split())
_DASHES = frozenset(("-", "--", "---", "–", "—", "––"))
_LONGEST = 5


@dataclass(frozen=True, slots=True)
class _Titles:
    """The cells of the head of a table, and which of them title ranges."""

    cells: Row
    ranges: frozenset[int]
    values: frozenset[int]

    def is_range(self, cell: Cell) -> bool:
        """Whether a cell stands under a title of ranges and under no other."""
        return self._over(cell) <= self.ranges

    def is_empty(self, cell: Cell) -> bool:
        """Whether a cell is a dash under the title of a day or a value, which says that nothing was measured."""
        return cell.text.strip() in _DASHES and self._over(cell) <= self.values

    def _over(self, cell: Cell) -> set[int]:
        over = [index for index, title in enumerate(self.cells) if title.x0 < cell.x1 and cell.x0 < title.x1]
        middle = (cell.x0 + cell.x1) / 2
        near = over or [min(range(len(self.cells)), key=lambda index: abs((self.cells[index].x0 + self.cells[index].x1) / 2 - middle))]
        return set(near)


def with_ranges(rows: Sequence[Row]) -> list[Row]:
    """The rows, with brackets around what stands alone under a title of ranges: `< 21` becomes `(< 21)`, `0` becomes `(0 - 0)`."""
    titles: _Titles | None = None
    found: list[Row] = []
    for row in rows:
        if head := _titles(row):
            titles = head
            found.append(row)
            continue
        kept = [cell for place, cell in enumerate(row) if not (titles and place and titles.is_empty(cell))] if len(row) > 1 else list(row)
        found.append(tuple(_marked(cell, row, titles) for cell in kept) if titles and len(row) > 1 else row)
    return found


def _titles(row: Row) -> _Titles | None:
    """The head of a table with a title of ranges; None for any other row."""
    kinds = [_kind(cell) for cell in row]
    if len(row) < 2 or "range" not in kinds or "other" not in kinds or None in kinds[1:]:
        return None
    values = frozenset(index for index, cell in enumerate(row) if DATE.match(fold(cell.text)) or set(words(fold(cell.text))) & (COLUMN_WORDS["value"] | COLUMN_WORDS["previous"]))
    return _Titles(row, frozenset(index for index, kind in enumerate(kinds) if kind == "range"), values)


def _kind(cell: Cell) -> str | None:
    """`range` for a title of ranges, `other` for another title or a day, None for what is no title."""
    text = fold(cell.text)
    if DATE.match(text):
        return "other"
    said = set(words(text))
    if not said or len(said) > _LONGEST or any(word.isdigit() for word in said - set(words(DATE.sub("", text)))):
        return "other" if said & _TITLES else None
    if said & _RANGES and said <= _RANGES | COLUMN_WORDS["value"] | NEUTRAL:
        return "range"
    return "other" if said & _TITLES else None


def _marked(cell: Cell, row: Row, titles: _Titles) -> Cell:
    text = fold(cell.text).strip()
    if cell is row[0] or not (text == "0" or _is_bound(text)) or not titles.is_range(cell):
        return cell
    if not any(other is not cell and any(char.isdigit() for char in other.text) for other in row):
        return cell
    return rewritten(cell, "(0 - 0)" if text == "0" else f"({cell.text})")


def _is_bound(text: str) -> bool:
    """Whether a text is a limit and nothing else, a unit behind it aside."""
    match = BOUND.match(text)
    rest = text[match.end() :].strip() if match else text
    return match is not None and (not rest or find_unit(rest, 0) == len(rest))
