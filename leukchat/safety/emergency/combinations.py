"""Signs that need several meanings to stand together, within reach and each said as so."""

from __future__ import annotations

from collections.abc import Sequence

from leukchat.safety.emergency.lexicon import Sign
from leukchat.safety.emergency.negation import is_denied
from leukchat.safety.emergency.phrases import Mention
from leukchat.safety.emergency.tense import is_current
from leukchat.safety.emergency.words import Words

REACH = 14  # words between two meanings of one sign
FIGURE = 1  # words between a word that shows a figure of speech and the sign
_PERSONS = frozenset(("small_one",))  # who is there is there at any time
MOST = 60  # mentions of one meaning looked at


class Said:
    """The mentions of a text by meaning; what is said as so is judged once and kept."""

    def __init__(self, words: Words, mentions: Sequence[Mention], *, near: frozenset[str] = frozenset()) -> None:
        self.words = words
        self.by: dict[str, list[Mention]] = {}
        for mention in mentions:
            group = self.by.setdefault(mention.concept, [])
            if len(group) < MOST and mention not in group:
                group.append(mention)
        self.near = near
        self._judged: dict[tuple[int, int, bool], bool] = {}

    def so(self, mention: Mention) -> bool:
        """Whether the mention is said as so, here and now."""
        key = (mention.first, mention.last, mention.concept in _PERSONS)
        if key not in self._judged:
            said = not self._figure(mention) and not is_denied(self.words, mention)
            self._judged[key] = said and (mention.concept in _PERSONS or is_current(self.words, mention))
        return self._judged[key]

    def find(self, sign: Sign) -> tuple[int, int] | None:
        """First and last word of the sign, where it is said; None where it is not."""
        if not (sign.needs <= self.by.keys()) or any(name not in self.by and name not in self.near for name in sign.near):
            return None
        for head in self.by[sign.said[0]]:
            group = self._join(sign, head)
            if group is not None and not self._spoiled(sign, head):
                return min(m.first for m in group), max(m.last for m in group)
        return None

    def _figure(self, mention: Mention) -> bool:
        """Whether it is a figure of speech or another use of the word ("confused about the letter", "blood test")."""
        return any(m.first <= mention.last + FIGURE and mention.first <= m.last + (FIGURE if m.first == m.last else 0) for m in self.by.get("figure", ()))

    def _join(self, sign: Sign, head: Mention) -> list[Mention] | None:
        group = [head]
        for name in sign.said[1:]:
            other = next((m for m in self.by[name] if _apart(m, head) <= REACH and not _same(m, group) and self.so(m)), None)
            if other is None:
                return None
            group.append(other)
        return group if self.so(head) else None

    def _spoiled(self, sign: Sign, head: Mention) -> bool:
        first, last = self.words.sentence(head.first)
        return any(first <= m.first < last for name in sign.absent for m in self.by.get(name, ()))


def _apart(one: Mention, two: Mention) -> int:
    return max(one.first - two.last, two.first - one.last, 0)


def _same(mention: Mention, group: Sequence[Mention]) -> bool:
    """Whether it is the very same words that another meaning of the sign already uses."""
    return any((mention.first, mention.last) == (other.first, other.last) for other in group)
