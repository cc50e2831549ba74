"""Numbers told before their name in a clause of their own: `589 neutrófilos`, `hoy 8,4 de hemoglobina y 34.000 plaquetas`."""

from __future__ import annotations

from collections.abc import Sequence

from leukchat.labs.readers import RawRow
from leukchat.labs.readers.grammar import Token
from leukchat.labs.readers.rows import read_segment
from leukchat.labs.readers.segments import Segment
from leukchat.labs.readers.sentences import before_number
from leukchat.labs.readers.vocabulary import INTRODUCTIONS, LINKS, NEUTRAL

SAID = "The number stands before its name; please check that they belong together."
_ENDS = frozenset((",", ";", ".", "!", "?", ")", ":", "-"))
_AND = frozenset("and y e et und i".split())
_OF = frozenset("de of di d' von do da du des del".split())
_LEADING = frozenset("with and including incl waarvan con com avec mit dont davon dei delle cui de los das von y e et und".split())
_LEAST = 100  # a smaller whole number without a unit may count bags, days or tests


def read_numbers_first(parts: Sequence[Token], source: str) -> list[RawRow]:
    """The rows of such clauses of a line; each carries a warning."""
    rows: list[RawRow] = []
    for index, name in enumerate(parts):
        if name.kind != "name" or name.hit is None or not name.hit.ids or "blasts" in name.hit.ids[0] or not _ended(parts, index + 1):
            continue
        at = index - 1
        between: list[Token] = []
        while at >= 0 and (parts[at].kind == "unit" or parts[at].word in _OF):
            between += [parts[at]] if parts[at].kind == "unit" else []
            at -= 1
        if at < 0 or parts[at].kind != "number" or not _opened(parts, at):
            continue
        number = parts[at]
        if not between and number.word.isdigit() and int(number.word) < _LEAST:
            continue
        rows += read_segment(Segment(name.text, name.hit.ids, [number, *between], warnings=(SAID,), start=name.start), source)
    return rows


def _ended(parts: Sequence[Token], index: int) -> bool:
    """Whether the clause ends at `index`."""
    return index >= len(parts) or parts[index].kind == "gap" or parts[index].word in _ENDS or parts[index].word in _AND


def _opened(parts: Sequence[Token], at: int) -> bool:
    """Whether only words that may lead to a value stand in the clause before the number at `at`."""
    led = False
    for token in reversed(parts[:at]):
        if led and token.kind in ("unit", "number", "name"):
            return True  # `143,000/mm3 with 54% neutrophils`
        if token.word in _LEADING:
            led = True
            continue
        if token.kind == "gap" or (token.kind == "sign" and token.word in _ENDS):
            return True
        if token.kind != "word" or not (token.word in NEUTRAL or token.word in LINKS or token.word in INTRODUCTIONS or token.word in _AND or before_number(token.word)):
            return False
        if token.word in _AND:
            return True
    return True
