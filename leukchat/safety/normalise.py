"""A copy of a text for matching, with a map back: what people see is never changed.

Undone for matching only: case, accents, compatibility forms, look-alike letters, zero-width and
direction marks, Markdown emphasis, single letters set apart ("4 0 0 m g") and letters typed for
digits next to a unit ("4oo mg").
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_LOOKALIKES = str.maketrans(
    "ɡаеорсухіјѕԁһԛԝкмтвнАВЕКМНОРСТХІЅЈαοορνικτυχΑΒΕΖΗΙΚΜΝΟΡΤΥΧıȷ’‘“”–—−‐‑⁄×",
    "gaeopcyxijsdhqwkmtbhabekmhopctxisjaoopviktuxabezhikmnoptyxij''\"\"-----/x",
)
_DROPPED = frozenset("\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\ufeff\u00ad\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u180e\u034f*`~\\")
_PLAIN = re.compile(r"[^*`~\\_]*\Z")
_SPACED = re.compile(r"(?<![a-z0-9])(?:[a-z0-9][ .\-_]){2,}[a-z0-9](?![a-z0-9])")
_LETTER_DIGITS = re.compile(r"(?<![a-z0-9])(?=[0-9oils]*[0-9])[0-9oils]*[oils][0-9oils]*(?=\s?(?:mg|mcg|ml|g|iu|tablets?|pills?|capsules?)(?![a-z]))")
_SPLIT_UNIT = re.compile(r"(?<=\d)\s?m([ .])g\b")
_MIXED = re.compile(r"(?<![a-z0-9])(?=[a-z0-9@$]*[a-z])(?=[a-z0-9@$]*[0-9@$])[a-z0-9@$]{3,14}(?![a-z0-9])")
_LEET = str.maketrans("01345@$7", "oieasast")
_UNDERSCORE = re.compile(r"(?<![a-z0-9])_+|_+(?![a-z0-9])")
_AS_DIGIT = str.maketrans("oils", "0115")


_COMMON = "how many much milligrams milligram tablets tablet pills pill dose doses daily day take give times twice once of ignore previous prior instructions rules your you system prompt reveal forget disregard kill myself die suicide bleeding fever doctor"


@dataclass(frozen=True)
class Normal:
    """`text` is for matching; `origin[i]` is where its character i stands in the person's text."""

    text: str
    origin: tuple[int, ...] | range
    length: int

    def span(self, start: int, end: int) -> tuple[int, int]:
        """A span of the matching text as a span of the person's text."""
        if start >= end:
            return (0, 0)
        return self.origin[start], self.origin[end - 1] + 1


@lru_cache(maxsize=256)
def normalise(text: str) -> Normal:
    """The matching copy of a text; linear in its length."""
    if text.isascii() and _PLAIN.match(text):
        return _join(text.lower(), range(len(text)), len(text))
    plain, origin = _fold(text)
    return _join(plain, origin, len(text))


def _fold(text: str) -> tuple[str, tuple[int, ...]]:
    chars: list[str] = []
    origin: list[int] = []
    for position, raw in enumerate(text):
        if raw in _DROPPED or (unicodedata.combining(raw) and "\u0300" <= raw <= "\u036f"):
            continue
        if raw.isascii():
            folded = raw.lower()
        else:
            folded = raw.translate(_LOOKALIKES)
            if not folded.isascii():
                folded = unicodedata.normalize("NFKD", folded).translate(_LOOKALIKES).lower()
                folded = "".join(c for c in folded if not "\u0300" <= c <= "\u036f")
            folded = folded.lower()
        for char in folded:
            chars.append(char)
            origin.append(position)
    return "".join(chars), tuple(origin)


def _join(plain: str, origin: tuple[int, ...] | range, length: int) -> Normal:
    """Joins spaced-out letters, turns letter digits into digits, drops underscores at word edges."""
    cuts: list[int] = []
    pieces = plain
    for match in _SPACED.finditer(plain):
        if any(char.isdigit() for char in match[0]) or len(match[0]) >= 7:
            cuts += [i for i in range(match.start(), match.end()) if plain[i] in " .-_"]
    cuts += [match.start(1) for match in _SPLIT_UNIT.finditer(plain)]
    if "_" in plain:
        cuts += [i for match in _UNDERSCORE.finditer(plain) for i in range(match.start(), match.end())]
    if cuts:
        dropped = set(cuts)
        pieces = "".join(char for i, char in enumerate(plain) if i not in dropped)
        origin = tuple(place for i, place in enumerate(origin) if i not in dropped)
        pieces = re.sub(r"(\d)(mg|mcg|ml|iu)\b", r"\1\2", pieces)
    pieces = _LETTER_DIGITS.sub(lambda match: match[0].translate(_AS_DIGIT), pieces)
    return Normal(_MIXED.sub(_unleet, pieces), origin, length)


def _unleet(match: re.Match[str]) -> str:
    """A word typed with digits for letters ("1m4t1n1b", "1gn0re"), where that gives a word the rules know; else as it is."""
    plain = match[0].translate(_LEET)
    return plain if plain != match[0] and plain in _rule_words() else match[0]


@lru_cache(maxsize=1)
def _rule_words() -> frozenset[str]:
    from leukchat.safety.drugs import drug_table

    names = {name.lower() for drug in drug_table() for name in drug.names if name.isalpha() and len(name) >= 5}
    return frozenset(names | set(_COMMON.split()))
