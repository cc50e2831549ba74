"""The value of a name on its line, as the head of the table, the words of a sentence or the line alone tell it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from leukchat.labs.folding import fold
from leukchat.labs.header import Header
from leukchat.labs.readers import RawRow
from leukchat.labs.readers.columns import Columns, has_method, is_head, range_first, read_columns
from leukchat.labs.readers.grammar import Token
from leukchat.labs.readers.line_numbers import value_tokens
from leukchat.labs.readers.rows import read_segment
from leukchat.labs.readers.segments import Segment, accepted, quality_of
from leukchat.labs.readers.sentences import moves, told, warned
from leukchat.labs.readers.unit_columns import read_by_unit, read_unit_columns
from leukchat.labs.readers.vocabulary import COMMENT, LINKS, NEUTRAL, QUALITIES

_MAX_PROSE = 4
_LONGEST_TITLE = 8


@dataclass(frozen=True, slots=True)
class Table:
    """What the last head of a table said: columns of values or of units, the range first, a column for the method."""

    columns: Columns | None = None
    units: tuple[Token, ...] = ()
    range_first: bool = False
    method: bool = False

    @property
    def shaped(self) -> bool:
        """Whether its rows are whole lines, so that no value is looked for below a name."""
        return bool(self.columns or self.units)


def read_table_head(text: str, parts: Sequence[Token], header: Header, before: Table) -> Table | None:
    """What a line says of the columns under it; None if it is no head. `before` is the table so far."""
    if any(part.kind in ("number", "bound", "range") for part in parts):
        return None
    columns = read_columns(text, parts, header.order)
    if columns or is_head(parts):
        first = range_first(parts) if columns is None else before.range_first
        return Table(columns.since(header.collected) if columns else None, (), first, has_method(parts))
    units = read_unit_columns(parts)
    return Table(None, units, before.range_first, before.method) if units else None


def rows_of(segment: Segment, source: str, table: Table | None, *, prose: bool) -> list[RawRow] | None:
    """The rows of one name of the line `source`; None where the words around it allow no value.

    `table` says of which table the line is a row; None for a line with several names.
    """
    if table and table.range_first:
        _limit_first(segment)
    if table and table.method:
        _without_method(segment)
    the = COMMENT.match(fold(source)) is not None
    if not the and accepted(segment) and not moves(segment) and (not prose or _direct(segment) or _titled(segment) or _said(segment)):
        if table and table.units and (found := read_by_unit(segment, source, table.units)) is not None:
            return found
        found = read_segment(segment, source, table.columns if table else None)
        in_columns = bool(table and table.columns) and not prose  # then what the columns left out is no sentence
        if found or in_columns or not told(segment):
            return found
    elif not told(segment):
        return None
    found = read_segment(segment, source)
    return [warned(row) for row in found if row.unit or not the]


def _limit_first(segment: Segment) -> None:
    """Makes `< 5` in front of a number the range that the head says stands there."""
    at = next((index for index, part in enumerate(segment.tokens) if part.kind in ("number", "bound")), None)
    if at is not None and segment.tokens[at].kind == "bound" and any(part.kind == "number" for part in segment.tokens[at + 1 :]):
        segment.tokens[at] = replace(segment.tokens[at], bracketed=True)


def _without_method(segment: Segment) -> None:
    """Takes the cell between name and value out, which the head says holds the method."""
    at = next((index for index, part in enumerate(segment.tokens) if part.kind in ("number", "bound")), 0)
    gaps = [index for index in range(at) if segment.tokens[index].kind == "gap"]
    if len(gaps) > 1:
        segment.tokens = [*segment.tokens[: gaps[0]], *segment.tokens[gaps[-1] :]]


def _direct(segment: Segment) -> bool:
    """In a sentence, a value counts only if it follows its name at once or after `is`, `was` and the like."""
    for token in segment.tokens:
        if token.kind in ("number", "bound"):
            return True
        if token.kind != "word" and not (token.kind == "sign" and token.word in ":="):
            return False
        if token.kind == "word" and token.word not in LINKS:
            return False
    return False


def _titled(segment: Segment) -> bool:
    """Whether a name begins its line and is told in words behind a colon or a gap: `IDH2 R140Q: Detected (VAF 38%)`."""
    if quality_of(segment) is None or any(part.kind not in ("sign", "word", "name") for part in segment.before) or len(segment.before) > 2:
        return False
    behind = [index for index, part in enumerate(segment.tokens) if part.kind == "gap" or part.word == ":"]
    return bool(behind) and behind[0] <= _LONGEST_TITLE and not (value_tokens(segment.tokens[: behind[0]]))


def _said(segment: Segment) -> bool:
    """Whether a verb says the word at once: `MRD by flow was negative in the marrow`."""
    if quality_of(segment) is None:
        return False
    for index, part in enumerate(segment.tokens):
        if part.kind in ("number", "bound"):
            return False
        if part.kind == "word" and part.word in LINKS:
            behind = fold(" ".join(one.text for one in segment.tokens[index + 1 : index + 6] if one.kind != "gap"))
            return any(pattern.match(behind) for _, pattern in QUALITIES)
    return False


def is_prose(parts: list[Token]) -> bool:
    """Whether a line is mostly a sentence: words that stand on no report, outside brackets and before the last range."""
    last = max((index for index, part in enumerate(parts) if part.kind == "range"), default=len(parts))
    depth = strange = 0
    for part in parts[:last]:
        if part.kind == "sign":
            depth = max(0, depth + {"(": 1, "[": 1, ")": -1, "]": -1}.get(part.word, 0))
        elif part.kind == "word" and not depth and part.word not in NEUTRAL and part.word not in LINKS:
            strange += 1
    return strange >= _MAX_PROSE
