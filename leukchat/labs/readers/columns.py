"""The head of a table: which columns hold results, which of them are old ones, and which have dates."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from leukchat.labs.dates import DATE, Order, read_date
from leukchat.labs.folding import fold
from leukchat.labs.readers.grammar import Token
from leukchat.labs.readers.vocabulary import COLUMN_WORDS, NEUTRAL

_REFERENCE = COLUMN_WORDS["range"] - {"normal", "limits", "ref"}
_BESIDE = 22  # characters
# `Collected: 01/19/2026   Reported: 01/20/2026` are days of the whole report.
_SAYS_WHEN = re.compile(
    r"\b(?:collected|reported|received|printed|registered|approved|sampled|drawn|dob|birth|geb(?:oren)?|eingang|ausgang|entnahme|probenentnahme|prelev\w+|edite|extraccion|emision|coleta|emissao|liberado|prelievo|referto|nat[oa])\b[^:]{0,12}:"
)
# `ORDERED 08-JAN-2026   COLLECTED 08-JAN-2026`, without colons.
_WHEN = re.compile(r"\b(ordered|requested|collected|reported|received|released|printed|drawn|admitted|discharged|eingang|ausgang|entnahme)\s{1,2}\d")
_HEAD_WORDS: frozenset[str] = frozenset().union(*COLUMN_WORDS.values())
_FIGURES = frozenset(("number", "bound", "range"))
_LEAST_DAYS = 2
ColumnKind = Literal["value", "previous", "dated"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column that holds values; `centre` is where its title stands."""

    kind: ColumnKind
    centre: float
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Columns:
    """The value columns of a table from left to right. `collected` is the day of the columns that have none."""

    columns: tuple[Column, ...]
    collected: str | None = None
    order: Order | None = None

    def since(self, collected: str | None) -> Columns:
        """The same columns on a report of this day."""
        return replace(self, collected=collected)

    def day(self, column: Column, printed: str | None) -> str | None:
        """The day of a value in `column`, printed beside it or in the head; None for one that must be left out.

        An older result counts only with a day before that of the present one, so that it is never taken for it.
        """
        present = [one.date or self.collected for one in self.columns if one.kind == "value"]
        if column.kind == "dated":
            return None if None in present else column.date or self.collected or ""
        if column.kind == "value":
            return column.date or self.collected or ""
        day = printed or column.date
        return day if day and present and all(one and day < one for one in present) else None

    def assign(self, values: Sequence[Token], cells: Sequence[Token | None] = ()) -> list[tuple[Token, Column]]:
        """Each value with its column: in order where the numbers agree, empty `cells` (None) counted, else by the nearest title."""
        if len(values) == len(self.columns):
            return list(zip(values, self.columns, strict=True))
        if len(cells) == len(self.columns):
            return [(token, column) for token, column in zip(cells, self.columns, strict=True) if token is not None]
        nearest: dict[Column, tuple[float, Token]] = {}
        for token in values:
            centre = (token.start + token.end) / 2
            column = min(self.columns, key=lambda one: abs(one.centre - centre))
            away = abs(column.centre - centre)
            if column not in nearest or away < nearest[column][0]:
                nearest[column] = away, token
        return [(token, column) for column, (_, token) in nearest.items()]


def read_columns(line: str, tokens: Sequence[Token], order: Order | None) -> Columns | None:
    """The columns that a line announces; None if it is not the head of a table with several columns of values."""
    folded = fold(line)
    if holds_values(tokens) or (":" in folded and _SAYS_WHEN.search(folded)) or len(set(_WHEN.findall(folded))) > 1 or (_prose(tokens) and not _days_apart(tokens)):
        return None
    columns: list[Column] = []
    for cell in cells_of(tokens):
        columns += _of_cell(cell, folded, order)
    columns = _with_untitled(_dates_beside(columns), tokens)
    return Columns(tuple(columns), order=order) if len(columns) > 1 else None


def holds_values(tokens: Sequence[Token]) -> bool:
    """Whether numbers stand on a line, but for those of a title with its day: `D+28 (09-02-26)`."""
    if not any(token.kind in _FIGURES for token in tokens):
        return False
    if sum(token.kind == "date" for token in tokens) < _LEAST_DAYS or any(token.kind == "name" and token.hit and token.hit.ids for token in tokens):
        return True
    return not all(_titles_day(cell) for cell in cells_of(tokens) if any(token.kind in _FIGURES for token in cell))


def _titles_day(cell: Sequence[Token]) -> bool:
    """Whether a cell only names a day and numbers it: `D+28 (09-02-26)`."""
    return sum(token.kind == "date" for token in cell) == 1 and all(
        token.kind in ("date", "word", "sign", "flag") or (token.kind == "number" and token.word.isdigit()) for token in cell
    )


def _days_apart(tokens: Sequence[Token]) -> bool:
    """Whether two days or more stand on a line with a gap for each, as titles do and words of a sentence don't."""
    days = sum(token.kind == "date" for token in tokens)
    cells = cells_of(tokens)
    first = next((index for index, cell in enumerate(cells) if any(token.kind == "date" for token in cell)), len(cells))
    return days >= _LEAST_DAYS and first <= 1 and len(cells) > days


def _with_untitled(columns: list[Column], tokens: Sequence[Token]) -> list[Column]:
    """The columns with those between or behind days that a head calls something else (`Peak`), of which no value is taken."""
    dated = [column for column in columns if column.kind == "dated"]
    if len(dated) < _LEAST_DAYS or len(dated) != len(columns):
        return columns
    others = []
    for cell in cells_of(tokens):
        words = {token.word for token in cell if token.kind == "word"}
        inside = cell[0].start > dated[0].centre and all(token.kind in ("word", "sign") for token in cell)
        if inside and words and not words & _HEAD_WORDS and not words & NEUTRAL:
            others.append(Column("previous", (cell[0].start + cell[-1].end) / 2))
    return sorted((*columns, *others), key=lambda column: column.centre)


def cells_of(tokens: Sequence[Token]) -> list[list[Token]]:
    """The tokens of a line, parted where a gap is."""
    cells: list[list[Token]] = [[]]
    for token in tokens:
        if token.kind == "gap":
            cells.append([])
        else:
            cells[-1].append(token)
    return [cell for cell in cells if cell]


def _of_cell(cell: Sequence[Token], folded: str, order: Order | None) -> list[Column]:
    """The columns that one cell of a head announces: usually one or none, more where no gaps part them."""
    found: list[Column] = []
    if len(cell) > 1 and _REFERENCE & {token.word for token in cell}:
        return []  # `Valores de referencia` are not this person's
    for place, token in enumerate(cell):
        if token.kind == "date":
            if _labelled(cell[:place]):
                continue  # `Reported: 12/03/2026` in the head of the report dates no column
            match = DATE.match(folded, token.start)
            day = read_date(match, order) if match else None
            if match:
                found.append(_dated(found, token, day.isoformat() if day else None))
        elif token.kind in ("word", "flag"):
            kind = _kind(token.word)
            if kind:
                found.append(Column(kind, (token.start + token.end) / 2))
    return _merge(found)


def _labelled(before: Sequence[Token]) -> bool:
    """Whether the words before a date end in a colon and none of them titles a column of values."""
    words = [token.word for token in before if token.kind == "word"]
    colon = any(token.kind == "sign" and token.word == ":" for token in before)
    return colon and bool(words) and not any(_kind(word) for word in words)


def _dates_beside(columns: list[Column]) -> list[Column]:
    """A date in the cell beside `Previous` or `Result` dates that column, if it stands close."""
    found: list[Column] = []
    for column in columns:
        last = found[-1] if found else None
        if column.kind == "dated" and last and last.kind != "dated" and last.date is None and column.centre - last.centre < _BESIDE:
            found[-1] = Column(last.kind, (last.centre + column.centre) / 2, column.date)
        else:
            found.append(column)
    return found


def is_head(tokens: Sequence[Token]) -> bool:
    """Whether a line is the head of a table with one column of values: `Test  Result  Unit  Reference`."""
    words = {token.word for token in tokens if token.kind in ("word", "flag")}
    if words.isdisjoint(COLUMN_WORDS["value"]):
        return False
    kinds = {kind for kind in ("name", "value", "unit", "range") if words & COLUMN_WORDS[kind]}
    numbered = any(token.kind in ("number", "bound", "range", "date") for token in tokens)
    return len(kinds) >= 3 and not numbered and not _prose(tokens)


def has_method(tokens: Sequence[Token]) -> bool:
    """Whether the head of a table has a column that says how a test was measured."""
    return any(token.kind == "word" and token.word in COLUMN_WORDS["method"] for token in tokens)


def is_column_word(word: str) -> bool:
    """Whether a word stands in the heads of tables."""
    return word in _HEAD_WORDS


def range_first(tokens: Sequence[Token]) -> bool:
    """Whether the head of a table has its range to the left of its result."""
    kinds = []
    for cell in cells_of(tokens):
        words = {token.word for token in cell if token.kind in ("word", "flag")}
        dated = any(token.kind == "date" for token in cell)
        kinds.append("range" if words & _REFERENCE else "value" if dated or words & COLUMN_WORDS["value"] else "")
    return "range" in kinds and "value" in kinds and kinds.index("range") < kinds.index("value")


def _prose(tokens: Sequence[Token]) -> bool:
    """Whether the words of a line are mostly none that stand in the head of a table."""
    words = [token.word for token in tokens if token.kind == "word"]
    return sum(word not in _HEAD_WORDS and word not in NEUTRAL for word in words) > max(3, len(words) / 2)


def _kind(word: str) -> ColumnKind | None:
    if word in COLUMN_WORDS["previous"]:
        return "previous"
    return "value" if word in COLUMN_WORDS["value"] else None


def _dated(found: list[Column], token: Token, day: str | None) -> Column:
    """A date is a column of its own; right after `Previous` or `Result` it only dates that column."""
    centre = (token.start + token.end) / 2
    if found and found[-1].kind in ("previous", "value") and found[-1].date is None and centre - found[-1].centre < _BESIDE:
        last = found.pop()
        return Column(last.kind, (last.centre + centre) / 2, day)
    return Column("dated", centre, day)


def _merge(found: list[Column]) -> list[Column]:
    """`Previous Result` and `Current Value` are one column each."""
    merged: list[Column] = []
    for column in found:
        last = merged[-1] if merged else None
        if last and column.kind != "dated" and last.kind != "dated" and column.centre - last.centre < 14 and "value" in (last.kind, column.kind):
            kind: ColumnKind = "previous" if "previous" in (last.kind, column.kind) else "value"
            merged[-1] = Column(kind, (last.centre + column.centre) / 2, last.date or column.date)
        else:
            merged.append(column)
    return merged
