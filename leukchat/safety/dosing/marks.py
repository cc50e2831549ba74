"""A text as marks: numbers, units, forms and medicines become classes, so that a rule is a short pattern over them.

"Take 400 mg of imatinib twice a day." reads "take NUM MASS of DRUG twice a day ." Rules search the
marked sentences, which are short and bounded, so the time stays linear in the length of the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import NamedTuple

from leukchat.safety.dosing.numbers import Mark
from leukchat.safety.dosing.tokens import END, plain_words, tokenised
from leukchat.safety.dosing.words import topic_words

_WITH = frozenset("with w after before without".split())
_MEALS = frozenset("food foods meal meals snack water glass juice milk breakfast".split())
_VACCINES = frozenset("vaccine vaccines vaccination vaccinations vaccinated immunisation immunization flu covid shingrix mmr hpv pneumococcal VACCINE".split())
_NONE: frozenset[str] = frozenset()
_CUT = re.compile(r"[!?;] (?=[a-z0-9\"'(])|\.(?<=[a-z]{3}\.) (?=[a-z0-9\"'(])|\n(?=[^\n])")
_LONGEST = 70
"""Tokens of a sentence at most; a longer one is cut, so that no rule sees unbounded text."""
_CLAUSE = re.compile(r" (?:,|but|while|although|though|until|because|since|\||whereas|and then|if|when|once|after) ")
_STAMMER = re.compile(r"(?<![a-z.])(?:[a-z]{2,12}(?:-[a-z]{2,12})*\. ){3,}")
"""Three sentences of one word each, or more: "Five. Hundred. Milligrams." is one."""
_ONE_WORD = re.compile(r"\. [a-z]{2,12}(?:-[a-z]{2,12})*\. ")


@dataclass(eq=False)
class Sentence:
    """A sentence or a line as marks; `topics` is what it speaks of, `words` its marks as a set, `size` how many they are.

    Sentences are shared between checks and compared by identity. Where a mark stands is worked out
    when a span or a number's value is asked for, which few sentences are.
    """

    text: str
    end: str
    size: int
    words: frozenset[str]
    topics: frozenset[str]
    piece: str
    order: int

    @cached_property
    def _marks(self) -> list[Mark]:
        return _split(self.piece)[self.order][0]

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *accumulate(len(one.mark) + 1 for one in self._marks)]

    def _at(self, place: int) -> Mark:
        return self._marks[min(bisect_right(self._starts, place), len(self._marks)) - 1]

    def place(self, start: int, end: int) -> tuple[int, int]:
        """A span of `text` as a span of the normalised text."""
        return self._at(start).start, self._at(max(start, end - 1)).end

    def value(self, start: int) -> float:
        """The number that stands at an offset of `text`."""
        return self._at(start).value

    def topics_near(self, start: int, end: int) -> frozenset[str]:
        """What the clause around a span speaks of."""
        first = max((match.end() for match in _CLAUSE.finditer(self.text, 0, start)), default=0)
        after = _CLAUSE.search(self.text, end)
        table = topic_words()
        words = self.text[first : after.start() if after else None].split(" ")
        return frozenset(topic for at, one in enumerate(words) if one in table and not _with_meal(one, words, at) for topic in table[one])


class Placed(NamedTuple):
    """A sentence with the offset in the text from which its marks count."""

    sentence: Sentence
    offset: int

    def place(self, start: int, end: int) -> tuple[int, int]:
        """A span of the sentence's `text` as a span of the normalised text."""
        first, last = self.sentence.place(start, end)
        return first + self.offset, last + self.offset


def marked(text: str) -> tuple[Placed, ...]:
    """The sentences and lines of a normalised text, as marks. What was marked before, in any text, is not marked again."""
    if _ONE_WORD.search(text):
        text = _STAMMER.sub(lambda match: match[0].replace(".", " "), text)
    placed: list[Placed] = []
    start = 0
    for match in _CUT.finditer(text):
        placed += (Placed(one, start) for one in _piece(text[start : match.end()]))
        start = match.end()
    placed += (Placed(one, start) for one in _piece(text[start:]))
    return tuple(placed)


_FOOD_POWDER = re.compile(r"\b(?:milk|protein|whey|cocoa|egg|soup|pudding|baking|curry|washing) powder\b")
_KITCHEN = {"scoop": "ladle", "scoops": "ladles", "powder": "flakes"}
_SCOOPED = re.compile(r"\b(?:scoops?|powder)\b")


@lru_cache(maxsize=2048)
def _piece(text: str) -> tuple[Sentence, ...]:
    """The sentences of a piece of text that ends where a sentence or line does."""
    if "powder" in text and _FOOD_POWDER.search(text):  # food has no form of a medicine; words of the same length keep the places
        text = _SCOOPED.sub(lambda found: _KITCHEN[found[0]], text)
    plain = plain_words(text)
    if plain is not None and len(plain[0]) <= _LONGEST:
        return (_sentence(plain[0], plain[1], text, 0),)
    return tuple(_sentence([one.mark for one in marks], end, text, order) for order, (marks, end) in enumerate(_split(text)))


def _split(text: str) -> list[tuple[list[Mark], str]]:
    """The marks of each sentence of a piece, and what it ends with."""
    sentences: list[tuple[list[Mark], str]] = []
    current: list[Mark] = []
    for token in (*tokenised(text), Mark("\n", len(text), len(text))):
        end = token.mark if token.mark in END else ""
        if end or len(current) >= _LONGEST:
            if current:
                sentences.append((current, end))
            elif sentences and end in ("?", "!"):
                sentences[-1] = (sentences[-1][0], end)
            current = []
        if not end:
            current.append(token)
    return sentences


def _sentence(pieces: list[str], end: str, piece: str, order: int) -> Sentence:
    topics = topic_words()
    words = frozenset(pieces)
    known = [one for one in words if one in topics]
    if not _MEALS.isdisjoint(known):
        known = [one for at, one in enumerate(pieces) if one in topics and not _with_meal(one, pieces, at)]
    spoken = frozenset([topic for one in known for topic in topics[one]]) if known else _NONE
    if "DRUG" in words and words.isdisjoint(_VACCINES):
        spoken -= {"VACC"}
    if "VACCINE" in words:
        spoken |= {"VACC"}
    return Sentence(" ".join(pieces), end, len(pieces), words, spoken, piece, order)


def _with_meal(word: str, words: list[str], at: int) -> bool:
    """Whether a word for food only says when something is taken: "with food", "after a light meal"."""
    return word in _MEALS and not _WITH.isdisjoint(words[max(0, at - 5) : at])
