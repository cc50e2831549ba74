"""Phrase families: rows that say how something is put in a sentence, and what excuses it.

Every pattern is bounded, so the time is linear in the length of the text. A sentence is searched
only for patterns whose words it has (`needed_words`), and once: an answer that is judged sentence
by sentence and again as a whole costs little more than once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import groupby

from leukchat.safety.needed_words import Keys, alternatives, keys_of, needed
from leukchat.safety.normalise import normalise
from leukchat.types import Action, Finding

_SENTENCE = re.compile(r"(?:[^.!?;\n\u0964]|\.(?=[\w])|(?<=\b(?:dr|mr|ms|vs|st))\.|(?<=\b(?:mrs))\.)+[.!?;\n\u0964]*")
_BEFORE = 80


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


@dataclass(frozen=True)
class _Part:
    """One alternative of a family's pattern; `family` is its place among the families."""

    family: int
    pattern: str
    others: tuple[Keys, ...]

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Matches in a text."""
        return _compiled(self.pattern).finditer(text)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Compiled at its first use: hundreds at once would keep the first person waiting."""
    return re.compile(pattern)


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


class _Index:
    """Alternatives filed under the keys that they cannot do without."""

    def __init__(self, parts: Sequence[tuple[int, str]]) -> None:
        self.parts: list[_Part] = []
        self._by_key: dict[str, list[int]] = {}
        self._always: list[int] = []
        for family, pattern in parts:
            groups = needed(pattern)
            for key in groups[0] if groups else ():
                self._by_key.setdefault(key, []).append(len(self.parts))
            if not groups:
                self._always.append(len(self.parts))
            self.parts.append(_Part(family, pattern, groups[1:]))
        self._keys = frozenset(self._by_key)

    def wanted(self, keys: Keys) -> list[_Part]:
        """The alternatives that a text with these keys may match, in order."""
        numbers = {number for key in keys & self._keys for number in self._by_key[key]}
        numbers.update(self._always)
        return [part for part in map(self.parts.__getitem__, sorted(numbers)) if not any(group.isdisjoint(keys) for group in part.others)]


class Families:
    """Families in order of rank, searched together. Compiled at the first search.

    What stands `after` (a refusal to help with it, say) is excused for all of them.
    """

    def __init__(self, families: Sequence[Family], after: re.Pattern[str] | None = None) -> None:
        self._families = tuple(families)
        self._after = after
        self._first_in = lru_cache(maxsize=1024)(self._search)

    def first(self, text: str) -> tuple[Finding, ...]:
        """A block for the first sentence that a family holds for; empty when none does."""
        found = sentences(text)
        for place, one in enumerate(found):
            after = found[place + 1] if place + 1 < len(found) else None
            hit = self._first_in(one.text, after.text if after and one.start + len(one.text) == after.start else "")
            if hit is not None:
                number, start, end = hit
                start, end = normalise(text).span(one.start + start, one.start + end)
                family = self._families[number]
                return (Finding(rule=family.rule, action=Action.block, start=start, end=end, message=family.message),)
        return ()

    @cached_property
    def _indexes(self) -> tuple[_Index, _Index]:
        """The alternatives of the families that look at one sentence, and of those that look at two."""
        rows = [(family.pair, (number, one)) for number, family in enumerate(self._families) for one in alternatives(family.pattern)]
        return _Index([row for pair, row in rows if not pair]), _Index([row for pair, row in rows if pair])

    def _search(self, text: str, after: str) -> tuple[int, int, int] | None:
        """The first family that holds for a sentence, or for it and the next, with the span of what it found."""
        keys = keys_of(text)
        alone, pairs = self._indexes
        wanted = [(part, text) for part in alone.wanted(keys)] + [(part, text + after) for part in pairs.wanted(keys | keys_of(after) if after else keys)]
        wanted.sort(key=lambda row: row[0].family)
        for number, rows in groupby(wanted, lambda row: row[0].family):
            family = self._families[number]
            spans = [(*span, whole) for part, whole in rows if (span := self._matched(part, family, whole)) is not None]
            if spans and not (family.unless is not None and family.unless.search(spans[0][2])):
                start, end, _ = min(spans)
                return number, start, end
        return None

    def _matched(self, part: _Part, family: Family, text: str) -> tuple[int, int] | None:
        """The first match that what stands before it allows."""
        for match in part.finditer(text):
            start, end = max(0, match.start() - _BEFORE), match.start()
            if not any(excuse and excuse.search(text, start, end) for excuse in (family.before, self._after)) and (family.lead is None or family.lead.search(text, start, end)):
                return match.span()
        return None
