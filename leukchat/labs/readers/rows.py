"""From tokens to rows: which number is the value, which its unit, range and flag, and what is left alone."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from leukchat.labs.catalogue import catalogue
from leukchat.labs.dates import DATE, read_date
from leukchat.labs.folding import fold
from leukchat.labs.readers import RawRow
from leukchat.labs.readers.columns import Columns
from leukchat.labs.readers.grammar import Token
from leukchat.labs.readers.vocabulary import BLOCKERS, FLAGS, GOOD_LABELS, LINKS, NEUTRAL, QUALITIES
from leukchat.labs.units import canonical_unit

_TWO_NUMBERS = "More than one number stands beside this name and no column title says which is the present one; the first was taken. Please check."
_WITH_WORDS = frozenset({"mrd_percent", "bcr_abl1_is_percent"})
_VALUE_KINDS = frozenset({"number", "bound", "range", "unit", "flag", "gap", "sign", "date"})
_BOUND_SIGNS = {"<": "<", "≤": "<", "<=": "<", "=<": "<", ">": ">", "≥": ">", ">=": ">", "=>": ">"}


@dataclass(slots=True)
class Segment:
    """A name and the tokens that follow it, up to the next name; `before` are the tokens in front of the first."""

    name: str
    ids: tuple[str, ...]
    tokens: list[Token]
    before: list[Token] = field(default_factory=list)
    warnings: tuple[str, ...] = ()

    @property
    def has_value(self) -> bool:
        """Whether a number stands among the tokens."""
        return any(token.kind in ("number", "bound") for token in self.tokens)


def split_segments(line: str, tokens: list[Token]) -> list[Segment]:
    """One segment a name; names that only repeat the one before (`Hemoglobin (HGB)`) are joined to it."""
    segments: list[Segment] = []
    before: list[Token] = []
    for token in tokens:
        if token.kind != "name" or token.hit is None:
            (segments[-1].tokens if segments else before).append(token)
            continue
        last = segments[-1] if segments else None
        if last and not any(part.kind in ("number", "bound", "range") for part in last.tokens) and _repeats(last, token):
            start = line.find(last.name)
            last.name = line[start : token.end] if start >= 0 else last.name
            # `MCH concentration (MCHC)`: two tests, of which the unit will fit one.
            both = (*last.ids, *token.hit.ids) if last.ids else ()
            last.ids = tuple(key for key in last.ids if key in token.hit.ids) or both
            continue
        segments.append(Segment(token.text, token.hit.ids, [], _since_break(last.tokens) if last else before))
    return segments


def _since_break(tokens: list[Token]) -> list[Token]:
    """The tokens after the last comma, bracket, gap or value: what stands directly before the next name."""
    cut = max(
        (index for index, token in enumerate(tokens) if token.kind in ("gap", "number", "range", "unit", "bound", "flag") or token.word in (",", ";", ")", "]", "/")),
        default=-1,
    )
    return tokens[cut + 1 :]


def _repeats(last: Segment, token: Token) -> bool:
    """Whether a second name in a row only says the first again, or stands in its brackets."""
    ids = token.hit.ids if token.hit else ()
    inside = sum({"(": 1, "[": 1, ")": -1, "]": -1}.get(part.word, 0) for part in last.tokens) > 0
    gap = any(part.kind == "gap" for part in last.tokens)
    return bool(set(ids) & set(last.ids)) or (inside and not gap) or (last.ids == () and not gap)


def only_values(tokens: list[Token]) -> bool:
    """Whether a line holds values, units, ranges and flags and nothing else, so that it can continue the one above."""
    return bool(tokens) and all(token.kind in _VALUE_KINDS or (token.kind == "word" and token.word in ("not", "estab", "n/a")) for token in tokens)


def accepted(segment: Segment) -> bool:
    """Whether the words around a name allow its number to be this person's present blood value."""
    if segment.before:
        words = [token.word for token in segment.before if token.kind == "word"]
        last = next((token for token in reversed(segment.before) if token.kind != "flag" and token.word != "."), None)
        if BLOCKERS & set(words) or (last and last.kind == "word" and last.word not in NEUTRAL):
            return False
    told = _quality(segment) is not None
    depth = 0
    for token in segment.tokens:
        if token.kind == "sign":
            depth = max(0, depth + {"(": 1, "[": 1, ")": -1, "]": -1}.get(token.word, 0))
        elif token.kind == "word" and not told:
            if (token.word in BLOCKERS and not (depth and token.word in GOOD_LABELS)) or (not depth and token.word not in NEUTRAL and token.word not in LINKS):
                return False
        elif token.kind in ("number", "bound") and not depth and not token.bracketed:
            return True
        elif token.kind == "date":
            continue
    return True


def read_segment(segment: Segment, source: str, columns: Columns | None = None) -> list[RawRow]:
    """The rows of a segment: none if it holds no value, several if it has a share and a count or dated columns."""
    if not segment.ids:
        return []
    quality = _quality(segment)
    values = _values(segment.tokens)
    if columns and (len(values) > 1 or (values and _aligned(segment.tokens, values[0], columns))):
        return _by_column(segment, values, source, columns)
    base = RawRow(segment.name, segment.ids, source, warnings=segment.warnings, flag=_flag(segment))
    only_words = all(catalogue().analytes[key].qualitative for key in segment.ids)
    if only_words or not values:
        return [replace(base, quality=quality)] if quality else []
    parts = _parts(segment, values)
    rows = [_row(base, part) for part in parts]
    return [row for row in rows if row is not None]


def _quality(segment: Segment) -> str | None:
    """A word such as `negative` or `mutated`, for analytes that are told in words."""
    table = catalogue().analytes
    if not any(table[key].qualitative or table[key].zero_is_normal or key in _WITH_WORDS for key in segment.ids):
        return None
    text = fold(" ".join(token.text for token in segment.tokens if token.kind != "gap"))
    return next((word for word, pattern in QUALITIES if pattern.search(text)), None)


def _values(tokens: list[Token]) -> list[Token]:
    """The tokens that can be the value, in order: numbers outside brackets, and a leading bound such as `<5`."""
    found: list[Token] = []
    depth = 0
    for token in tokens:
        if token.kind == "sign":
            depth = max(0, depth + {"(": 1, "[": 1, ")": -1, "]": -1}.get(token.word, 0))
        elif depth or token.bracketed:
            continue
        elif token.kind == "number" or (token.kind == "bound" and not found and token.word in _BOUND_SIGNS):
            found.append(token)
    if len(found) > 1 and found[0].kind == "bound" and _unit_after(tokens, found[1]) and not _unit_after(tokens, found[0]):
        return found[1:]
    return found


def _unit_after(tokens: list[Token], value: Token) -> Token | None:
    """The unit printed after a value and before the next one, flags and gaps aside."""
    seen = False
    for token in tokens:
        if token is value:
            seen = True
        elif seen and token.kind == "unit":
            return token
        elif seen and token.kind in ("number", "bound"):
            return None
    return None


def _parts(segment: Segment, values: list[Token]) -> list[list[Token]]:
    """The tokens in one part, or in two where a share and a count of the same cells stand in one line."""
    tokens = segment.tokens
    if len(values) < 2 or len(segment.ids) < 2:
        return [tokens]
    one, two = _unit_after(tokens, values[0]), _unit_after(tokens, values[1])
    if one is None or two is None:
        return [tokens]
    table = catalogue().analytes
    fits = [{key for key in segment.ids if canonical_unit(unit.text) in table[key].units} for unit in (one, two)]
    if not all(fits) or fits[0] & fits[1]:
        return [tokens]
    cut = tokens.index(values[1])
    return [tokens[:cut], tokens[cut:]]


def _row(base: RawRow, tokens: list[Token]) -> RawRow | None:
    values = _values(tokens)
    if not values:
        return None
    value = values[0]
    if value.kind == "bound" and _limits(tokens, value) > 1:
        return None  # a table of limits such as `<150  150-199  >=200`
    at = tokens.index(value)
    ranges = [token.range for token in tokens if token.kind == "range" and token.range]
    ranges += [token.range for token in tokens[at + 1 :] if token.kind == "bound" and token.range]
    ranges += [token.range for token in tokens[:at] if token.kind == "bound" and token.bracketed and token.range]
    unit = _unit_after(tokens, value) or next((token for token in tokens if token.kind == "unit"), None)
    comparator = _BOUND_SIGNS[value.word] if value.kind == "bound" else None
    number = value.word if value.kind == "number" else (value.range.low or value.range.high if value.range else None)
    if len(values) > 1 and (_side_by_side(tokens, value, values[1]) or (value.kind == "bound" and _gap_between(tokens, value, values[1]))):
        base = replace(base, warnings=(*base.warnings, _TWO_NUMBERS))
    return replace(base, number=number, comparator=comparator, unit=unit.text if unit else None, ranges=tuple(ranges))


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


def _by_column(segment: Segment, values: list[Token], source: str, columns: Columns) -> list[RawRow]:
    """Rows for a table with several columns of values: the present one, or one for each dated column."""
    base = RawRow(segment.name, segment.ids, source, warnings=segment.warnings, flag=_flag(segment))
    rows: list[RawRow] = []
    for token, column in columns.assign(values):
        day = columns.day(column, _printed_day(segment.tokens, token, columns))
        if day is None:
            continue
        others = [part for part in segment.tokens if part is token or part not in values]
        row = _row(base, others)
        if row is not None:
            rows.append(replace(row, collected=day or None, flag=row.flag if len(values) == 1 or column.kind == "value" else None))
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
