"""Keeps left-out foods out of every text: allergens, dislikes and what the diet excludes.

A sentence that names one is dropped whole; a list entry that names one is left out. What is tested is
the text a person would see, so that no table row, however it was written, can name such a food.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from leukchat.nutrition.model import NamedSource
from leukchat.nutrition.tables import table
from leukchat.safety.normalise import normalise

_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z0-9(*_\[“\"])")
_FILLERS = re.compile(r"\b(?:allerg\w*|intoleran\w*|sensitiv\w*|severe|mild|to|anaphyla\w*|the|all|any|raw|foods?|products?|free|no|i|hate|dislike)\b")
_MAX_LEFT_OUT = 200


@cache
def _kind_words(kind: str) -> tuple[str, ...]:
    return tuple(str(word) for word in table("food_words")["kinds"][kind])


def _singular(word: str) -> str:
    for ending, other in (("ies", "y"), ("oes", "o"), ("ches", "ch"), ("shes", "sh"), ("sses", "ss"), ("xes", "x")):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word.removesuffix(ending) + other
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word


def _pattern(words: Iterable[str]) -> str:
    parts = []
    for word in sorted(set(words), key=lambda w: (-len(w), w)):
        stem = re.escape(normalise(word).text)
        tail = "(?:ies|y)" if stem.endswith("y") else "(?:e?s)?"
        parts.append((stem[:-1] if stem.endswith("y") else stem) + tail)
    return "|".join(parts)


@dataclass(frozen=True)
class LeftOut:
    """The foods a person leaves out: kinds from the table, and their own words where no kind fits."""

    kinds: frozenset[str]
    words: tuple[str, ...]
    compounds: tuple[str, ...] = ()
    unknown: int = 0

    def regex(self) -> re.Pattern[str] | None:
        """What must not appear, or None when nothing is left out."""
        return _regex(self.kinds, self.words, self.compounds)


@lru_cache(maxsize=512)
def _regex(kinds: frozenset[str], words: tuple[str, ...], compounds: tuple[str, ...]) -> re.Pattern[str] | None:
    every = [word for kind in kinds for word in _kind_words(kind)] + list(words)
    if not every:
        return None
    # A person's own longer word also counts at the end of a compound: "berries" leaves out strawberries.
    tail = rf"|(?:{_pattern(compounds)})(?![a-z0-9])" if compounds else ""
    return re.compile(rf"(?<![a-z0-9])(?:{_pattern(every)})(?![a-z0-9])(?! thistle){tail}")


def left_out(allergies: Iterable[str], dislikes: Iterable[str], kinds: frozenset[str]) -> LeftOut:
    """What is never to be named, from allergies and dislikes as typed and the kinds the diet excludes."""
    found = set(kinds)
    words: list[str] = []
    compounds: list[str] = []
    unknown = 0
    names = table("food_words")["allergies"]
    for allergy, given in [(True, text) for text in allergies] + [(False, text) for text in dislikes]:
        for part in re.split(r"[,;/]|\band\b", normalise(given).text):
            name = " ".join(_FILLERS.sub(" ", re.sub(r"[^a-z' -]", " ", part)).split())
            if len(name) < 3:
                continue
            single = _singular(name)
            kind = names.get(single, names.get(name)) if allergy or single in ("nut", "seafood", "shellfish", "dairy", "meat", "spicy food") else None
            found.update(kind or ())
            unknown += allergy and kind is None and single not in _all_words()
            words += dict.fromkeys((name, single))
            compounds += [] if kind or len(single) < 5 else [single]
    return LeftOut(frozenset(found), tuple(dict.fromkeys(words))[:_MAX_LEFT_OUT], tuple(dict.fromkeys(compounds))[:_MAX_LEFT_OUT], unknown)


@cache
def _all_words() -> frozenset[str]:
    return frozenset(word for kind in table("food_words")["kinds"] for word in _kind_words(kind))


@dataclass(frozen=True)
class Wording:
    """Tests and cleans texts against one person's left-out foods."""

    forbidden: re.Pattern[str] | None

    def allows(self, text: str) -> bool:
        """Whether the text names nothing that is left out."""
        return self.forbidden is None or self.forbidden.search(normalise(text).text) is None

    def clean(self, text: str) -> str:
        """The text without the sentences that name something left out."""
        if self.allows(text):
            return text
        return " ".join(sentence for sentence in _SENTENCE.split(text) if self.allows(sentence))

    def source(self, one: NamedSource) -> NamedSource:
        """A source whose name and address name nothing left out: at worst the publisher and its home page."""
        if self.allows(f"{one.name} {one.url}"):
            return one
        home = "/".join(one.url.split("/")[:3]) + "/"
        return NamedSource(name=one.name.split(":")[0] if self.allows(one.name.split(":")[0]) else "Source", url=home)

    def keep(self, texts: Iterable[str]) -> tuple[str, ...]:
        """The entries that remain after cleaning, in order, without repeats."""
        return tuple(dict.fromkeys(cleaned for text in texts if (cleaned := self.clean(text))))
