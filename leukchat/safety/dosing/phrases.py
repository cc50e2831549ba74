"""`Phrases`: many short alternatives searched as one pattern; only those whose words stand in the text are tried.

A sentence has a dozen words, the rules have two thousand alternatives. Each alternative is filed
under the beginnings of words that it cannot do without (`needed_words`); a word's file is a bit mask,
so a sentence's candidates are the union of its words' masks, found once for all patterns.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from sys import maxsize
from threading import Lock

from leukchat.safety.needed_words import alternatives, needed, word_keys

_WORD = re.compile(r"\w+")
_Part = str | Iterable[str]
_MOST_WORDS = 20_000


class _Register:
    """All alternatives of all patterns; one bit each. `first` and `second` file them under their two rarest groups of words."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._waiting: list[Phrases] = []
        self._words: dict[str, tuple[int, int]] = {}
        self.first: dict[str, int] = {}
        self.second: dict[str, int] = {}
        self.free_first = 0
        self.free_second = 0
        self.count = 0

    def expect(self, phrases: Phrases) -> None:
        """Remembers a pattern, to be filed before the next search."""
        with self._lock:
            self._waiting.append(phrases)

    def file(self) -> None:
        """Files the patterns that wait; from then on every word's masks are made anew."""
        with self._lock:
            for phrases in self._waiting:
                phrases.filed(self.count)
                for branch in phrases.branches:
                    self._add(branch)
            self._waiting.clear()
            self._words = {}
            _candidates.cache_clear()

    def _add(self, pattern: str) -> None:
        bit = 1 << self.count
        self.count += 1
        groups = needed(pattern)
        for key in groups[0] if groups else ():
            self.first[key] = self.first.get(key, 0) | bit
        for key in groups[1] if len(groups) > 1 else ():
            self.second[key] = self.second.get(key, 0) | bit
        self.free_first |= 0 if groups else bit
        self.free_second |= 0 if len(groups) > 1 else bit

    def masks(self, word: str) -> tuple[int, int]:
        """The alternatives that a word may belong to, by first and by second group."""
        found = self._words.get(word)
        if found is None:
            first = second = 0
            for key in word_keys(word):
                first |= self.first.get(key, 0)
                second |= self.second.get(key, 0)
            found = (first, second)
            if len(self._words) < _MOST_WORDS:
                self._words[word] = found
        return found


_REGISTER = _Register()


@lru_cache(maxsize=2048)
def _candidates(text: str) -> int:
    """The alternatives that a text may match, as bits."""
    first, second = _REGISTER.free_first, _REGISTER.free_second
    for word in set(_WORD.findall(text)):
        masks = _REGISTER.masks(word)
        first |= masks[0]
        second |= masks[1]
    return first & second


def each(words: str, rest: str) -> tuple[str, ...]:
    """One alternative for each word or phrase of a list set apart by commas: only those that stand in a text are tried."""
    return tuple(rf"\b{word.strip()}{rest}" for word in words.split(","))


class Phrases:
    """Alternatives in order of preference. Finds what one pattern of them all would find: the leftmost match, and there the first alternative."""

    def __init__(self, *parts: _Part) -> None:
        self.pattern = "|".join(part if isinstance(part, str) else "|".join(part) for part in parts)
        self.branches = tuple(alternatives(self.pattern))
        self.first_bit = 0
        self._own = 0
        self._compiled: list[re.Pattern[str] | None] = [None] * len(self.branches)
        _REGISTER.expect(self)

    def filed(self, first_bit: int) -> None:
        """Takes note of the bit of the first alternative; the others follow."""
        self.first_bit = first_bit
        self._own = ((1 << len(self.branches)) - 1) << first_bit

    def _wanted(self, text: str) -> Sequence[re.Pattern[str]]:
        """The compiled alternatives that a text may match, in order."""
        if not self._own:
            _REGISTER.file()
        bits = _candidates(text) & self._own
        if not bits:
            return ()
        bits >>= self.first_bit
        found: list[re.Pattern[str]] = []
        while bits:
            place = (bits & -bits).bit_length() - 1
            bits &= bits - 1
            pattern = self._compiled[place]
            if pattern is None:
                pattern = self._compiled[place] = re.compile(self.branches[place])
            found.append(pattern)
        return found

    def may_match(self, text: str) -> bool:
        """Whether the words of any alternative stand in a text."""
        return bool(self._wanted(text) if not self._own else _candidates(text) & self._own)

    def search(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """The leftmost match between two places; None when there is none."""
        if self._own and not _candidates(text) & self._own:
            return None
        best: re.Match[str] | None = None
        for pattern in self._wanted(text):
            match = pattern.search(text, start, end)
            if match is not None and (best is None or match.start() < best.start()):
                best = match
        return best

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """A match that begins at `start`."""
        for pattern in self._wanted(text):
            match = pattern.match(text, start)
            if match is not None:
                return match
        return None

    def finditer(self, text: str, start: int = 0, end: int = maxsize) -> Iterator[re.Match[str]]:
        """Matches from left to right, without overlap."""
        wanted = self._wanted(text)
        if not wanted:
            return
        ahead = [pattern.search(text, start, end) for pattern in wanted]
        while True:
            best: re.Match[str] | None = None
            for number, match in enumerate(ahead):
                if match is not None and match.start() < start:
                    match = ahead[number] = wanted[number].search(text, start, end)
                if match is not None and (best is None or match.start() < best.start()):
                    best = match
            if best is None:
                return
            yield best
            start = max(best.end(), best.start() + 1)

    def blanked(self, text: str) -> str:
        """The text with every match as underscores, of the same length."""
        for match in self.finditer(text):
            text = text[: match.start()] + "_" * (match.end() - match.start()) + text[match.end() :]
        return text
