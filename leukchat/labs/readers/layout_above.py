"""Results printed large above their names, as on the cards of portals: turned about, so that the name comes first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from leukchat.labs.dates import DATE
from leukchat.labs.folding import fold, words
from leukchat.labs.readers.grammar import FLAG, NUMBER, RANGE, WORD_FLAG
from leukchat.labs.readers.layout import Cell, Row
from leukchat.labs.readers.loose_names import loose_ids
from leukchat.labs.readers.vocabulary import COLUMN_WORDS
from leukchat.labs.units import find_unit

_GAP = 2.2  # of the height of the value
_MOST_BELOW = 3
_LABELS = COLUMN_WORDS["value"] | frozenset(("your", "ihr", "votre", "su", "seu", "suo", "il", "o", "el", "is", "measured"))


def with_names_first(rows: Sequence[Row]) -> list[Row]:
    """The rows; where numbers stand over names of tests, each name has a row of its own with the number and what stands below."""
    found: list[Row] = []
    index = 0
    known = False  # whether the row above ended a card whose value came first
    while index < len(rows):
        first = _cards(rows, index) if known or not _may_open(rows, index) else None
        cards = first or _named_cards(rows, index)
        known = first is not None
        if cards is None:
            found.append(rows[index])
            index += 1
        else:
            found += cards[0]
            index = cards[1]
    return found


def _may_open(rows: Sequence[Row], at: int) -> bool:
    """Whether the row above can wait for its value: a name, a range, or a label such as `Your result`."""
    if not at:
        return False
    said = {word for cell in rows[at - 1] for word in words(fold(cell.text))}
    ranged = bool(said & (COLUMN_WORDS["range"] | COLUMN_WORDS["value"])) or any(RANGE.search(fold(cell.text)) for cell in rows[at - 1])
    return ranged or any(loose_ids(cell.text) for cell in rows[at - 1])


def _cards(rows: Sequence[Row], at: int) -> tuple[list[Row], int] | None:
    """The rows made of the cards that begin with the values in row `at`, and where to go on; None if none begin there."""
    if at + 1 >= len(rows) or not all(_in_value(cell) for cell in rows[at]):
        return None
    names = rows[at + 1]
    if not all(loose_ids(cell.text) for cell in names) or not 0 < names[0].y0 - rows[at][0].y0 <= _GAP * rows[at][0].height:
        return None
    if len(names) == 1 and not (at and at + 2 < len(rows)):
        return None
    values = _under(names, rows[at])
    if values is None or any(sum(_is_number(cell) for cell in one) != 1 for one in values):
        return None
    below: list[list[Cell]] = [[] for _ in names]
    end = at + 2
    while end < len(rows) and end - at < 2 + _MOST_BELOW and not all(_in_value(cell) for cell in rows[end]):
        more = _under(names, rows[end])
        if more is None or any(loose_ids(cell.text) for cell in rows[end]) or rows[end][0].y0 - rows[end - 1][0].y1 > rows[end][0].height:
            break
        for place, cells in enumerate(more):
            below[place] += cells
        end += 1
    if len(names) == 1 and not below[0]:
        return None
    return [(name, *values[place], *below[place]) for place, name in enumerate(names)], end


def _named_cards(rows: Sequence[Row], at: int) -> tuple[list[Row], int] | None:
    """The same for cards side by side whose names come first: each with its value in the next row and its range below."""
    names = rows[at]
    if len(names) < 2 or at + 1 >= len(rows) or not all(loose_ids(cell.text) for cell in names):
        return None
    values = _under(names, rows[at + 1])
    if values is None or any(len(cells) != 1 or not _is_labelled_value(cells[0]) for cells in values):
        return None
    below: list[list[Cell]] = [[] for _ in names]
    end = at + 2
    while end < len(rows) and end - at < 2 + _MOST_BELOW and rows[end][0].y0 - rows[end - 1][0].y1 <= rows[end][0].height:
        more = _under(names, rows[end])
        if more is None or any(loose_ids(cell.text) for cell in rows[end]):
            break
        if any(_is_labelled_value(cell) for cell in rows[end]):
            return None  # which of two rows of values is the present one?
        for place, cells in enumerate(more):
            below[place] += cells
        end += 1
    return [(name, *values[place], *below[place]) for place, name in enumerate(names)], end


def _is_labelled_value(cell: Cell) -> bool:
    """Whether a cell holds one number with its unit or mark, behind no other words than `Your value`."""
    parts = cell.text.split()
    first = next((place for place, part in enumerate(parts) if part[:1].isdigit() or part[:1] in "<>"), None)
    said = {word for part in parts[:first] for word in words(fold(part))}
    if first is None or not said <= _LABELS or DATE.match(fold(" ".join(parts[first:]))):
        return False
    return _in_value(replace(cell, words=(replace(cell.words[0], text=" ".join(parts[first:])),)))


def _under(names: Row, row: Row) -> list[list[Cell]] | None:
    """The cells of a row by the name at whose column they stand; None if one stands between."""
    found: list[list[Cell]] = [[] for _ in names]
    for cell in row:
        place = max((index for index, name in enumerate(names) if name.x0 <= cell.x0 + cell.height), default=None)
        if place is None:
            return None
        found[place].append(cell)
    return found


def _is_number(cell: Cell) -> bool:
    text = cell.text.lstrip("<>≤≥ ")
    return NUMBER.match(fold(text)) is not None


def _in_value(cell: Cell) -> bool:
    """Whether a cell holds a number, a unit or a mark of a result, and nothing else."""
    text = fold(cell.text).lstrip("<>≤≥ ")
    match = NUMBER.match(text)
    rest = text[match.end() :].strip() if match else text
    if rest and (unit := find_unit(rest, 0)) > 0:
        rest = rest[unit:].strip()
    return not rest or any((flag := kind.match(rest)) and flag.end() == len(rest) for kind in (FLAG, WORD_FLAG))
