"""The value of a name on its line, as the head of the table, the words of a sentence or the line alone tell it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from leukchat.labs.catalogue import catalogue
from leukchat.labs.folding import fold
from leukchat.labs.header import Header
from leukchat.labs.readers import RawRow
from leukchat.labs.readers.columns import Columns, has_method, holds_values, is_head, range_first, read_columns
from leukchat.labs.readers.grammar import Token
from leukchat.labs.readers.line_numbers import value_tokens
from leukchat.labs.readers.rows import read_segment
from leukchat.labs.readers.segments import Segment, accepted, before_allows, quality_of
from leukchat.labs.readers.sentences import moves, told, warned
from leukchat.labs.readers.unit_columns import read_by_unit, read_unit_columns
from leukchat.labs.readers.vocabulary import BLOCKERS, COLUMN_WORDS, COMMENT, LINKS, NEUTRAL, QUALITIES
from leukchat.labs.units import canonical_unit

_MAX_PROSE = 4
_LONGEST_TITLE = 8
_MOST_FURTHER = 2  # words
# Further words that make a name that of another test.
_OTHER_TEST = frozenset(
    "free frei libre livre libero indirect indirekt ionised ionized ionisiert non ratio index width volume saturation binding isoenzyme bone receptor antibody antibodies ak ac precursor immature unreif unreife inmaduros imaturos immatures immaturi atypical atypisch atipicos reactive large giant small young nucleated toxic clumps clearance excretion pool count".split()
)
_PARTING = frozenset((":", "-", "=", "(", ","))
_VARIANT = re.compile(r"[a-z]\d{2,4}[a-z]{0,2}|d835[a-z]?")  # `R140Q`


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
    if holds_values(parts):
        return None
    columns = read_columns(text, parts, header.order)
    if columns or is_head(parts):
        first = range_first(parts) if columns is None or any(part.kind == "date" for part in parts) else before.range_first
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
        return _further_named(segment, source, table) if not the and (not prose or not segment.before) else None
    found = read_segment(segment, source)
    return [warned(row) for row in found if row.unit or not the]


def _further_named(segment: Segment, source: str, table: Table | None) -> list[RawRow] | None:
    """The value behind a name with further words (`Glucose POC   58 mg/dL`, `Blastos por citometría: 44 %`), with that said.

    A gap or a colon must end the name, and the value must have a unit that fits; None otherwise.
    """
    tokens = segment.tokens
    end = next((index for index, part in enumerate(tokens) if part.kind in ("gap", "number", "bound", "range") or part.word in (":", "=")), len(tokens))
    if any(part.word == "+" for part in tokens[:end]):
        return None  # `BLASTS+PROS` is a sum with another kind of cells
    words = [part for part in tokens[:end] if part.kind not in ("sign", "unit")]
    most = _MOST_FURTHER + 2 * (end < len(tokens) and tokens[end].kind == "sign")
    behind = tokens[end:]
    lead = behind[: next((index for index, part in enumerate(behind) if part.kind in ("number", "bound")), 0)]
    if not before_allows(segment) or not 0 < sum(part.word not in NEUTRAL for part in words) <= most or not lead or any(part.kind == "word" for part in lead):
        return None
    if any(part.kind != "word" or part.word in BLOCKERS or part.word in _OTHER_TEST or part.word in COLUMN_WORDS["previous"] for part in words):
        return None
    named = " ".join(part.text for part in words)
    said = f"The name has a further word here (“{named}”). Please check that it is this test."
    found = read_segment(
        replace(segment, tokens=[*(part for part in tokens[:end] if part.kind == "unit"), *behind], warnings=(*segment.warnings, said)), source, table.columns if table else None
    )
    table_of = catalogue().analytes
    return [row for row in found if row.unit and any(canonical_unit(row.unit) in table_of[key].units for key in row.ids)] or None


def _limit_first(segment: Segment) -> None:
    """Makes `< 5` in front of a number the range that the head says stands there."""
    at = next((index for index, part in enumerate(segment.tokens) if part.kind in ("number", "bound")), None)
    if any(part.kind == "range" for part in segment.tokens[:at]):
        return
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
    """Whether a verb or a sign says the word at once: `MRD by flow was negative in the marrow`, `IDH2 R140Q - detected`."""
    if quality_of(segment) is None:
        return False
    plain = not _counted(segment.ids)
    for index, part in enumerate(segment.tokens):
        if part.kind in ("number", "bound"):
            return False
        if part.kind == "word" and part.word in LINKS:
            return _quality_at(segment.tokens, index + 1)
        parted = part.kind in ("sign", "flag") and part.text in _PARTING
        if plain and (parted or index == 0) and _quality_at(segment.tokens, index + parted):
            return True
        plain = plain and not (part.kind == "word" and part.word not in NEUTRAL and not _VARIANT.fullmatch(part.word))
    return False


def _counted(ids: tuple[str, ...]) -> bool:
    """Whether analytes are cells, of which a sentence also says that some were seen."""
    return any(catalogue().analytes[key].zero_is_normal for key in ids)


def _quality_at(tokens: Sequence[Token], index: int) -> bool:
    """Whether a word for a result such as `not detected` stands at `index`."""
    behind = fold(" ".join(one.text for one in tokens[index : index + 5] if one.kind != "gap"))
    return any(pattern.match(behind) for _, pattern in QUALITIES)


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
