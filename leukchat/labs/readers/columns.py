"""The head of a table: which columns hold results, which of them are old ones, and which have dates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from leukchat.labs.dates import DATE, Order, read_date
from leukchat.labs.folding import fold
from leukchat.labs.readers.grammar import Token
from leukchat.labs.readers.vocabulary import COLUMN_WORDS

ColumnKind = Literal["value", "previous", "dated"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column that holds values; `centre` is where its title stands."""

    kind: ColumnKind
    centre: float
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Columns:
    """The value columns of a table from left to right."""

    columns: tuple[Column, ...]

    def assign(self, values: Sequence[Token]) -> list[tuple[Token, Column]]:
        """Each value with its column: in order where the numbers agree, else by the nearest title."""
        if len(values) == len(self.columns):
            return list(zip(values, self.columns, strict=True))
        taken: dict[Column, Token] = {}
        for token in values:
            centre = (token.start + token.end) / 2
            nearest = min(self.columns, key=lambda column: abs(column.centre - centre))
            taken.setdefault(nearest, token)
        return [(token, column) for column, token in taken.items()]


def read_columns(line: str, tokens: Sequence[Token], order: Order | None) -> Columns | None:
    """The columns that a line announces; None if it is not the head of a table with several columns of values."""
    folded = fold(line)
    if any(token.kind in ("number", "bound", "range") for token in tokens):
        return None
    found: list[Column] = []
    for token in tokens:
        if token.kind == "date":
            match = DATE.match(folded, token.start)
            day = read_date(match, order) if match else None
            if match:
                found.append(_dated(found, token, day.isoformat() if day else None))
        elif token.kind in ("word", "flag"):
            kind = _kind(token.word)
            if kind:
                found.append(Column(kind, (token.start + token.end) / 2))
    columns = _merge([column for column in found if column.kind])
    return Columns(tuple(columns)) if len(columns) > 1 else None


def _kind(word: str) -> ColumnKind | None:
    if word in COLUMN_WORDS["previous"]:
        return "previous"
    return "value" if word in COLUMN_WORDS["value"] else None


def _dated(found: list[Column], token: Token, day: str | None) -> Column:
    """A date is a column of its own; right after `Previous` or `Result` it only dates that column."""
    centre = (token.start + token.end) / 2
    if found and found[-1].kind in ("previous", "value") and found[-1].date is None and centre - found[-1].centre < 22:
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
