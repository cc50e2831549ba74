"""Phrase families: rows that say how something is put in a sentence, and what excuses it.

Every pattern is bounded, so the time is linear in the length of the text. A sentence is searched
only for patterns whose words it has (`needed_words`), and once: an answer that is judged sentence
by sentence and again as a whole costs little more than once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

from leukchat.safety.needed_words import alternatives
from leukchat.safety.normalise import normalise
from leukchat.safety.refuted import refuted
from leukchat.safety.word_index import Register
from leukchat.types import Action, Finding

_SENTENCE = re.compile(r"(?:[^.!?;\n\u0964]++|\.(?=[\w])|(?<=\b(?:dr|mr|ms|vs|st))\.|(?<=\b(?:mrs))\.)++[.!?;\n\u0964]*+")
_BEFORE = 80
QUESTIONS, ANSWERS = Register(), Register()
"""The patterns of all families that look at questions, and of all that look at answers."""


@dataclass(frozen=True)
class Sentence:
    """One sentence of a normalised text, and where it begins there."""

    text: str
    start: int


@dataclass(frozen=True)
class Family:
    """One way of saying something: a pattern over normalised text.

    `lead` must end where a match begins; `before` must not. `unless` excuses a sentence that holds
    it. `pair` looks at two sentences together.
    """

    rule: str
    message: str
    pattern: str
    unless: re.Pattern[str] | None = None
    before: re.Pattern[str] | None = None
    pair: bool = False
    lead: re.Pattern[str] | None = None


def rx(*parts: str) -> str:
    """One pattern from alternatives."""
    return "|".join(parts)


def one_of(*alternatives: str) -> str:
    """A group of alternatives, to be named and put into patterns."""
    return "(?:" + "|".join(alternatives) + ")"


@lru_cache(maxsize=256)
def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text as normalised."""
    return tuple(_sentences(normalise(text).text))


def _sentences(plain: str) -> Iterator[Sentence]:
    for match in _SENTENCE.finditer(plain):
        if match[0].strip():
            yield Sentence(match[0], match.start())


class Families:
    """Families in order of rank, searched together. Compiled at the first search.

    What stands `after` (a refusal to help with it, say) is excused for all of them; with `told`,
    so is what somebody else claims and the text refutes.
    """

    def __init__(self, families: Sequence[Family], register: Register, after: re.Pattern[str] | None = None, *, told: bool = False) -> None:
        self._families = tuple(families)
        self._after = after
        self._told = told
        rows = [(number, one) for number, family in enumerate(families) for one in alternatives(family.pattern)]
        pairs = sum(1 << place for place, (number, _) in enumerate(rows) if families[number].pair)
        self._family_of = [number for number, _ in rows]
        self._register = register
        self._first_row = register.add([one for _, one in rows], pairs)
        self._pairs = pairs << self._first_row
        self._first_in = lru_cache(maxsize=1024)(self._search)

    def first(self, text: str) -> tuple[Finding, ...]:
        """A block for the first sentence that a family holds for; empty when none does."""
        found = sentences(text)
        for place, one in enumerate(found):
            after = found[place + 1] if place + 1 < len(found) else None
            hit = self._first_in(one.text, after.text if after and one.start + len(one.text) == after.start else "")
            if hit is not None:
                number, start, end = hit
                normal = normalise(text)
                if self._told and refuted(normal.text, one.start + start, one.start + end):
                    continue
                start, end = normal.span(one.start + start, one.start + end)
                family = self._families[number]
                return (Finding(rule=family.rule, action=Action.block, start=start, end=end, message=family.message),)
        return ()

    def _search(self, text: str, after: str) -> tuple[int, int, int] | None:
        """The first family that holds for a sentence, or for it and the next, with the span of what it found."""
        hits = self._hits(text, after)
        for number, matches in groupby(sorted(hits, key=itemgetter(0)), key=itemgetter(0)):
            family = self._families[number]
            whole = text + after if family.pair else text
            spans = [span for _, match in matches if (span := self._span(match, family, whole)) is not None]
            if spans and not (family.unless is not None and family.unless.search(whole)):
                start, end = min(spans)
                return number, start, end
        return None

    def _hits(self, text: str, after: str) -> list[tuple[int, re.Match[str]]]:
        """The first match of each pattern in a sentence, or in it and the next, with the family."""
        index = self._register.index()
        first, count = self._first_row, len(self._family_of)
        hits = [(self._family_of[row - first], match) for row, match in index.hits(text).items() if first <= row < first + count]
        if self._pairs:
            hits += [(self._family_of[row - first], match) for row, match in index.hits_of_two(self._pairs, text, after).items()]
        return hits

    def _span(self, match: re.Match[str], family: Family, text: str) -> tuple[int, int] | None:
        """The span of the first match that what stands before it allows."""
        if self._allowed(match, family, text):
            return match.span()
        return next((one.span() for one in match.re.finditer(text) if one.start() > match.start() and self._allowed(one, family, text)), None)

    def _allowed(self, match: re.Match[str], family: Family, text: str) -> bool:
        start, end = max(0, match.start() - _BEFORE), match.start()
        if any(excuse is not None and excuse.search(text, start, end) for excuse in (family.before, self._after)):
            return False
        return family.lead is None or family.lead.search(text, start, end) is not None
