"""Tables with a column for each unit, as differentials are printed: `Leucograma   %   /mm³` over `Linfócitos  58  1.682`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from leukchat.labs.catalogue import catalogue
from leukchat.labs.readers import RawRow
from leukchat.labs.readers.columns import cells_of
from leukchat.labs.readers.grammar import Token
from leukchat.labs.readers.line_numbers import value_tokens
from leukchat.labs.readers.rows import read_segment
from leukchat.labs.readers.segments import Segment
from leukchat.labs.readers.vocabulary import COLUMN_WORDS
from leukchat.labs.units import canonical_unit

_REFERENCE = COLUMN_WORDS["range"] - {"normal", "limits", "ref"}


def read_unit_columns(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The units that a line announces for columns; empty if it is not the head of such a table."""
    ranged = next((cell[0].start for cell in cells_of(tokens) if any(token.word in _REFERENCE for token in cell)), None)
    tokens = [token for token in tokens if ranged is None or token.start < ranged]  # `(/mm³)` in the title of the ranges is no column
    cells = [cell for cell in cells_of(tokens) if not any(token.word in COLUMN_WORDS["range"] for token in cell)]  # `Normal (/µL)`
    units = [token for cell in cells for token in cell if token.kind == "unit"]
    apart = sum(token.kind == "gap" for token in tokens) >= len(units) - 1
    only = all(token.kind in ("unit", "gap", "word", "sign") or (token.kind == "name" and not (token.hit and token.hit.ids)) for token in tokens)
    return tuple(units) if len(units) > 1 and apart and only and len({canonical_unit(unit.text) for unit in units}) == len(units) else ()


def read_by_unit(segment: Segment, source: str, units: Sequence[Token]) -> list[RawRow] | None:
    """A row for each value of a name in the unit of its column; None if they are not one for each column.

    One range stands for the last column, as many as values for one each. A unit in which none of the analytes is measured
    (100 % of the white cells) gives no row.
    """
    values = value_tokens(segment.tokens)
    if len(values) != len(units) or any(token.kind == "unit" for token in segment.tokens):
        return None
    ranges = [token for token in segment.tokens if token.kind == "range" or (token.kind == "bound" and token not in values)]
    if len(ranges) not in (0, 1, len(values)):
        return None
    rows: list[RawRow] = []
    flags = [token for token in segment.tokens if token.kind == "flag"]
    for place, (value, unit) in enumerate(zip(values, units, strict=True)):
        fitting = [key for key in segment.ids if canonical_unit(unit.text) in catalogue().analytes[key].units]
        last = place == len(values) - 1
        own = ranges[place : place + 1] if len(ranges) > 1 else ranges if last else []
        if fitting:
            rows += read_segment(replace(segment, ids=tuple(fitting), tokens=[value, unit, *(flags if last else []), *own]), source)
    return rows
