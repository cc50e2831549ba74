"""`Phrases`: many short alternatives searched as one pattern; only those whose words stand in the text are tried, and only where they can begin."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from sys import maxsize

from leukchat.safety.needed_words import alternatives
from leukchat.safety.word_index import Register, WordIndex, Words, numbers

_Part = str | Iterable[str]


def each(words: str, rest: str) -> tuple[str, ...]:
    """One alternative for each word or phrase of a list set apart by commas: only those that stand in a text are tried."""
    return tuple(rf"\b{word.strip()}{rest}" for word in words.split(","))


class Phrases:
    """Alternatives in order of preference. Finds what one pattern of them all would find: the leftmost match, and there the first alternative."""

    register = Register()

    def __init__(self, *parts: _Part) -> None:
        self.pattern = "|".join(part if isinstance(part, str) else "|".join(part) for part in parts)
        self.branches = tuple(alternatives(self.pattern))
        self._own = ((1 << len(self.branches)) - 1) << self.register.add(self.branches)
        self._filed: WordIndex | None = None

    @property
    def _index(self) -> WordIndex:
        if self._filed is None:
            self._filed = self.register.index()
        return self._filed

    def may_match(self, text: str) -> bool:
        """Whether the words of any alternative stand in a text."""
        return self._index.words(text).possible & self._own != 0

    def search(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """The leftmost match between two places; None when there is none."""
        index = self._filed or self._index
        words = index.words(text)
        own = words.possible & self._own
        return self._leftmost(index, own, words, text, start, end) if own else None

    def _leftmost(self, index: WordIndex, own: int, words: Words, text: str, start: int, end: int) -> re.Match[str] | None:
        which, best = next(index.matches(own, words, text, start, end), (0, None))
        loose = own & index.anywhere
        while loose:
            low = loose & -loose
            loose ^= low
            number = low.bit_length() - 1
            match = index.pattern(number).search(text, start, end)
            if match is not None and (best is None or (match.start(), number) < (best.start(), which)):
                best, which = match, number
        return best

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """A match that begins at `start`."""
        index = self._index
        words = index.words(text)
        own = words.possible & self._own
        if not own:
            return None
        here = index.anywhere
        for place, leads in zip(words.places, words.leads, strict=True):
            if place == start:
                here |= leads
        own &= here
        while own:
            low = own & -own
            own ^= low
            match = index.pattern(low.bit_length() - 1).match(text, start)
            if match is not None:
                return match
        return None

    def finditer(self, text: str, start: int = 0, end: int = maxsize) -> Iterator[re.Match[str]]:
        """Matches from left to right, without overlap."""
        while (match := self.search(text, start, end)) is not None:
            yield match
            start = max(match.end(), match.start() + 1)

    def blanked(self, text: str) -> str:
        """The text with every match as underscores, of the same length."""
        for match in self.finditer(text):
            text = text[: match.start()] + "_" * (match.end() - match.start()) + text[match.end() :]
        return text


def any_matches(bits: int, text: str) -> bool:
    """Whether one of some alternatives, given by their bits, matches in a text."""
    index = Phrases.register.index()
    words = index.words(text)
    bits &= words.possible
    if not bits:
        return False
    return next(index.matches(bits, words, text), None) is not None or any(index.pattern(number).search(text) for number in numbers(bits & index.anywhere))


def bits_of(phrases: Iterable[Phrases]) -> int:
    """The bits of all alternatives of some phrases."""
    bits = 0
    for one in phrases:
        bits |= one._own
    return bits


def possible_in(text: str) -> int:
    """The bits of all alternatives, of any phrases, whose words stand in a text."""
    return Phrases.register.index().words(text).possible


class Asked(Phrases):
    """Phrases that only questions are searched for. They are filed apart, so that the words of answers say nothing of them."""

    register = Register()
