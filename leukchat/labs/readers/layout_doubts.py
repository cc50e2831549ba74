"""What must be said about a value that was recognised in a picture: how sure it is, and when it must not be used."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
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


def doubtful(row: RawRow, words: Sequence[Word], habit: Decimal | None) -> RawRow:
    """The row with its confidence, and with a warning or a doubt where the picture leaves one.

    Rows from a PDF's own text pass unless a letter of the number could not be decoded.
    """
    if row.number is not None and any(_LOST in word.text for word in words if any(char.isdigit() for char in word.text)):
        row = replace(row, doubt=row.doubt or "A character of this number cannot be read in the file; please type the value from the report.")
    seen = [word for word in words if word.confidence is not None]
    if not seen:
        return row
    value = _value_word(row, seen)
    sure = min((word.confidence or 0.0 for word in ([value] if value else []) + _named(row, seen)), default=0.0)
    row = replace(row, confidence=round(sure, 3))
    if row.number is None:
        return _warned(row, f"Read with low certainty ({sure:.0%}); please check it against the picture.") if sure < UNSURE else row
    return _judged(row, seen, value, sure, habit)


def _judged(row: RawRow, words: Sequence[Word], value: Word | None, sure: float, habit: Decimal | None) -> RawRow:
    for word in words:
        if word.printed not in (None, word.text):
            row = _warned(row, f"“{word.printed}” in the picture was taken for {word.text}; please check.")
    if row.lines and row.lines[0] != row.lines[1]:
        row = _warned(row, "The name and the value stand on different lines of the picture; please check that they belong together.")
    if value is None or sure < UNREADABLE:
        return replace(row, doubt=f"The picture is too unclear here to be sure of “{row.number}”; please type the value from the report.")
    point = _lost_point(row, habit)
    if point == "likely":
        return replace(row, doubt=f"“{row.number}” may have lost its decimal sign in the picture; please type the value from the report.")
    if point == "possible":
        row = _warned(row, f"“{row.number}” has no decimal sign although its range has; please check it against the picture.")
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


def _value_word(row: RawRow, words: Sequence[Word]) -> Word | None:
    """The word that the number was read from."""
    if row.number is None:
        return None
    bare = re.sub(r"\s", "", row.number)
    return next((word for word in words if bare in word.text and word.text not in row.name.split()), None) or next((word for word in words if word.text.startswith(bare[:3])), None)


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
