"""What must be said about a value that was recognised in a picture: how sure it is, and when it must not be used."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Literal

from leukchat.labs.catalogue import ADULT
from leukchat.labs.convert import Quantity, to_si, understand
from leukchat.labs.numbers import Decimal, readings
from leukchat.labs.readers import RawRow
from leukchat.labs.readers.layout import Word
from leukchat.labs.units import canonical_unit

UNSURE = 0.90
UNREADABLE = 0.45
_LOST = "\ufffd"
_FAR = 4.0
_OVER = 0.4  # of the height
_EDGE = 0.01  # of the picture
_NO_FIGURE = re.compile(r"[^\d.,]")
_BLANK = re.compile(r"\s")


def doubtful(row: RawRow, words: Sequence[Word], habit: Decimal | None) -> RawRow:
    """The row with its confidence, and with a warning or a doubt where the picture leaves one.

    Rows from a PDF's own text pass unless a letter of the number could not be decoded.
    """
    if row.number is not None and any(_LOST in word.text for word in words if any(char.isdigit() for char in word.text)):
        row = replace(row, doubt=row.doubt or "A character of this number cannot be read in the file; please type the value from the report.")
    if row.number is not None and _overprinted(words):
        row = replace(row, doubt=row.doubt or "Two texts are printed over each other here; please type the value from the report.")
    seen = [word for word in words if word.confidence is not None]
    if not seen:
        return row
    value = value_words(row, seen)
    sure = min((word.confidence or 0.0 for word in value + _named(row, seen)), default=0.0)
    row = replace(row, confidence=round(sure, 3))
    if row.number is None:
        return _warned(row, f"Read with low certainty ({sure:.0%}); please check it against the picture.") if sure < UNSURE else row
    return _judged(row, seen, value, sure, habit)


def _overprinted(words: Sequence[Word]) -> bool:
    """Whether a number of a file's own text lies over another word of its row."""
    placed = sorted((word for word in words if word.confidence is None), key=lambda word: word.x0)
    return any(
        one.x1 - other.x0 > _OVER * other.height and abs(one.middle - other.middle) < 0.5 * other.height and any(char.isdigit() for char in other.text)
        for one, other in pairwise(placed)
    )


def _judged(row: RawRow, words: Sequence[Word], value: Sequence[Word], sure: float, habit: Decimal | None) -> RawRow:
    if row.box is not None and (min(row.box[:2]) <= _EDGE or max(row.box[2:]) >= 1 - _EDGE):
        row = _warned(row, "This row reaches the edge of the picture, where something may be cut off; please check it against the report.")
    for word in words:
        if word.printed not in (None, word.text):
            row = _warned(row, f"“{word.printed}” in the picture was taken for {word.text}; please check.")
    if row.lines and row.lines[0] != row.lines[1]:
        row = _warned(row, "The name and the value stand on different lines of the picture; please check that they belong together.")
    if not value or sure < UNREADABLE:
        return replace(row, doubt=f"The picture is too unclear here to be sure of “{row.number}”; please type the value from the report.")
    point = _lost_point(row, habit)
    if point == "likely":
        return replace(row, doubt=f"“{row.number}” may have lost its decimal sign in the picture; please type the value from the report.")
    if point == "possible":
        row = _warned(row, f"“{row.number}” has no decimal sign although its range has; please check it against the picture.")
    if _more_decimals(row):
        row = _warned(row, f"“{row.number}” has more decimals than its range; please check it against the picture.")
    quantity = understand(row, habit)
    if quantity.si is not None and not quantity.analyte.usual[0] <= quantity.si <= quantity.analyte.usual[1]:
        return replace(row, doubt=f"“{row.number}” would be most unusual for this test and may be misread; please type the value from the report.")
    if _strange_range(row, quantity, habit):
        row = _warned(row, "The range is far from the usual one and may be misread; please check it against the picture.")
    if sure < UNSURE:
        row = _warned(row, f"Read with low certainty ({sure:.0%}); please check it against the picture.")
    return row


def _warned(row: RawRow, warning: str) -> RawRow:
    return row if warning in row.warnings else replace(row, warnings=(*row.warnings, warning))


def value_words(row: RawRow, words: Sequence[Word], skip: int = 0) -> list[Word]:
    """The word that the number was read from, or the words of one with spaces between its thousands; empty if it is not found.

    `skip` is how many words with the same number on the line belong to other rows.
    """
    if row.number is None:
        return []
    groups = row.number.split()
    bare = "".join(groups)
    named = row.name.split()
    same = [word for word in words if _NO_FIGURE.sub("", word.text) == bare and word.text not in named]
    one = next(iter(same[skip:] or same), None) or next((word for word in words if bare in _BLANK.sub("", word.text) and word.text not in named), None)
    if one is not None:
        return [one]
    for place in range(len(words) - len(groups) + 1):
        run = words[place : place + len(groups)]
        if len(groups) > 1 and run[0].text.endswith(groups[0]) and all(word.text.startswith(group) for word, group in zip(run[1:], groups[1:], strict=True)):
            return list(run)
    one = next((word for word in words if word.text.startswith(bare[:3])), None)
    return [one] if one else []


def _named(row: RawRow, words: Sequence[Word]) -> list[Word]:
    """The words of the name and of the unit."""
    parts = {*row.name.split(), *(row.unit or "").split()}
    return [word for word in words if word.text in parts]


def _lost_point(row: RawRow, habit: Decimal | None) -> Literal["likely", "possible"] | None:
    """Whether a whole number beside a range with decimals lost its decimal sign: likely if it would lie in the range."""
    if row.number is None or not row.number.isdigit() or len(row.number) < 2:
        return None
    found: Literal["possible"] | None = None
    for part in row.ranges:
        ends = [end for end in (part.low, part.high) if end]
        if len(ends) < 2 or not all(re.search(r"[.,]\d", end) for end in ends):
            continue
        low, high = (readings(end, habit)[0] for end in ends)
        number = float(row.number)
        if number > high and any(low <= number / power <= high for power in (10, 100)):
            return "likely"
        found = "possible"
    return found


def _more_decimals(row: RawRow) -> bool:
    """Whether a number has more figures behind its decimal sign than its range, as with the sign of a footnote read into it."""
    ends = [len(re.split("[.,]", end)[1]) for part in row.ranges for end in (part.low, part.high) if end and re.fullmatch(r"\d+[.,]\d+", end)]
    match = re.fullmatch(r"\d+[.,](\d+)", row.number or "")
    return bool(match and ends and len(match[1]) > max(ends))


def _strange_range(row: RawRow, quantity: Quantity, habit: Decimal | None) -> bool:
    """Whether a printed range with two ends lies off the ranges of the table by more than can be."""
    analyte, rule = quantity.analyte, quantity.rule
    ends = next(((part.low, part.high) for part in row.ranges if part.low and part.high and not part.child), None)
    highs = [band.high for band in analyte.bands if band.high and band.end > ADULT]
    if ends is None or rule is None or not highs:
        return False
    scale = analyte.units[canonical_unit(analyte.range_unit)]
    high = to_si(readings(ends[1] or "", habit)[0], rule)
    return not min(to_si(limit, scale) for limit in highs) / _FAR <= high <= max(to_si(limit, scale) for limit in highs) * _FAR
