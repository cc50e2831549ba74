"""Pasted text and TXT: one result or several on a line, or one cell a line as PDF text comes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from leukchat.labs.folding import fold
from leukchat.labs.header import Header, read_header
from leukchat.labs.identifiers import mask_identifiers
from leukchat.labs.readers import RawReport, RawRow
from leukchat.labs.readers.columns import Columns, is_head, range_first, read_columns
from leukchat.labs.readers.grammar import Token
from leukchat.labs.readers.guesses import guess_segment
from leukchat.labs.readers.rows import Segment, accepted, only_values, read_segment, split_segments
from leukchat.labs.readers.tokens import tokens
from leukchat.labs.readers.vocabulary import BLOOD, COMMENT, ELSEWHERE, LINKS, MARROW, NEUTRAL

_HEAD_LINE = re.compile(
    r"\b(?:patient|name|dob|birth|geb|mrn|phone|tel|fax|address|adresse|page|seite|pagina|collect\w*|"
    r"received|reported|printed|approved|registr\w*|doctor|dr|physician|accession|sample id|lab no|uhid|"
    r"sex|gender|geschlecht|sexe|sexo|sesso|age|alter|edad|idade|eta|ref\.? by|referred|account|specimen id|"
    r"date|datum|fecha|data|time|uhrzeit|hora|barcode|npi|clia|license|copyright|version|www)\b"
)
_DETAIL = re.compile(r"^\W*(?:method|sample|specimen|technique|technology|methode|metodo|muestra|amostra|material|principle)\b\s*[:(-]")
_RANGE_LABELS = frozenset(
    "normal range ranges reference ref interval intervals standard value values limit limits expected bio biological referenzbereich referenz normbereich normwert normwerte valeurs valeur normales "
    "intervalle limites valores valor referencia referencias rango intervalo normais valori riferimento intervallo limiti usuelles de di des".split()
)
_MAX_PROSE = 4
_MAX_BELOW = 7
_COUNTED_BLASTS = ("blasts_percent", "blasts", "marrow_blasts_percent")


@dataclass(slots=True)
class _State:
    """Where the reading stands: the open name, the part of the report, the columns of the present table."""

    pending: Segment | None = None
    pending_lines: list[str] = field(default_factory=list)
    pending_from: int = 0
    number: int = 0
    where: str = "blood"
    columns: Columns | None = None
    range_first: bool = False
    rows: list[RawRow] = field(default_factory=list)
    unrecognised: list[str] = field(default_factory=list)


class TextReader:
    """Reads free text in any of the layouts that laboratories print."""

    formats: tuple[str, ...] = ("text",)

    def read(self, content: str | bytes, format: str) -> tuple[RawReport, ...]:
        """All rows of a text. Never raises for text: what is not understood is listed as unrecognised."""
        text = content if isinstance(content, str) else content.decode("utf-8", errors="replace")
        header = read_header(text)  # before masking, which removes the date of birth
        masked = mask_identifiers(text)
        return (replace(read_text(masked.text, header), redacted=masked.kinds),)


def read_text(text: str, header: Header) -> RawReport:
    """Rows and unrecognised lines of a text whose header has been read already."""
    state = _State()
    for number, (page, line) in enumerate(_lines(text)):
        state.number = number
        _read_line(state, line, page, header)
    _flush(state)
    return RawReport(
        tuple(state.rows),
        tuple(dict.fromkeys(state.unrecognised)),
        header.collected,
        header.sex,
        header.age_years,
        source=text,
    )


def _lines(text: str) -> Iterator[tuple[int | None, str]]:
    """Lines with the number of their page (None where the text has no page breaks)."""
    pages = text.split("\f")
    for number, page in enumerate(pages, 1):
        for line in page.splitlines():
            yield (number if len(pages) > 1 else None), line.rstrip()


def _read_line(state: _State, line: str, page: int | None, header: Header) -> None:
    if not line.strip():
        return
    parts = tokens(line)
    if state.pending and (only_values(parts) or _range_line(parts)):
        _continue(state, line, parts)
        return
    folded = fold(line)
    if state.pending and not state.pending.has_value and _belongs_to_open(state, folded, parts):
        return
    _flush(state, page)
    columns = read_columns(line, parts, header.order)
    if columns:
        state.columns = columns.since(header.collected)
        return
    if is_head(parts):
        state.columns = None
        state.range_first = range_first(parts)
        return
    has_number = any(part.kind in ("number", "bound", "range") for part in parts)
    if not has_number and _heading(state, folded, parts):
        return
    if COMMENT.match(folded):
        return
    segments = split_segments(line, parts)
    if not segments:
        _nameless(state, line, parts, page)
        return
    _take(state, line, parts, segments, page)


def _continue(state: _State, line: str, parts: list[Token]) -> None:
    """Adds a line of bare values, or of the range alone, to the open name."""
    pending = state.pending
    if pending is None:
        return
    numbers = [part.word for part in parts if part.kind == "number"]
    if (pending.has_value and numbers) or len(state.pending_lines) > _MAX_BELOW:
        return
    ends = {end for part in pending.tokens if part.range for end in (part.range.low, part.range.high)}
    if len(numbers) > 1 and set(numbers) <= ends:
        return  # the scale of a drawn range
    if len(numbers) > 1:
        # Several numbers under one name: none of them can be told to be its value.
        state.pending = None
        state.unrecognised += [" | ".join((*state.pending_lines, line.strip()))]
        return
    pending.tokens += [Token("gap", 0, 0, ""), *(part for part in parts if part.kind != "word")]
    state.pending_lines.append(line.strip())


def _range_line(parts: list[Token]) -> bool:
    """Whether a line only says the range, as portals print it under a name: `Normal range: 4.0 - 11.0 K/uL`."""
    words = {part.word for part in parts if part.kind == "word"}
    kinds = {part.kind for part in parts}
    return bool(words & _RANGE_LABELS) and words <= _RANGE_LABELS and bool(kinds & {"range", "bound"}) and kinds <= {"word", "range", "bound", "unit", "gap", "sign", "flag"}


def _belongs_to_open(state: _State, folded: str, parts: list[Token]) -> bool:
    """A line under an open name that names method or sample, or repeats it; a sample that is not blood closes it."""
    if _DETAIL.match(folded):
        if ELSEWHERE.search(folded):
            state.pending = None
        return True
    if any(part.kind not in ("word", "sign", "gap", "name") for part in parts):
        return False
    names = [part.hit.ids for part in parts if part.kind == "name" and part.hit]
    words = [part.word for part in parts if part.kind == "word"]
    if state.pending and names and all(ids == state.pending.ids for ids in names):
        return not words
    return bool(words) and not names and all(word in NEUTRAL for word in words)


def _heading(state: _State, folded: str, parts: list[Token]) -> bool:
    """Notes a heading such as `URINE` or `BONE MARROW`; true if the line is only that."""
    if len(folded.split()) > 9:
        return False
    named = any(part.kind == "name" and part.hit and part.hit.ids for part in parts)
    if ELSEWHERE.search(folded) and not named:
        state.where = "elsewhere"
    elif MARROW.search(folded) and not named:
        state.where = "marrow"
    elif BLOOD.search(folded) and not named:
        state.where = "blood"
    else:
        return False
    return True


def _take(state: _State, line: str, parts: list[Token], segments: list[Segment], page: int | None) -> None:
    """Reads the named values of a line; the last name without a value stays open for the lines below."""
    strange = sum(part.kind == "word" and part.word not in NEUTRAL and part.word not in LINKS for part in parts)
    prose = strange >= _MAX_PROSE
    used = False
    for index, segment in enumerate(segments):
        if state.range_first and len(segments) == 1:
            _limit_first(segment)
        if not accepted(segment) or (prose and not _direct(segment)):
            continue
        columns = state.columns if len(segments) == 1 else None
        rows = _placed(read_segment(segment, line.strip(), columns), state.where)
        last = index == len(segments) - 1
        alone = len(segments) == 1 or bool(rows) or any(one.has_value for one in segments)
        if last and not prose and not _complete(rows) and segment.ids and not columns and alone:
            state.pending, state.pending_lines, state.pending_from = segment, [line.strip()], state.number
            return
        used = used or bool(rows)
        state.rows += [replace(row, page=page, lines=(state.number, state.number)) for row in rows]
    if not used and not prose:
        _note(state, line, parts)


def _limit_first(segment: Segment) -> None:
    """Makes `< 5` in front of a number the range that the head says stands there."""
    at = next((index for index, part in enumerate(segment.tokens) if part.kind in ("number", "bound")), None)
    if at is not None and segment.tokens[at].kind == "bound" and any(part.kind == "number" for part in segment.tokens[at + 1 :]):
        segment.tokens[at] = replace(segment.tokens[at], bracketed=True)


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


def _complete(rows: list[RawRow]) -> bool:
    """Whether nothing on the next line can be missing: a word, or a number with its unit and range."""
    return bool(rows) and all(row.quality or (row.unit and row.ranges) or len(rows) > 1 for row in rows)


def _placed(rows: list[RawRow], where: str) -> list[RawRow]:
    """Rows as the part of the report they stand in allows: blood, bone marrow, or elsewhere."""
    if where == "blood":
        return rows
    if where == "elsewhere":
        return []
    return [replace(row, ids=("marrow_blasts_percent",)) for row in rows if set(row.ids) & set(_COUNTED_BLASTS)]


def _nameless(state: _State, line: str, parts: list[Token], page: int | None) -> None:
    """A line without a known name: a misspelt one, or something that only looks like a result."""
    guess = guess_segment(line, parts)
    if guess and state.where == "blood":
        lines = (state.number, state.number)
        state.rows += [replace(row, page=page, lines=lines) for row in read_segment(guess, line.strip(), state.columns)]
        return
    _note(state, line, parts)


def _note(state: _State, line: str, parts: list[Token]) -> None:
    """Keeps a line that looks like a result: a name, a number, and a unit or range."""
    kinds = {part.kind for part in parts}
    worded = bool(kinds & {"word", "name"})
    numbered = bool(kinds & {"number", "bound"}) and bool(kinds & {"unit", "range"})
    if worded and numbered and not _HEAD_LINE.search(fold(line)) and len(line) <= 160:
        state.unrecognised.append(line.strip())


def _flush(state: _State, page: int | None = None) -> None:
    """Closes the open name with what was found for it."""
    pending, state.pending = state.pending, None
    if pending is None:
        return
    source = " | ".join(state.pending_lines)
    rows = _placed(read_segment(pending, source), state.where)
    lines = (state.pending_from, state.pending_from + len(state.pending_lines) - 1)
    state.rows += [replace(row, page=page, lines=lines) for row in rows]
    if not rows and pending.has_value and state.where == "elsewhere":
        state.unrecognised.append(source)
