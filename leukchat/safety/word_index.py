"""Patterns filed under the words that they cannot do without: one pass over a text's words says which of hundreds can match, and where.

A sentence has a dozen words, the rules have two thousand alternatives; each has a bit. What a word says of all of
them is worked out when it is first met, and kept: which needs it meets, and which patterns can begin with it
(`needed_words`). A pattern is then tried at those words only, not at every letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import compress
from sys import maxsize
from threading import Lock
from typing import NamedTuple

from leukchat.safety.needed_words import GROUPS, read
from leukchat.safety.word_keys import BEGINNING, word_keys

_MOST_PIECES = 30_000
_LONGEST_PIECE = 40
"""Pieces of text between spaces that are kept, and their letters, at most."""
_Said = tuple[int, tuple[tuple[int, int], ...]]
_TOKEN = re.compile(r"\w+|[^\w\s]|\n")


class Words(NamedTuple):
    """What the words of a text say.

    `met` has a bit for each pattern and group of its needs, `possible` one for each pattern whose needs are all met.
    At `places` possible patterns can begin: those of which `leads` has the bits.
    """

    met: int
    possible: int
    places: tuple[int, ...]
    leads: tuple[int, ...]


class WordIndex:
    """Patterns in order, each with one bit; `spanning` are those that look at a text and the next together."""

    def __init__(self, patterns: Sequence[str], spanning: int = 0) -> None:
        self._patterns = patterns
        self._size = len(patterns)
        self._spanning = spanning
        self._all = (1 << self._size) - 1
        self._needs: dict[str, int] = {}
        self._leads: dict[str, int] = {}
        self._unasked = 0
        self.anywhere = 0
        """Patterns that do not say how they begin."""
        self._kept: dict[str, _Said] = {}
        self._compiled: list[re.Pattern[str] | None] = [None] * self._size
        self.words = lru_cache(maxsize=2048)(self._words)
        self.hits = lru_cache(maxsize=1024)(self._hits)
        """The first match in a text of each pattern that looks at one text alone, by the pattern's number."""
        for number, pattern in enumerate(patterns):
            self._file(number, pattern)

    def _file(self, number: int, pattern: str) -> None:
        groups, leads = read(pattern)
        for group in range(GROUPS):
            bit = 1 << (group * self._size + number)
            for key in groups[group] if group < len(groups) else ():
                self._needs[key] = self._needs.get(key, 0) | bit
            self._unasked |= 0 if group < len(groups) else bit
        for key in leads:
            self._leads[key] = self._leads.get(key, 0) | 1 << number
        self.anywhere |= 0 if leads else 1 << number

    def _words(self, text: str) -> Words:
        met, kept = self._unasked, self._kept
        places, leads = [0], [self._leads.get(BEGINNING, 0)]
        start = 0
        for piece in text.split(" "):
            meets, begins = kept.get(piece) or self._said_by(piece)
            met |= meets
            for offset, bits in begins:
                places.append(start + offset)
                leads.append(bits)
            start += len(piece) + 1
        possible = self.possible(met)
        wanted = possible | self._spanning
        here = [begins & wanted for begins in leads]
        return Words(met, possible, tuple(compress(places, here)), tuple(filter(None, here)))

    def _hits(self, text: str) -> dict[int, re.Match[str]]:
        words = self.words(text)
        hits: dict[int, re.Match[str]] = {}
        self._add(hits, words.possible & ~self._spanning, text, words)
        return hits

    def hits_of_two(self, bits: int, text: str, after: str) -> dict[int, re.Match[str]]:
        """The first match of each of some spanning patterns in a text and the next, by the pattern's number."""
        words, following = self.words(text), self.words(after)
        bits &= self.possible(words.met | following.met)
        hits: dict[int, re.Match[str]] = {}
        if bits:
            self._add(hits, bits, text + after, words)
            for number, match in self.matches(bits, following, text + after, shift=len(text)):
                hits.setdefault(number, match)
        return hits

    def _add(self, hits: dict[int, re.Match[str]], bits: int, text: str, words: Words) -> None:
        for number, match in self.matches(bits, words, text):
            hits.setdefault(number, match)
        for number in numbers(bits & self.anywhere):
            if (found := self.pattern(number).search(text)) is not None:
                hits[number] = found

    def _said_by(self, piece: str) -> _Said:
        """What is kept of a piece without spaces: the needs that its words and marks meet, and where in it which patterns can begin."""
        meets, begins = 0, []
        for match in _TOKEN.finditer(piece):
            leads = 0
            for key in word_keys(match[0]):
                meets |= self._needs.get(key, 0)
                leads |= self._leads.get(key, 0)
            if leads:
                begins.append((match.start(), leads))
        said = meets, tuple(begins)
        if len(self._kept) < _MOST_PIECES and len(piece) <= _LONGEST_PIECE:
            self._kept[piece] = said
        return said

    def possible(self, met: int) -> int:
        """The patterns all of whose needs are met."""
        return met & (met >> self._size) & (met >> 2 * self._size) & self._all

    def pattern(self, number: int) -> re.Pattern[str]:
        """A pattern, compiled at its first use: hundreds at once would keep the first person waiting."""
        found = self._compiled[number]
        if found is None:
            found = self._compiled[number] = re.compile(self._patterns[number])
        return found

    def compile(self) -> None:
        """Compiles all patterns now."""
        for number in range(self._size):
            self.pattern(number)

    def matches(self, bits: int, words: Words, text: str, start: int = 0, end: int = maxsize, shift: int = 0) -> Iterator[tuple[int, re.Match[str]]]:
        """Matches of patterns at the words that they can begin with, from left to right and at each in order; `shift` is where the words' text begins in `text`."""
        compiled = self._compiled
        for place, leads in zip(words.places, words.leads, strict=True):
            here = leads & bits
            place += shift
            if place < start:
                continue
            while here:
                low = here & -here
                here ^= low
                number = low.bit_length() - 1
                match = (compiled[number] or self.pattern(number)).match(text, place, end)
                if match is not None:
                    yield number, match


class Register:
    """Collects patterns while modules are imported; they are filed in one index at the first search."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._spanning = 0
        self._patterns: tuple[str, ...] = ()
        self._index: WordIndex | None = None

    def add(self, patterns: Sequence[str], spanning: int = 0) -> int:
        """Takes patterns in; the number of the first of them, which the others follow; `spanning` has a bit for each that looks at two texts together."""
        with self._lock:
            first = len(self._patterns)
            self._patterns += tuple(patterns)
            self._spanning |= spanning << first
            self._index = None
            return first

    def index(self) -> WordIndex:
        """An index of all that has been added so far."""
        if self._index is not None:
            return self._index
        with self._lock:
            if self._index is None:
                self._index = WordIndex(self._patterns, self._spanning)
            return self._index


def numbers(bits: int) -> Iterator[int]:
    """The numbers of the bits that are set, in order."""
    while bits:
        low = bits & -bits
        yield low.bit_length() - 1
        bits ^= low
