"""From tokens to rows: which number is the value, which its unit, range and flag, and what is left alone."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from leukchat.labs.catalogue import catalogue
from leukchat.labs.dates import DATE, read_date
from leukchat.labs.folding import fold
from leukchat.labs.readers import RawRow
from leukchat.labs.readers.columns import Columns
from leukchat.labs.readers.grammar import Token
from leukchat.labs.readers.line_numbers import behind_arrow, comparator_of, unit_after, value_tokens, with_bounds
from leukchat.labs.readers.row_cells import outside, unjoined, with_holes
from leukchat.labs.readers.segments import Segment, quality_of
from leukchat.labs.readers.vocabulary import FLAGS
from leukchat.labs.units import canonical_unit

_MORE_NUMBERS = "More numbers stand here than the table has columns of results; please check that the right one was taken."
_TWO_NUMBERS = "More than one number stands beside this name and no column title says which is the present one; the first was taken. Please check."
_CHANGED = "Two numbers stand here with an arrow between them; the second was taken as the present one. Please check."
_NOT_OF_NUCLEI = frozenset(("bcr_abl1_is_percent", "mrd_percent"))
_NUCLEI = frozenset("fish nuclei nucleus interphase kerne kernen zellkerne noyaux nucleos nuclei metaphases metaphasen".split())
_SEVERAL_DAYS = "Values of several days stand in this line. Please check which one is the present one."
_RATIO = frozenset(("ratio", "rapport", "quotient"))
# The share of the cells that a count counts.
TWINS = {"anc": "neutrophils_percent", "alc": "lymphocytes_percent", "monocytes": "monocytes_percent", "eosinophils": "eosinophils_percent"}
TWINS |= {"basophils": "basophils_percent", "blasts": "blasts_percent", "reticulocytes": "reticulocytes_percent"}


def read_segment(segment: Segment, source: str, columns: Columns | None = None) -> list[RawRow]:
    """The rows of a segment: none if it holds no value, several if it has a share and a count or dated columns."""
    if not segment.ids:
        return []
    quality = quality_of(segment)
    if columns and any(token.kind == "range" and "   " in token.text for token in segment.tokens):
        segment = replace(segment, tokens=unjoined(segment.tokens))
    values = value_tokens(segment.tokens)
    if quality is None and _is_legend(segment.tokens, values):
        return []
    segment = _with_share(segment, values)
    if columns and len(values) < len(columns.columns) and all(column.kind == "dated" for column in columns.columns):
        values = with_bounds(segment.tokens, values, columns)
    if columns and (len(values) > 1 or (values and _aligned(segment.tokens, values[0], columns))):
        return _under_columns(segment, values, source, columns)
    if (behind := behind_arrow(segment.tokens)) is not None:
        segment = replace(segment, tokens=behind, warnings=(*segment.warnings, _CHANGED))
        values = value_tokens(behind)
    base = RawRow(segment.name, segment.ids, source, warnings=segment.warnings, flag=_flag(segment))
    if values and set(segment.ids) & _NOT_OF_NUCLEI and any(token.word in _NUCLEI for token in segment.tokens):
        values = []  # `BCR::ABL1 by FISH: positive, 88 % of nuclei`
    only_words = all(catalogue().analytes[key].qualitative for key in segment.ids)
    if (
        quality
        and values
        and values[0].kind == "number"
        and not unit_after(segment.tokens, values[0])
        and quality_of(replace(segment, tokens=segment.tokens[: segment.tokens.index(values[0])]))
    ):
        values = []  # `negative in the marrow of 3 March`
    if only_words or not values:
        return [replace(base, quality=quality)] if quality else []
    if len(values) > 1 and _each_dated(segment.tokens, values):
        base = replace(base, doubt=_SEVERAL_DAYS)
    parts = _parts(segment.ids, _without_ratio(segment.tokens, values[0]), values)
    rows = [_row(base, part) for part in parts]
    return [row for row in rows if row is not None]


def _is_legend(tokens: list[Token], values: list[Token]) -> bool:
    """Whether a line says what a limit means instead of a value: `eGFR >= 90 mL/min/1.73m2: normal or high`."""
    if len(values) != 1 or values[0].kind != "bound" or tokens[0] is not values[0]:
        return False
    behind = [token for token in tokens[tokens.index(values[0]) + 1 :] if token.kind not in ("gap", "unit")]
    return len(behind) > 1 and behind[0].word == ":" and behind[1].kind in ("word", "flag")


def _with_share(segment: Segment, values: list[Token]) -> Segment:
    """The segment of a count (`NEUT#`) whose line also gives the share of the same cells: `0.66 [10^3/uL]  6.7 [%]`."""
    share = TWINS.get(segment.ids[0]) if len(segment.ids) == 1 else None
    if share is None or len(values) != 2:
        return segment
    one, two = (unit_after(segment.tokens, value) for value in values)
    both = one is not None and two is not None and two.text.strip("[]() ") == "%" and canonical_unit(one.text) in catalogue().analytes[segment.ids[0]].units
    return replace(segment, ids=(*segment.ids, share)) if both else segment


def _each_dated(tokens: list[Token], values: list[Token]) -> bool:
    """Whether a date stands behind every value, as in `8.1 (05/01/2026), 9.0 (12/01/2026)`."""
    ends = [tokens.index(value) for value in values] + [len(tokens)]
    return all(any(token.kind == "date" for token in tokens[start:end]) for start, end in pairwise(ends))


def _without_ratio(tokens: list[Token], value: Token) -> list[Token]:
    """The tokens before `ratio` behind a value: what follows is the number and the limit of the ratio."""
    first = tokens.index(value) + 1
    for index in range(first, len(tokens)):
        if tokens[index].word in _RATIO or (tokens[index].kind == "unit" and tokens[index].text.lower() == "ratio"):
            return tokens[:index]
    return tokens


def _parts(ids: tuple[str, ...], tokens: list[Token], values: list[Token]) -> list[list[Token]]:
    """The tokens in one part, or in two where a share and a count of the same cells stand in one line."""
    if len(values) < 2 or len(ids) < 2:
        return [tokens]
    one, two = unit_after(tokens, values[0]), unit_after(tokens, values[1])
    if one is None or two is None:
        return [tokens]
    table = catalogue().analytes
    fits = [{key for key in ids if canonical_unit(unit.text) in table[key].units} for unit in (one, two)]
    if not all(fits) or fits[0] & fits[1]:
        return [tokens]
    cut = tokens.index(values[1])
    return [tokens[:cut], tokens[cut:]]


def _row(base: RawRow, tokens: list[Token], chosen: Token | None = None) -> RawRow | None:
    """The row of a value: the `chosen` one, else the first that stands there."""
    values = [chosen] if chosen else value_tokens(tokens)
    if not values:
        return None
    value = values[0]
    if value.kind == "bound" and _limits(tokens, value) > 1:
        return None  # a table of limits such as `<150  150-199  >=200`
    at = tokens.index(value)
    ranges = [token.range for token in tokens if token.kind == "range" and token.range]
    ranges += [token.range for token in tokens[at + 1 :] if token.kind == "bound" and token.range]
    ranges += [token.range for token in tokens[:at] if token.kind == "bound" and token.bracketed and token.range]
    unit = unit_after(tokens, value) or next((token for token in outside(tokens) if token.kind == "unit"), None)
    comparator = comparator_of(value)
    number = value.word if value.kind == "number" else (value.range.low or value.range.high if value.range else None)
    beside = len(values) > 1 and (_side_by_side(tokens, value, values[1]) or (value.kind == "bound" and _gap_between(tokens, value, values[1])))
    return RawRow(
        base.name,
        base.ids,
        base.source_text,
        number,
        comparator,
        None,
        unit.text if unit else None,
        tuple(ranges),
        base.flag,
        base.collected,
        warnings=(*base.warnings, _TWO_NUMBERS) if beside else base.warnings,
        doubt=base.doubt or _two_units(tokens, unit, base.ids),
    )


def _two_units(tokens: list[Token], unit: Token | None, ids: tuple[str, ...]) -> str | None:
    """Why a value must not be used whose range is printed in a unit of another size: `98 mmol/L  70-99 mg/dL`."""
    at = next((index for index, token in enumerate(tokens) if token.kind in ("range", "bound") and token.range), None)
    if unit is None or at is None or at < tokens.index(unit):
        return None
    other = next((token for token in tokens[at + 1 :] if token.kind == "unit"), None)
    if other is None:
        return None
    table = catalogue().analytes
    sizes = [{table[key].units[name].factor for key in ids if (name := canonical_unit(token.text)) in table[key].units} for token in (unit, other)]
    if all(sizes) and not sizes[0] & sizes[1]:
        return f"The value is printed in {unit.text}, its range in {other.text}. Please check which is right."
    return None


def _side_by_side(tokens: list[Token], one: Token, two: Token) -> bool:
    """Whether only gaps and flags part two numbers, as in columns of older results without a head."""
    between = tokens[tokens.index(one) + 1 : tokens.index(two)]
    return any(token.kind == "gap" for token in between) and all(token.kind in ("gap", "flag") for token in between)


def _gap_between(tokens: list[Token], one: Token, two: Token) -> bool:
    """Whether a bound such as `<5` may be the limit in a column left of the value: a gap and at most a unit lie between."""
    between = tokens[tokens.index(one) + 1 : tokens.index(two)]
    return any(token.kind == "gap" for token in between) and all(token.kind in ("gap", "flag", "unit") for token in between)


def _limits(tokens: list[Token], value: Token) -> int:
    """How many other ranges for everybody stand beside a value."""
    return sum(token is not value and token.range is not None and token.range.sex is None and not token.range.child for token in tokens)


def _flag(segment: Segment) -> str | None:
    """The laboratory's own mark, in one word; None without one."""
    marks = [token for token in (*segment.tokens, *segment.before) if token.kind == "flag"]
    for token in marks:
        word = token.word.strip()
        bare = word.rstrip("*")
        if len(bare) == 1 and bare.isalpha() and not token.text.strip("([ ")[:1].isupper():
            continue
        mark = FLAGS.get(word) or FLAGS.get(bare) or ("critical_" + bare.split()[1] if " " in bare else None)
        if mark and word.endswith("**") and mark in ("high", "low"):
            mark = "critical_" + mark
        if mark:
            return mark
    return None


def _aligned(tokens: list[Token], value: Token, columns: Columns) -> bool:
    """Whether a gap stands before a value, so that its place on the line tells its column; a wide one if no days part them."""
    least = 2 if any(column.kind == "dated" for column in columns.columns) else 3
    return any(token.kind == "gap" and token.end - token.start >= least for token in tokens[: tokens.index(value)])


def _under_columns(segment: Segment, values: list[Token], source: str, columns: Columns) -> list[RawRow]:
    """As `_by_column`; a share before the count of the same cells (`2,1 %  3,94 10^9/L  3,70`) is no column of its own."""
    share, *rest = _parts(segment.ids, segment.tokens, values) if len(values) > len(columns.columns) else (segment.tokens,)
    if not rest:
        return _by_column(segment, values, source, columns)
    first = _row(RawRow(segment.name, segment.ids, source, collected=columns.collected, warnings=segment.warnings), share)
    behind = replace(segment, tokens=[token for part in rest for token in part])
    return [*([first] if first else []), *_by_column(behind, value_tokens(behind.tokens), source, columns)]


def _by_column(segment: Segment, values: list[Token], source: str, columns: Columns) -> list[RawRow]:
    """Rows for a table with several columns of values: the present one, or one for each dated column."""
    base = RawRow(segment.name, segment.ids, source, warnings=segment.warnings, flag=_flag(segment))
    if len(values) > len(columns.columns):
        base = replace(base, warnings=(*base.warnings, _MORE_NUMBERS))
    rows: list[RawRow] = []
    for token, column in columns.assign(values, with_holes(segment.tokens, values)):
        day = columns.day(column, _printed_day(segment.tokens, token, columns))
        if day is None:
            continue
        others = [part for part in segment.tokens if part is token or part not in values]
        row = _row(base, others, token)
        if row is not None:
            row.collected, row.flag = day or None, row.flag if len(values) == 1 or column.kind == "value" else None
            rows.append(row)
    return rows


def _printed_day(tokens: list[Token], value: Token, columns: Columns) -> str | None:
    """The date that stands right behind a value: `4.6 12/03/2025`."""
    for token in tokens[tokens.index(value) + 1 :]:
        if token.kind == "date":
            match = DATE.match(fold(token.text))
            day = read_date(match, columns.order) if match else None
            return day.isoformat() if day else None
        if token.kind not in ("flag", "gap"):
            return None
    return None
