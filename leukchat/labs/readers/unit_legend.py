"""A legend of units under a table: `Units: Na, K mmol/L; creatinine, urea mg/dL`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from leukchat.labs.catalogue import catalogue
from leukchat.labs.folding import fold
from leukchat.labs.readers import RawRow
from leukchat.labs.readers.paragraphs import Line
from leukchat.labs.readers.segments import Segment
from leukchat.labs.readers.tokens import tokens
from leukchat.labs.units import canonical_unit

_TITLE = re.compile(r"^\W*(?:units?|einheiten|unites|unidades|unita|eenheden|birimler)\W*:\s*")
_ALL = frozenset("all alle alles tous toutes todos todas tutti tutte jeweils each".split())
_OPENS = frozenset(("(", "[", ",", ";"))
SAID = "Its unit is the one that the report names for this test in another line."


def with_units(rows: Sequence[RawRow], lines: Sequence[Line]) -> list[RawRow]:
    """The rows; those without a unit take the one that a legend names for their test, where it is one of their units."""
    named: dict[str, str] = {}
    for line in lines:
        if _TITLE.match(fold(line.text)):
            named |= _named(line.text)
    return [_united(row, named) for row in rows] if named else list(rows)


def shared_unit(segments: Sequence[Segment]) -> None:
    """Gives the unit of a bracket at the end of a line (`IgG 4.1, IgA 0.3, IgM <0.2 (all g/L)`) to all its values that have none."""
    last = segments[-1].tokens if segments else []
    spot = next((index for index, part in enumerate(last) if part.word in _ALL and index and last[index - 1].word in _OPENS), None)
    unit = next((part for part in last[spot or 0 :] if part.kind == "unit"), None) if spot else None
    if unit is None:
        return
    for segment in segments:
        if not any(part.kind == "unit" for part in segment.tokens):
            at = next((index for index, part in enumerate(segment.tokens) if part.kind in ("number", "bound")), None)
            if at is not None:
                segment.tokens.insert(at + 1, unit)


def _named(text: str) -> dict[str, str]:
    """The unit of each analyte that a legend names."""
    found: dict[str, str] = {}
    waiting: list[str] = []
    for part in tokens(text):
        if part.kind == "name" and part.hit:
            waiting += part.hit.ids
        elif part.kind == "unit" and waiting:
            found |= dict.fromkeys(waiting, part.text)
            waiting = []
        elif part.word == ";":
            waiting = []
    return found


def _united(row: RawRow, named: dict[str, str]) -> RawRow:
    if row.unit or row.number is None or "%" in row.name:
        return row
    table = catalogue().analytes
    fitting = [(key, named[key]) for key in row.ids if key in named and canonical_unit(named[key]) in table[key].units]
    if len({unit for _, unit in fitting}) != 1:
        return row
    return replace(row, ids=tuple(key for key, _ in fitting), unit=fitting[0][1], warnings=(*row.warnings, SAID))
