"""Tables that lie on their side or came apart: names in one row or one list, their values in the next."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from leukchat.labs.dates import Order
from leukchat.labs.readers import RawRow
from leukchat.labs.readers.columns import is_column_word
from leukchat.labs.readers.dated_rows import read_dated_rows
from leukchat.labs.readers.grammar import Token
from leukchat.labs.readers.paragraphs import Line
from leukchat.labs.readers.rows import read_segment
from leukchat.labs.readers.segments import Segment
from leukchat.labs.readers.vocabulary import NEUTRAL

_LEAST = 3  # names; two may be a heading and the test under it
_MOST_ROWS = 60
_SIZED = ("number", "bound", "range", "unit")
Tokens = Callable[[int], list[Token]]


@dataclass(frozen=True, slots=True)
class Block:
    """The lines up to `end` (not with it) as rows, or as lines that were not understood."""

    end: int
    rows: tuple[RawRow, ...] = ()
    unknown: tuple[str, ...] = ()


def read_block(lines: Sequence[Line], at: int, tokens: Tokens, order: Order | None, collected: str | None) -> Block | None:
    """The block that begins with line `at`; None if none does. `tokens` gives those of a line by its number."""
    parts = tokens(at)
    names = [token for token in parts if token.kind == "name" and token.hit and token.hit.ids]
    if not names or any(token.kind in ("number", "bound", "range") for token in parts):
        return None
    if found := read_dated_rows(lines, at, tokens, order, collected):
        return Block(*found)
    if len(names) >= _LEAST:
        return _across(lines, at, tokens, collected)
    return _apart(lines, at, tokens) if len({token.hit.ids for token in names if token.hit}) == 1 else None


def _across(lines: Sequence[Line], at: int, tokens: Tokens, collected: str | None) -> Block | None:
    """A row of names with one row of values under it, and rows of units and ranges."""
    head = tokens(at)
    names = _heads(head)
    if _has_words(head) or len({segment.ids for segment in names}) < len(names):
        return None
    values: list[tuple[int, list[Token | None]]] = []
    more: list[list[Token | None]] = []
    end = at + 1
    while end < len(lines) and end - at <= _MOST_ROWS:
        if parts := tokens(end):
            kind = _kind_of_row(parts, len(names))
            cells = _cells_under(names, [token for token in parts if token.kind in _SIZED], kind, in_columns=_in_columns(head)) if kind else None
            if cells is None:
                break
            if kind == "value":
                values.append((end, cells))
            else:
                more.append(cells)
        end += 1
    if len(values) != 1:  # several rows without days: no telling which is the present one
        return Block(end, unknown=tuple(lines[index].text.strip() for index, _ in values)) if values else None
    index, found = values[0]
    rows: list[RawRow] = []
    for place, (segment, value) in enumerate(zip(names, found, strict=True)):
        if value is None:
            continue
        told = [value, *_units_behind(tokens(index), value), *segment.tokens, *(cell for row in more if (cell := row[place]) is not None)]
        source = " ".join((segment.name, *(token.text for token in told)))
        span = (lines[at].first, lines[end - 1].last)
        rows += [replace(row, collected=row.collected or collected, page=lines[index].page, lines=span) for row in read_segment(replace(segment, tokens=told), source)[:1]]
    return Block(end, tuple(rows))


def _heads(head: list[Token]) -> list[Segment]:
    """A segment for each name of a row of names, with the unit that may stand behind it in brackets."""
    found: list[Segment] = []
    for token in head:
        if token.kind == "name" and token.hit:
            found.append(Segment(token.text, token.hit.ids, [], start=token.start))
        elif token.kind == "unit" and found:
            found[-1].tokens.append(token)
    return found


def _has_words(tokens: list[Token]) -> bool:
    """Whether words stand on a line that do not belong in the head of a table."""
    return any(token.kind == "word" and token.word not in NEUTRAL and not is_column_word(token.word) for token in tokens)


def _kind_of_row(tokens: list[Token], wanted: int) -> str | None:
    """Whether a row under a row of names holds its values, units or ranges; None for any other line."""
    if any(token.kind == "name" for token in tokens) or _has_words(tokens):
        return None
    count = {kind: sum(token.kind == kind for token in tokens) for kind in ("number", "bound", "range", "unit")}
    if count["range"] and count["range"] + count["bound"] >= wanted / 2 and not count["number"]:
        return "range"
    if count["number"] + count["bound"] and not count["range"]:
        return "value"
    return "unit" if count["unit"] and not count["range"] else None


def _in_columns(head: list[Token]) -> bool:
    """Whether wide space parts the names, so that what stands under one can be told."""
    return sum(token.kind == "gap" for token in head) >= sum(token.kind == "name" for token in head) - 1


def _cells_under(names: list[Segment], found: list[Token], kind: str, *, in_columns: bool) -> list[Token | None] | None:
    """The token of each name, in order where there is one for each, else by place in columns; None where neither tells."""
    wanted = {"value": ("number", "bound"), "range": ("range", "bound"), "unit": ("unit",)}[kind]
    cells = [token for token in found if token.kind in wanted]
    if len(cells) == len(names):
        return list(cells)
    if len(cells) > len(names) or not in_columns:
        return None
    middles = [segment.start + len(segment.name) / 2 for segment in names]
    taken: list[Token | None] = [None] * len(names)
    for token in cells:
        centre = (token.start + token.end) / 2
        place = min(range(len(names)), key=lambda index: abs(middles[index] - centre))
        if taken[place] is not None or abs(middles[place] - centre) > len(names[place].name) / 2 + 4:
            return None
        taken[place] = token
    return taken


def _units_behind(tokens: list[Token], value: Token) -> list[Token]:
    """The unit and flag right behind a value of a row."""
    found: list[Token] = []
    for token in tokens[tokens.index(value) + 1 :]:
        if token.kind not in ("unit", "flag"):
            break
        found.append(token)
    return found


def _apart(lines: Sequence[Line], at: int, tokens: Tokens) -> Block | None:
    """A list of names, then a list of their values, then of units or ranges, as text from some PDFs comes."""
    names: list[Segment] = []
    place = at
    while place < len(lines) and (segment := lone_name(tokens(place))) is not None:
        names.append(segment)
        place += 1
    place = _past_blank(lines, place)
    if len(names) < _LEAST or len({segment.ids or segment.name for segment in names}) < len(names):
        return None
    place += _is_title(tokens(place))
    place = _past_blank(lines, place)
    cells: list[int] = []
    kinds: list[str] = []
    end = place
    while end < len(lines) and end - place <= _MOST_ROWS * 4:
        kind = _kind_of_cell(tokens(end))
        if kind is None and not (kinds and _is_title(tokens(_past_blank(lines, end)))):
            break
        if kind is not None:
            kinds.append(kind)
            cells.append(end)
        end += 1
    if kinds[:2] not in (["value", "value"], ["value", "bound"], ["bound", "value"]):
        return None
    count = len(names)
    if not set(kinds[:count]) <= {"value", "bound"} or "value" in kinds[count:] or len(kinds) < count:
        return Block(end, unknown=tuple(line.text.strip() for line in lines[at:end])[:_MOST_ROWS])  # no telling which value belongs to which name
    lists = [list(range(count))]
    for _, group in groupby(range(count, len(kinds)), key=lambda index: "unit" if kinds[index] == "unit" else "range"):
        lists.append(list(group))
    told = [[part for found in lists if len(found) == count for part in tokens(cells[found[index]])] for index in range(count)]
    rows: list[RawRow] = []
    for index, (segment, parts) in enumerate(zip(names, told, strict=True)):
        source = " | ".join((segment.name, *(part.text for part in parts)))
        found = read_segment(replace(segment, tokens=parts), source)
        span = (lines[at + index].first, lines[end - 1].last)
        rows += [replace(row, page=lines[at].page, lines=span) for row in found]
    return Block(end, tuple(rows))


def _past_blank(lines: Sequence[Line], place: int) -> int:
    """The next line that holds something, from `place` on; `place` itself where only one empty line is left."""
    found = next((index for index in range(place, min(place + 3, len(lines))) if lines[index].text.strip()), place)
    return min(found, len(lines) - 1)


def _is_title(tokens: list[Token]) -> bool:
    """Whether a line is only the title of a column: `Result`, `Reference range`."""
    words = [token for token in tokens if token.kind != "gap"]
    return bool(words) and all(token.kind in ("word", "flag", "sign") and (token.kind == "sign" or is_column_word(token.word)) for token in words)


def lone_name(tokens: list[Token]) -> Segment | None:
    """The name that a line holds and nothing else."""
    names = [token for token in tokens if token.kind == "name" and token.hit]
    if not names or any(token.kind in (*_SIZED, "date", "flag") for token in tokens) or _has_words(tokens):
        return None
    hits = {token.hit.ids for token in names if token.hit}
    return Segment(" ".join(token.text for token in names), next(iter(hits)), []) if len(hits) == 1 else None


def _kind_of_cell(tokens: list[Token]) -> str | None:
    """What the only cell of a line is: a value, a bound (value or range), a unit or a range; None for any other line."""
    kinds = [token.kind for token in tokens if token.kind not in ("gap", "flag", "sign")]
    if any(kind not in _SIZED for kind in kinds) or not kinds:
        return None
    if "range" in kinds:
        return "range" if "number" not in kinds else None
    if kinds.count("number") + kinds.count("bound") > 1:
        return None
    return "value" if "number" in kinds else "bound" if "bound" in kinds else "unit"
