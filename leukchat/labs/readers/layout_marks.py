"""Signs beside numbers that are no part of them: raised figures of footnotes, and the day of an earlier result in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from leukchat.labs.dates import DATE
from leukchat.labs.folding import SUPERSCRIPTS, fold, words
from leukchat.labs.model import Box
from leukchat.labs.readers.columns import is_head
from leukchat.labs.readers.layout import Cell, Row, Word, rewritten
from leukchat.labs.readers.tokens import tokens
from leukchat.labs.readers.vocabulary import COLUMN_WORDS

_FOOTNOTED = re.compile(rf"([<>≤≥*]?\d[\d.,]*)[{SUPERSCRIPTS}]+\)?")
_BRACKETED_DAY = re.compile(r"([^()\[\]]*\d[^()\[\]]*?)\s*[(\[]\s*(\S+)\s*[)\]]")
_TITLE = "Previous"
_GROUPS = re.compile(r"[<>≤≥*]?\s*\d{1,3} \d{3}(?!\d)")
_LEADING = re.compile(r"[<>≤≥*(\[]?\d{1,3}(?:\u202f\d{3})*")
_THOUSANDS = re.compile(r"\d{3}(?:[.,]\d{1,3})?[)\]*]?")
_SPACE = 0.45  # of the height


def without_footnotes(found: Iterable[Word]) -> Iterator[Word]:
    """The words, numbers without the raised figure of a footnote (`9.1²`); a power of ten keeps its own."""
    for word in found:
        match = _FOOTNOTED.fullmatch(word.text)
        if match is None or match[1] == "10":
            yield word
        elif word.confidence is None:
            yield replace(word, text=match[1])
        else:
            yield replace(word, text=match[1], printed=word.printed or word.text)


def with_dated_previous(rows: Sequence[Row]) -> list[Row]:
    """Rows in which an earlier result with its day in brackets (`8,1 (12.03.2026)`) stands in a column of its own with a title."""
    found = list(rows)
    head = next((index for index, row in enumerate(rows) if len(row) > 1 and is_head(tokens("   ".join(cell.text for cell in row)))), None)
    if head is None:
        return found
    dated = [(index, place) for index, row in enumerate(rows) for place, cell in enumerate(row) if index > head and place > 1 and _opened(cell)]
    titles = {kind for index, place in dated for kind in ("value", "previous") if _titled(rows[head], rows[index][place], kind)}
    if not dated or "value" in titles:
        return found
    for index, place in dated:
        row = list(found[index])
        row[place] = rewritten(row[place], _opened(row[place]) or row[place].text)
        found[index] = tuple(row)
    if titles:
        return found
    first = min((rows[index][place] for index, place in dated), key=lambda cell: cell.x0)
    title = rewritten(replace(first, at=first.x0), _TITLE)
    found[head] = tuple(sorted((*found[head], title), key=lambda cell: cell.x0))
    return found


def _opened(cell: Cell) -> str | None:
    """A cell with a number and a day in brackets, without the brackets; None for any other."""
    match = _BRACKETED_DAY.fullmatch(cell.text)
    if match is None or not DATE.fullmatch(fold(match[2])):
        return None
    return f"{match[1]} {match[2]}"


def _titled(head: Row, cell: Cell, kind: str) -> bool:
    """Whether a title of this kind stands over a cell."""
    over = [one for one in head if one.x0 < cell.x1 and cell.x0 < one.x1]
    return any(set(words(fold(one.text))) & COLUMN_WORDS[kind] and not set(words(fold(one.text))) & COLUMN_WORDS["range"] for one in over)


def with_whole_thousands(found: Sequence[Cell]) -> list[Cell]:
    """Cells in which a number with spaces between its thousands (`361 497`) is one word.

    The groups must be as near as a space and begin the cell, so that two numbers side by side stay two.
    """
    return [_whole(cell) if _GROUPS.match(cell.text) else cell for cell in found]


def _whole(cell: Cell) -> Cell:
    out: list[Word] = []
    for word in cell.words:
        last = out[-1] if out else None
        if last is not None and _THOUSANDS.fullmatch(word.text) and _LEADING.fullmatch(last.text) and word.x0 - last.x1 <= _SPACE * word.height:
            text = f"{last.text}\u202f{word.text}"
            sure = None if last.confidence is None or word.confidence is None else min(last.confidence, word.confidence)
            out[-1] = replace(last, text=text, x1=word.x1, confidence=sure, place=_around(last.place, word.place))
        else:
            out.append(word)
    return replace(cell, words=tuple(out))


def _around(one: Box | None, other: Box | None) -> Box | None:
    return None if one is None or other is None else (one[0], min(one[1], other[1]), other[2], max(one[3], other[3]))
