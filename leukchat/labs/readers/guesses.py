"""A misspelt name is read only where its unit leaves one test that can be meant."""

from __future__ import annotations

from leukchat.labs.analytes import fuzzy_name
from leukchat.labs.catalogue import catalogue
from leukchat.labs.readers.grammar import Token
from leukchat.labs.readers.segments import Segment
from leukchat.labs.units import canonical_unit


def guess_segment(line: str, tokens: list[Token]) -> Segment | None:
    """A segment for a misspelt name, if only one analyte can be meant and its unit stands there."""
    first = next((index for index, token in enumerate(tokens) if token.kind in ("number", "bound")), None)
    if not first:
        return None
    printed = line[: tokens[first].start].strip(" .:|\t*-_=")
    ids = fuzzy_name(printed) if len(printed) <= 60 else ()
    rest = tokens[first:]
    units = {canonical_unit(token.text) for token in rest if token.kind == "unit"}
    analytes = catalogue().analytes
    fitting = tuple(key for key in ids if units & set(analytes[key].units))
    if not fitting:
        return None
    warning = f"The name “{printed}” was read as {analytes[fitting[0]].name}. Please check."
    return Segment(printed, fitting, rest, warnings=(warning,))
