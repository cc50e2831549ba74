"""Collects streamed text into units that can be judged: sentences, whole lists, whole tables."""

from __future__ import annotations

import re
from collections.abc import Iterator

_LISTED = re.compile(r"^\s*(?:[-*•]|\d+[.)])\s|^\s*\|")
# With its citation a sentence ends at once; without one, only when something else than a citation follows.
_SENTENCE = re.compile(r"[.!?。।][\"'”’)\]*_]*(?:(?:\s*\[\d+(?:,\s*\d+)*\])+(\s+)(?=\S|\0)|(\s+)(?=[^\s\[\0]))")
_ABBREVIATION = re.compile(r"(?:\b(?:e\.g|i\.e|vs|Dr|Mr|Mrs|Ms|approx|etc|No|St)|\b[A-Z]|^\s*\d+)\.$")
MAX_UNIT = 4000


class UnitBuffer:
    """Feed it text in any pieces; it yields whole units with their trailing white space.

    A list or table is one unit and ends at a blank line. `flush` yields what is left, always.
    """

    def __init__(self) -> None:
        self._text = ""

    def feed(self, piece: str) -> Iterator[str]:
        """Units that are complete now."""
        self._text += piece
        while (end := self._end()) is not None:
            unit, self._text = self._text[:end], self._text[end:]
            yield unit

    def flush(self) -> Iterator[str]:
        """The rest."""
        rest, self._text = self._text, ""
        if rest:
            yield rest

    def _end(self) -> int | None:
        if _LISTED.match(self._text):
            blank = re.search(r"\n\s*\n", self._text)
            return blank.end() if blank else (len(self._text) if len(self._text) > MAX_UNIT else None)
        for match in _SENTENCE.finditer(self._text + "\0"):
            head = self._text[: match.start() + 1]
            if _ABBREVIATION.search(head) and "\n" not in (match[1] or match[2]):
                continue
            if _LISTED.match(self._text[match.end() :]) and re.search(r":\s*$", head):
                continue
            return min(match.end(), len(self._text))
        blank = re.search(r"\n\s*\n", self._text)
        if blank:
            return blank.end()
        return len(self._text) if len(self._text) > MAX_UNIT else None
