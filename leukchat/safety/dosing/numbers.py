"""Numbers in a text: digits, words and ranges become one mark ("two and a half", "1/2", "50 to 75", "8:30", "1-0-1")."""

from __future__ import annotations

import re
from typing import NamedTuple

from leukchat.safety.dosing.words import NUMBER_WORDS

_FRACTIONS = frozenset("half quarter third halves quarters thirds".split())
_ORDINAL = frozenset(("st", "nd", "rd", "th"))
_JOINS = frozenset(("-", "/", "to", "or", "and", "–", "x"))


class Mark(NamedTuple):
    """One token: its class or word, and its place in the normalised text."""

    mark: str
    start: int
    end: int
    value: float = 0.0


def value_of(digits: str) -> float:
    plain = digits.replace(",", "") if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", digits) else digits.replace(",", ".")
    head, _, tail = plain.partition(".")
    return float(f"{head}.{tail.replace('.', '')}") if len(head) < 12 else 1e12


def _is_number(token: Mark) -> bool:
    return token.mark == "NUM" or (token.mark in NUMBER_WORDS and token.mark not in ("few", "couple"))


def join_number(tokens: list[Mark], index: int, out: list[Mark]) -> int:
    """Appends the number that begins at `index`; returns where the text goes on."""
    first = tokens[index]
    value = first.value if first.mark == "NUM" else float(NUMBER_WORDS[first.mark])
    count = len(tokens)
    after = index + 1
    if first.mark == "NUM" and after + 1 < count and tokens[after].mark == ":" and tokens[after + 1].mark == "NUM" and tokens[after + 1].start == tokens[after].end:
        out.append(Mark("CLOCK", first.start, tokens[after + 1].end))
        return after + 2
    if first.mark == "NUM" and after < count and tokens[after].mark in _ORDINAL:
        out.append(Mark("ORD", first.start, tokens[after].end))
        return after + 1
    while after < count:
        mark = tokens[after].mark
        if _is_number(tokens[after]) and mark != "NUM":
            after += 1
        elif mark in _JOINS and after + 1 < count and (_is_number(tokens[after + 1]) or tokens[after + 1].mark in _FRACTIONS) and _joins(tokens, after):
            after += 2
        elif mark == "and" and after + 2 < count and tokens[after + 1].mark == "a" and tokens[after + 2].mark in _FRACTIONS:
            after += 3
        else:
            break
    if after - index >= 5 and first.mark == "NUM" and tokens[after - 1].end - first.start >= 12 and all(token.mark in ("-", "NUM") for token in tokens[index:after]):
        out.append(Mark("PHONE", first.start, tokens[after - 1].end))
        return after
    parts = [token.value for token in tokens[index:after:2]]
    if after - index in (5, 7) and all(token.mark in ("-", "NUM") for token in tokens[index:after]) and max(parts) < 1000 and (0 in parts or max(parts) < 10):
        out.append(Mark("TRIAD", first.start, tokens[after - 1].end))
        return after
    mark = "one" if first.mark == "one" and after == index + 1 else "NUM"
    out.append(Mark(mark, first.start, tokens[after - 1].end, value))
    return after


def _joins(tokens: list[Mark], at: int) -> bool:
    """Whether "-", "/", "to", "or", "and" at a place join two numbers into one amount."""
    mark = tokens[at].mark
    if mark in ("-", "–"):
        return True
    if mark == "/":
        return tokens[at + 1].mark == "NUM" and tokens[at - 1].value < 100
    if mark == "and":
        return tokens[at + 1].mark in _FRACTIONS or tokens[at - 1].mark in ("hundred", "thousand")
    return mark in ("to", "or")
