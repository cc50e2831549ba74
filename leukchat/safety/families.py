"""Phrase families: rows that say which words must stand in a sentence together, and what excuses them.

A family is cheap to rule out: a sentence that shares no word beginning with any of its `needs` is
never searched. Every pattern is bounded, so the time is linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from leukchat.safety.normalise import normalise
from leukchat.types import Action, Finding

_SENTENCE = re.compile(r"(?:[^.!?;\n\u0964]|\.(?=[\w])|(?<=\b(?:dr|mr|ms|vs|st))\.|(?<=\b(?:mrs))\.)+[.!?;\n\u0964]*")
_WORD = re.compile(r"[^\W_]+")
STEM = 4


@dataclass(frozen=True)
class Sentence:
    """One sentence of a normalised text, where it begins there, and the first letters of its words."""

    text: str
    start: int
    stems: frozenset[str]


@dataclass(frozen=True)
class Family:
    """One way of saying something.

    `needs`: from each group a word must stand in the sentence, by its first four letters. `unless`
    excuses a sentence that holds it; `before` one where it ends just before the match; `pair` looks
    at two sentences together.
    """

    rule: str
    message: str
    pattern: re.Pattern[str]
    needs: tuple[frozenset[str], ...] = ()
    unless: re.Pattern[str] | None = None
    before: re.Pattern[str] | None = None
    pair: bool = False


def stems(words: str) -> frozenset[str]:
    """A group for `needs` from words set apart by spaces."""
    return frozenset(word[:STEM] for word in words.split())


def rx(*parts: str) -> re.Pattern[str]:
    """One pattern from alternatives over normalised text."""
    return re.compile("|".join(parts))


@lru_cache(maxsize=256)
def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text as normalised."""
    return tuple(_sentences(normalise(text).text))


def _sentences(plain: str) -> Iterator[Sentence]:
    for match in _SENTENCE.finditer(plain):
        if match[0].strip():
            yield Sentence(match[0], match.start(), frozenset(word[:STEM] for word in _WORD.findall(match[0])))


def first_finding(families: Sequence[Family], text: str) -> tuple[Finding, ...]:
    """A block for the first sentence that a family holds for; empty when none does."""
    found = sentences(text)
    for position, one in enumerate(found):
        after = found[position + 1] if position + 1 < len(found) else None
        for family in families:
            whole = one
            if family.pair and after is not None:
                whole = Sentence(one.text + after.text, one.start, one.stems | after.stems) if one.start + len(one.text) == after.start else one
            span = _search(family, whole)
            if span is not None:
                start, end = normalise(text).span(*span)
                return (Finding(rule=family.rule, action=Action.block, start=start, end=end, message=family.message),)
    return ()


def _search(family: Family, sentence: Sentence) -> tuple[int, int] | None:
    if any(group.isdisjoint(sentence.stems) for group in family.needs):
        return None
    for match in family.pattern.finditer(sentence.text):
        if family.unless is not None and family.unless.search(sentence.text):
            return None
        if family.before is None or not family.before.search(sentence.text[max(0, match.start() - 80) : match.start()]):
            return sentence.start + match.start(), sentence.start + match.end()
    return None
