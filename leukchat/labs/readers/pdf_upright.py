"""Heads of narrow columns that are written upwards or downwards: each becomes one word over its column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from leukchat.labs.readers.layout import Word
from leukchat.labs.readers.pdf_runs import Char, runs_of

_LEAST = 3
_LINE = 1.45  # of the size: nearer than that, two upright lines are one head
_SPACE = 0.2


def upright_words(characters: Sequence[Char | None], up: bool, width: float, height: float) -> list[Word]:
    """One word for each upright line of a page, in a row at its foot; none for fewer than three beside each other, as in a margin.

    `up` says that the text runs from below to above. Places are points from the upper left corner.
    """
    turned = [None if char is None else char.turned((lambda x, y: (height - y, x)) if up else (lambda x, y: (y, width - x))) for char in characters]
    words = [run.word() for run in runs_of(turned) if not run.is_footnote]
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda one: (round(one.middle), one.x0)):
        if lines and abs(lines[-1][-1].middle - word.middle) <= 0.5 * word.height:
            lines[-1].append(word)
        else:
            lines.append([word])
    found = [_on_page(line, up, width, height) for line in lines]
    return _level(_merged(sorted(found, key=lambda one: one.x0)))


def _on_page(line: list[Word], up: bool, width: float, height: float) -> Word:
    """An upright line as a word whose frame is that of the line on the page."""
    ordered = sorted(line, key=lambda one: one.x0)
    text = ordered[0].text
    for one, two in pairwise(ordered):
        text += (" " if two.x0 - one.x1 > _SPACE * one.height else "") + two.text
    start, end = ordered[0].x0, ordered[-1].x1
    near, far = min(one.y0 for one in line), max(one.y1 for one in line)
    if up:
        return Word(text, near, height - end, far, height - start)
    return Word(text, width - far, start, width - near, end)


def _merged(found: list[Word]) -> list[Word]:
    """Lines of one head together: `White cells` beside `10^9/L`."""
    out: list[Word] = []
    for word in found:
        last = out[-1] if out else None
        size = word.x1 - word.x0
        if last is not None and word.x0 - last.x1 <= (_LINE - 1) * size and word.y0 < last.y1 and last.y0 < word.y1:
            out[-1] = Word(f"{last.text} {word.text}", last.x0, min(last.y0, word.y0), word.x1, max(last.y1, word.y1))
        else:
            out.append(word)
    return out


def _level(found: list[Word]) -> list[Word]:
    """The words of each group that stands side by side, all in one row at its foot."""
    groups: list[list[Word]] = []
    for word in found:
        home = next((group for group in groups if all(word.y0 < one.y1 and one.y0 < word.y1 for one in group)), None)
        if home is None:
            groups.append([word])
        else:
            home.append(word)
    kept = [group for group in groups if len(group) >= _LEAST]
    return [replace(word, y0=max(one.y1 for one in group) - _size(group), y1=max(one.y1 for one in group)) for group in kept for word in group]


def _size(group: Sequence[Word]) -> float:
    return median(min(one.x1 - one.x0, 12.0) for one in group)
