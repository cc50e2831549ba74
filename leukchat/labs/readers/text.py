"""Pasted text and TXT: one result or several on a line, or one cell a line as PDF text comes."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from leukchat.labs.folding import fold
from leukchat.labs.header import Header, read_header
from leukchat.labs.identifiers import mask_identifiers
from leukchat.labs.readers import RawReport, RawRow
from leukchat.labs.readers.blocks import read_block
from leukchat.labs.readers.cell_letters import lettered_cells
from leukchat.labs.readers.diary import line_days, parted_by_days
from leukchat.labs.readers.grammar import Token
from leukchat.labs.readers.guesses import guess_segment
from leukchat.labs.readers.line_ends import complete, dated, told_blasts, value_start
from leukchat.labs.readers.line_values import Table, is_prose, read_table_head, rows_of
from leukchat.labs.readers.noted import note
from leukchat.labs.readers.number_first import read_numbers_first
from leukchat.labs.readers.open_name import OpenName, is_range_line
from leukchat.labs.readers.other_times import of_another_time
from leukchat.labs.readers.paragraphs import Line, read_lines
from leukchat.labs.readers.result_lines import is_previous_line, is_result_line, title_of_result
from leukchat.labs.readers.rows import read_segment
from leukchat.labs.readers.sections import Where, begun, counts_cells, heading, placed, specimen
from leukchat.labs.readers.segments import Segment, in_ratio, only_compared, only_values, split_segments
from leukchat.labs.readers.sentences import place_before, prepared
from leukchat.labs.readers.spelt import figured
from leukchat.labs.readers.tokens import tokens
from leukchat.labs.readers.turned_lines import read_turned_lines
from leukchat.labs.readers.unit_legend import shared_unit, with_units
from leukchat.labs.readers.values_first import read_values_first
from leukchat.labs.readers.vocabulary import COMMENT
from leukchat.labs.readers.wrapped import unwrapped

_INTERPUNCT = re.compile(r"(?<![\d.,·∙])(\d{1,3})[·∙](\d{1,2})(?![\d⁰¹²³⁴⁵⁶⁷⁸⁹^*·∙.,⁻]|\s?\^)")
# A remark on the line of one of these tests concerns its value.
_HAEMOLYSED = re.compile(r"\bh[ae]+moly[sz]|\bhemolis|\bemolis|\bhamolys|\bhemolyse")
_FROM_CELLS = frozenset(("potassium", "ldh", "ast", "phosphate", "magnesium", "iron"))
_ASK_AGAIN = "The report says that the sample was haemolysed. Please ask whether this value has to be measured again."
_MOST_NAMED = 12
_LEAST_BEFORE = 4  # letters that a word on another sample or time has at least


@dataclass(slots=True)
class _State:
    """Where the reading stands: the open name, the part of the report, the columns of the present table."""

    header: Header
    pending: OpenName | None = None
    where: Where = "blood"
    described: bool = False
    table: Table = field(default_factory=Table)
    rows: list[RawRow] = field(default_factory=list)
    unrecognised: list[str] = field(default_factory=list)
    named: dict[str, None] = field(default_factory=dict)


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
    if not text.isascii():
        text = _INTERPUNCT.sub(r"\1.\2", text)  # `4·4 mmol/L`, as British journals print decimals
    lines = [part for line in unwrapped(read_lines(text)) for part in parted_by_days(dated(line, header), header.order)]
    cut = cache(lambda index: tokens(prepared(figured(lines[index].text))))
    state = _State(header)
    index = 0
    while index < len(lines):
        index = _read_from(state, lines, index, cut)
    _flush(state)
    days = line_days(lines, header.order, header.collected)
    rows = with_units(state.rows, lines)
    if days:
        rows = [replace(row, collected=row.collected or days.get(row.lines[0] if row.lines else -1) or None) for row in rows]
    return RawReport(
        tuple(rows),
        tuple(dict.fromkeys(state.unrecognised)),
        None if "" in days.values() else header.collected,
        header.sex,
        header.age_years,
        source=text,
        named=tuple(state.named)[:_MOST_NAMED],
    )


def _read_from(state: _State, lines: Sequence[Line], index: int, cut: Callable[[int], list[Token]]) -> int:
    """Reads the line `index`, or the block of lines that begins with it; where to go on."""
    line = lines[index]
    if not line.text.strip():
        return index + 1
    parts = cut(index)
    if state.pending and (only_values(parts) or is_range_line(parts) or (not state.pending.segment.has_value and is_result_line(parts))):
        return _continue(state, lines, index, cut)
    if state.pending and is_previous_line(parts):
        return index + 1
    if title := title_of_result(lines, index, cut):
        _flush(state)
        state.named |= dict.fromkeys(title.ids[:1])
        state.pending = OpenName(title, [line.text.strip()], line, "blood")
        return index + 1
    if state.where == "blood" and not state.pending and (turned := read_values_first(lines, index, cut) or read_turned_lines(lines, index, cut)):
        state.rows += turned[1]
        return turned[0]
    if state.where == "blood" and (block := read_block(lines, index, cut, state.header.order, state.header.collected)):
        _flush(state)
        state.rows += block.rows
        state.unrecognised += block.unknown
        return block.end
    _read_line(state, line, parts)
    return index + 1


def _continue(state: _State, lines: Sequence[Line], index: int, cut: Callable[[int], list[Token]]) -> int:
    """Adds a line of bare values, or of the range alone, to the open name."""
    if state.pending is None:
        return index + 1
    if skip := state.pending.scale(cut, index, len(lines)):
        return index + skip
    unknown = state.pending.add(lines[index].text, cut(index))
    if unknown is not None:
        state.pending = None
        state.unrecognised.append(unknown)
    return index + 1


def _read_line(state: _State, line: Line, parts: list[Token]) -> None:
    folded = fold(line.text)
    if state.pending and not state.pending.segment.has_value and (fate := state.pending.belongs(folded, parts)):
        if fate == "closes":
            state.pending = None
        return
    _flush(state)
    if _is_head(state, line.text, parts):
        return
    if where := specimen(folded) or heading(folded, parts):
        if not (state.described and "differential" in folded):
            state.where, state.described = where, False
        return
    if COMMENT.match(folded) and not folded.lstrip().startswith("the "):
        return
    segments = split_segments(line.text, parts)
    if begun(folded) == "marrow" and not any(segment.has_value and segment.ids for segment in segments):
        state.where, state.described = "marrow", True  # a sentence on the marrow, over the count of its cells
    if not segments:
        _nameless(state, line, parts)
        return
    _take(state, line, folded, parts, segments)


def _is_head(state: _State, text: str, parts: list[Token]) -> bool:
    """Notes what the head of a table says of its columns; true if the line is one."""
    table = read_table_head(text, parts, state.header, state.table)
    state.table = table or state.table
    return table is not None


def _take(state: _State, line: Line, folded: str, parts: list[Token], segments: list[Segment]) -> None:
    """Reads the named values of a line; the last name without a value stays open for the lines below."""
    opened = begun(folded)
    if opened == "blood":
        state.where = opened
    cells: list[RawRow] = []
    if "l" in folded and (found := lettered_cells(line.text))[1]:
        text, cells = found
        parts = tokens(prepared(figured(text)))
        segments = split_segments(text, parts)
    if state.described and any(segment.has_value and segment.ids and not counts_cells(segment.ids) for segment in segments):
        state.where, state.described = "blood", False
    here = opened or state.where
    blasts = told_blasts(line.text, here)
    prose = bool(blasts) or is_prose(parts)
    if only_compared(folded, parts):
        return
    shared_unit(segments)
    named = place_before(folded, "")  # empty where the line names no sample
    told = placed([*cells, *read_numbers_first(parts, line.text.strip())], named or here)
    _keep(state, told, line)
    first = {row.ids for row in told}
    used = bool(told)
    state.named |= dict.fromkeys(key for segment in segments for key in segment.ids[:1])
    for index, segment in enumerate(segments):
        if segment.start > _LEAST_BEFORE and of_another_time(folded[: segment.start], label=not prose and ":" in folded):
            continue
        if in_ratio(segments, index, folded) or (segment.ids in first and not segment.has_value):
            continue
        rows = rows_of(segment, line.text.strip(), state.table if len(segments) == 1 else None, prose=prose)
        if rows is None:
            continue
        where = place_before(folded[: value_start(segment)], here) if named else here
        rows = placed(rows, where)
        last = index == len(segments) - 1
        alone = len(segments) == 1 or bool(rows) or any(one.has_value for one in segments)
        if last and not prose and not complete(rows) and segment.ids and not (state.table.shaped and len(segments) == 1) and alone:
            state.pending = OpenName(segment, [line.text.strip()], line, where)
            return
        used = used or bool(rows)
        _keep(state, rows, line)
    if blasts:
        known = {key for row in state.rows if row.lines == (line.first, line.last) for key in row.ids}
        _keep(state, [row for row in blasts if not known & set(row.ids)], line)
    elif not used and not prose:
        note(state.unrecognised, line.text, parts)


def _keep(state: _State, rows: Sequence[RawRow], line: Line) -> None:
    if any(_FROM_CELLS.intersection(row.ids) for row in rows) and _HAEMOLYSED.search(fold(line.text)):
        rows = [replace(row, warnings=(*row.warnings, _ASK_AGAIN)) if set(row.ids) & _FROM_CELLS else row for row in rows]
    for row in rows:
        row.page, row.lines = line.page, (line.first, line.last)
        row.collected = row.collected or line.day or None
    state.rows += rows


def _nameless(state: _State, line: Line, parts: list[Token]) -> None:
    """A line without a known name: a misspelt one, or something that only looks like a result."""
    cells = lettered_cells(line.text)[1] if state.where == "blood" else []
    if cells:
        _keep(state, cells, line)
        return
    guess = guess_segment(line.text, parts)
    if guess and state.where == "blood":
        _keep(state, read_segment(guess, line.text.strip(), state.table.columns), line)
        return
    note(state.unrecognised, line.text, parts)


def _flush(state: _State) -> None:
    """Closes the open name with what was found for it."""
    pending, state.pending = state.pending, None
    if pending is None:
        return
    rows = pending.rows()
    state.rows += rows
    if not rows and pending.segment.has_value and pending.where == "elsewhere":
        state.unrecognised.append(pending.source)
