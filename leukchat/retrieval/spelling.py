"""Mends misspelt words of a query against the words of the indexed texts."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache

from leukchat.retrieval.synonyms import known_words, other_names

_WORD = re.compile(r"[A-Za-z]{5,}")


class Speller:
    """Replaces a misspelt word by its nearest known word: by the synonym table's, if it lists the misspelling, else by the index's.

    One edit is allowed for words of 5 to 7 letters, two for longer ones (Damerau-Levenshtein);
    the first letter must stay, and plain English forms of known words are left alone.
    """

    def __init__(self, vocabulary: Collection[str]) -> None:
        self._vocabulary = frozenset(vocabulary)
        self._known = self._vocabulary | known_words()
        self._by_initial: dict[str, list[str]] = {}
        for word in sorted(vocabulary):
            if len(word) >= 5:
                self._by_initial.setdefault(word[0], []).append(word)
        self._nearest = cache(self._find)

    def correct(self, query: str) -> str:
        """The query with misspelt words mended; everything else is left as it is."""
        return _WORD.sub(lambda match: self._nearest(match[0].lower()) or match[0], query)

    def _find(self, word: str) -> str | None:
        from rapidfuzz import process
        from rapidfuzz.distance import DamerauLevenshtein

        if word in self._vocabulary or _is_inflected(word, self._known):
            return None
        listed = [other for other in other_names(word) if other in self._vocabulary and DamerauLevenshtein.distance(word, other) <= 2]
        if listed or word in self._known:
            return listed[0] if listed else None
        edits = 1 if len(word) <= 7 else 2
        found = process.extractOne(word, self._by_initial.get(word[0], ()), scorer=DamerauLevenshtein.distance, score_cutoff=edits)
        return str(found[0]) if found else None


def _is_inflected(word: str, known: frozenset[str]) -> bool:
    return any(word.endswith(end) and (word[: -len(end)] in known or word[: -len(end)] + "e" in known) for end in ("s", "es", "ed", "d", "ing", "er", "ly"))
