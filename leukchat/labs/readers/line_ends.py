"""Small questions about a line of results: where a value begins, whether anything can be missing, blasts in a sentence."""

from __future__ import annotations

import re
from dataclasses import replace

from leukchat.labs.dates import with_years
from leukchat.labs.folding import fold
from leukchat.labs.header import Header
from leukchat.labs.readers import RawRow
from leukchat.labs.readers.paragraphs import Line
from leukchat.labs.readers.segments import Segment
from leukchat.labs.readers.sentences import SAID, blasts_told

_DAYS = re.compile(r"^[^\d\n]{0,60}\d{1,2}[./ -](?:\d{1,2}|[A-Za-z]{3})[^\n]*\d{1,2}[./ -](?:\d{1,2}|[A-Za-z]{3})")


def value_start(segment: Segment) -> int:
    """Where the first number behind a name stands; the words before it say of which sample it is."""
    return next((part.start for part in segment.tokens if part.kind in ("number", "bound") and part.start > segment.start), segment.start)


def told_blasts(text: str, where: str) -> list[RawRow]:
    """Blasts of which a sentence tells the number before the name."""
    return list(blasts_told(text, where)) if where != "elsewhere" and "%" in text and "blast" in text.lower() else []


def complete(rows: list[RawRow]) -> bool:
    """Whether nothing on the next line can be missing: a word, or a number with its unit and range."""
    if any(SAID in row.warnings for row in rows):
        return True
    return bool(rows) and all(row.quality or (row.unit and row.ranges) or len(rows) > 1 for row in rows)


def dated(line: Line, header: Header) -> Line:
    """The line with years where it is the head of several days."""
    if not _DAYS.match(line.text):
        return line
    text = with_years(line.text, fold(line.text), header.collected, header.order)
    return line if text == line.text else replace(line, text=text)
