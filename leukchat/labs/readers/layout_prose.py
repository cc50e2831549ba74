"""Sentences that were broken at the right margin are one row again, so that no name is parted from its value."""

from __future__ import annotations

from collections.abc import Sequence

from leukchat.labs.readers.layout import Cell, Row

_LEAST_WORDS = 6
_MARGIN = 0.86  # of the way to the end of the longest line
_STEP = 1.7  # of the height
_MOST_LINES = 12
_ENDS = (".", "!", "?", ":", ";")


def with_whole_sentences(rows: Sequence[Row]) -> list[Row]:
    """The rows; a line of words that fills its column and ends in no full stop takes the lines under it along, up to one that does."""
    found: list[Row] = []
    held = 0  # lines in the last row
    for row in rows:
        last = found[-1] if found else None
        if last is not None and held < _MOST_LINES and _goes_on(last, row, rows):
            found[-1] = (Cell((*last[0].words, *row[0].words)),)
            held += 1
            continue
        found.append(row)
        held = 1
    return found


def _goes_on(above: Row, below: Row, rows: Sequence[Row]) -> bool:
    if len(above) != 1 or len(below) != 1 or len(above[0].words) < _LEAST_WORDS or above[0].text.rstrip().endswith(_ENDS):
        return False
    one, two = above[0], below[0]
    line = [word for word in one.words if abs(word.middle - one.words[-1].middle) < 0.5 * word.height]
    if not _is_prose(one) or abs(line[0].x0 - two.x0) > 0.5 * two.height or not 0 < two.y0 - line[-1].y0 <= _STEP * two.height:
        return False
    if abs(line[-1].height - two.height) > 0.15 * two.height:
        return False
    beside = [cell.x1 for row in rows if len(row) == 1 and abs((cell := row[0]).x0 - two.x0) <= 0.5 * two.height]
    start = two.x0
    return one.words[-1].x1 - start >= _MARGIN * (max(beside) - start)


def _is_prose(cell: Cell) -> bool:
    """Whether a cell has several words between its numbers."""
    return sum(word.text.strip(".,;:()").isalpha() for word in cell.words) >= _LEAST_WORDS - 1
