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

from leukchat.safety.needed_words import alternatives, needed, word_keys
from leukchat.safety.normalise import normalise
from leukchat.safety.refuted import refuted
from leukchat.types import Action, Finding

_SENTENCE = re.compile(r"(?:[^.!?;\n\u0964]|\.(?=[\w])|(?<=\b(?:dr|mr|ms|vs|st))\.|(?<=\b(?:mrs))\.)+[.!?;\n\u0964]*")
_BEFORE = 80
_WORD = re.compile(r"\w+")
GROUPS = 4  # groups of keys that are asked for, at most
MOST_WORDS = 20_000  # words whose masks are kept
Masks = tuple[int, int, int, int]


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


@lru_cache(maxsize=512)
def words_in(text: str) -> frozenset[str]:
    """The different words of a text."""
    return frozenset(_WORD.findall(text))


@lru_cache(maxsize=256)
def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text as normalised."""
    return tuple(_sentences(normalise(text).text))


def _sentences(plain: str) -> Iterator[Sentence]:
    for match in _SENTENCE.finditer(plain):
        if match[0].strip():
            yield Sentence(match[0], match.start())


class _Index:
    """Alternatives filed under the keys that they cannot do without: one bit each, in one mask for each of their groups of keys.

    A row is the family's number, whether it looks at two sentences together, and the pattern.
    """

    def __init__(self, rows: Sequence[tuple[int, bool, str]]) -> None:
        self.rows = tuple(rows)
        self._filed: tuple[dict[str, int], ...] = tuple({} for _ in range(GROUPS))
        self._free = [0] * GROUPS
        self._pairs = 0
        self._words: dict[str, Masks] = {}
        self._of = lru_cache(maxsize=1024)(self._masks_of)
        for place, (_, pair, pattern) in enumerate(self.rows):
            bit, groups = 1 << place, needed(pattern)
            self._pairs |= bit if pair else 0
            for number, filed in enumerate(self._filed):
                for key in groups[number] if number < len(groups) else ():
                    filed[key] = filed.get(key, 0) | bit
                self._free[number] |= 0 if number < len(groups) else bit

    def _masks(self, word: str) -> Masks:
        """The alternatives that a word may belong to, by group."""
        found = []
        for filed in self._filed:
            mask = 0
            for key in word_keys(word):
                mask |= filed.get(key, 0)
            found.append(mask)
        masks = (found[0], found[1], found[2], found[3])
        if len(self._words) < MOST_WORDS:
            self._words[word] = masks
        return masks

    def _masks_of(self, text: str) -> Masks:
        """The alternatives that the words of a text may belong to, by group."""
        first, second, third, fourth = self._free
        known = self._words
        for word in words_in(text):
            one, two, three, four = known.get(word) or self._masks(word)
            first |= one
            second |= two
            third |= three
            fourth |= four
        return first, second, third, fourth

    def wanted(self, text: str, after: str) -> Iterator[tuple[int, bool, str]]:
        """The rows that a sentence, or it and the next, may match, in order."""
        one, two, three, four = self._of(text)
        bits = one & two & three & four
        if after:
            first, second, third, fourth = self._of(after)
            bits = (bits & ~self._pairs) | ((one | first) & (two | second) & (three | third) & (four | fourth) & self._pairs)
        while bits:
            yield self.rows[(bits & -bits).bit_length() - 1]
            bits &= bits - 1


class Families:
    """Families in order of rank, searched together. Compiled at the first search.

    What stands `after` (a refusal to help with it, say) is excused for all of them; with `told`,
    so is what somebody else claims and the text refutes.
    """

    def __init__(self, families: Sequence[Family], after: re.Pattern[str] | None = None, *, told: bool = False) -> None:
        self._families = tuple(families)
        self._after = after
        self._told = told
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

    @cached_property
    def _index(self) -> _Index:
        return _Index([(number, family.pair, one) for number, family in enumerate(self._families) for one in alternatives(family.pattern)])

    def _search(self, text: str, after: str) -> tuple[int, int, int] | None:
        """The first family that holds for a sentence, or for it and the next, with the span of what it found."""
        both = text + after
        for number, rows in groupby(self._index.wanted(text, after), _number):
            family = self._families[number]
            whole = both if family.pair else text
            spans = [span for _, _, pattern in rows if (span := self._matched(pattern, family, whole)) is not None]
            if spans and not (family.unless is not None and family.unless.search(whole)):
                start, end = min(spans)
                return number, start, end
        return None

    def _matched(self, pattern: str, family: Family, text: str) -> tuple[int, int] | None:
        """The first match that what stands before it allows."""
        compiled = _compiled(pattern)
        match = compiled.search(text)
        if match is None:
            return None
        if self._allowed(match, family, text):
            return match.span()
        return next((one.span() for one in compiled.finditer(text) if one.start() > match.start() and self._allowed(one, family, text)), None)

    def _allowed(self, match: re.Match[str], family: Family, text: str) -> bool:
        start, end = max(0, match.start() - _BEFORE), match.start()
        if any(excuse is not None and excuse.search(text, start, end) for excuse in (family.before, self._after)):
            return False
        return family.lead is None or family.lead.search(text, start, end) is not None


def _number(row: tuple[int, bool, str]) -> int:
    return row[0]
