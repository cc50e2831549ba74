"""A copy of a text for matching, with a map back: what people see is never changed.

Undone for matching only: case, accents, compatibility forms, digits of other scripts, look-alike
letters, zero-width and direction marks, Markdown emphasis, HTML tags, single letters set apart
("4 0 0 m g", "b.i.d.") and letters typed for digits next to a unit ("4oo mg").
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
_PLAIN = re.compile(r"[^*`~\\_<&$\[]*\Z")
_TO_FOLD = re.compile(r"[^\x00-\x7f]|[*`~\\]")
_MARKUP = re.compile(
    r"</?(?P<tag>[a-z][a-z0-9]{0,9})(?:\s[^<>]{0,80})?/?>|&(?P<entity>[a-z]{2,6}|#\d{2,5});|,?(?:mathrm|mathbf|mathit|text(?:bf|it|rm)?)\{|(?<=[a-z])\}|\[(?=(?:mg|mcg|g|ml|h|iu)\])|(?<=\[mg|\[ml|\[iu)\]|(?<=\[h|\[g)\]",
    re.IGNORECASE,
)
_BLOCK_TAGS = {"td": "|", "th": "|", "tr": "\n", "br": "\n", "li": "\n", "p": "\n", "div": "\n", "table": "\n"}
_ENTITIES = {"nbsp": " ", "amp": "&", "lt": "<", "gt": ">", "micro": "u", "mu": "u", "frac12": " 1/2", "frac14": " 1/4"}
_SPACED = re.compile(r"(?<![a-z0-9])(?:[a-z0-9][ .\-_]){2,80}[a-z0-9](?![a-z0-9])")
_SCHEME = re.compile(r"\d(?:-\d){2,3}")  # morning-noon-evening(-night)
_WIDE = re.compile(r"(?<![a-z0-9])[a-z0-9](?: [a-z0-9]){0,20}(?: {2,4}[a-z0-9](?: [a-z0-9]){0,20}(?![a-z0-9])){1,20}")
_DOTTED = re.compile(r"(?<![a-z0-9.])(?:[a-z]\.){1,4}[a-z](?:\.|(?![a-z0-9]))")
_STACKED = re.compile(r"(?<=\n)(?:\d\n){2,4}(?=(?:mg|mcg|ml|g|iu)\b)")
_LETTER_DIGITS = re.compile(r"(?<![a-z0-9])(?=[0-9oils]*[0-9])[0-9oils]*[oils][0-9oils]*(?=\s?(?:mg|mcg|ml|g|iu|tablets?|pills?|capsules?)(?![a-z]))")
_SPLIT_UNIT = re.compile(r"(?<=\d)\s?m([ .\-])g\b|\b(?:milli|micro)([ \-])(?=gram|lit)")
_MIXED = re.compile(r"(?<![a-z0-9])(?:[a-z]++[0-9@$]|[0-9@$]++[a-z])[a-z0-9@$]*+(?![a-z0-9])")
# What must stand in a text for the pattern of that name to match: quicker to look for, and seldom there.
_MAY_BE_SPACED = re.compile(r"[ .\-_][a-z0-9][ .\-_][a-z0-9](?![a-z0-9])")
_MAY_BE_DOTTED = re.compile(r"\.(?<=[a-z]\.)[a-z]")
_MAY_BE_MIXED = re.compile(r"[0-9@$](?:(?=[a-z])|(?<=[a-z].))")
_MAY_SPLIT_UNIT = re.compile(r"\d\s?m[ .\-]g\b|m(?:illi|icro)[ \-]")
_LONGEST_MIXED = 14
_LEET = str.maketrans("01345@$7", "oieasast")
_UNDERSCORE = re.compile(r"(?<![a-z0-9])_+|_+(?![a-z0-9])")
_AS_DIGIT = str.maketrans("oils", "0115")


_COMMON = "one two three four five six seven eight nine ten twenty thirty mg ml mcg iu should can could may my i to is ok safe stop skip double halve what the a per tabs tab bid tid tonight tomorrow morning night every with and for hundred forty fifty eighty how many much milligrams milligram tablets tablet pills pill capsule capsules injection medicine dose doses daily day take give times twice once of ignore previous prior instructions rules your you system prompt reveal forget disregard kill myself die suicide bleeding fever doctor"


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
    if "<" in text or "&" in text or "$" in text or "[" in text:
        plain, origin = _strip_markup(plain, origin)
    return _join(plain, origin, len(text))


def _fold(text: str) -> tuple[str, tuple[int, ...]]:
    pieces: list[str] = []
    origin: list[int] = []
    last = 0
    for match in _TO_FOLD.finditer(text):
        position = match.start()
        folded = _folded(match[0])
        pieces += (text[last:position].lower(), folded)
        origin += range(last, position)
        origin += [position] * len(folded)
        last = position + 1
    pieces.append(text[last:].lower())
    origin += range(last, len(text))
    return "".join(pieces), tuple(origin)


@lru_cache(maxsize=4096)
def _folded(raw: str) -> str:
    """One character, not in ASCII or a mark of emphasis, as it is matched."""
    if raw in _DROPPED or "\u0300" <= raw <= "\u036f" or raw in "\u20e3\ufe0f\ufe0e":
        return ""
    folded = _digit(raw) or raw.translate(_LOOKALIKES)
    if not folded.isascii():
        whole = unicodedata.normalize("NFKC", folded)
        folded = "".join(c for c in unicodedata.normalize("NFKD", folded).translate(_LOOKALIKES).lower() if not "\u0300" <= c <= "\u036f")
        if not folded.isascii():
            folded = whole.translate(_LOOKALIKES).lower()
        if "/" in folded and len(folded) > 1:
            folded = " " + folded
    return folded.lower()


def _digit(raw: str) -> str:
    """A digit of any script as an ASCII digit (Devanagari, Arabic, full-width, in a circle); empty for other characters."""
    value = unicodedata.digit(raw, None)
    return "" if value is None or (unicodedata.category(raw) == "No" and raw in "\u00b2\u00b3\u00b9") or "\u2070" <= raw <= "\u209c" else str(value)


def _strip_markup(plain: str, origin: tuple[int, ...]) -> tuple[str, tuple[int, ...]]:
    """Without HTML tags, entities and TeX commands; tags of a table or list become a bar or a line break."""
    pieces: list[str] = []
    places: list[int] = []
    last = 0
    for match in _MARKUP.finditer(plain):
        pieces.append(plain[last : match.start()])
        places += origin[last : match.start()]
        new = _BLOCK_TAGS.get(match["tag"] or "", "") if match["tag"] else _ENTITIES.get(match["entity"] or "", "")
        pieces.append(new)
        places += [origin[match.start()]] * len(new)
        last = match.end()
    pieces.append(plain[last:])
    places += origin[last:]
    return "".join(pieces), tuple(places)


def _join(plain: str, origin: tuple[int, ...] | range, length: int) -> Normal:
    """Joins spaced-out letters, turns letter digits into digits, drops underscores at word edges."""
    cuts: list[int] = []
    pieces = plain
    for match in _SPACED.finditer(plain) if _MAY_BE_SPACED.search(plain) else ():
        if _SCHEME.fullmatch(match[0]):
            continue
        if len(match[0]) >= 7 or any(char.isdigit() for char in match[0]):
            cuts += _gaps(plain, match)
    for match in _WIDE.finditer(plain) if "  " in plain else ():
        cuts += [i for i in range(match.start() + 1, match.end() - 1) if plain[i] == " " and (plain[i - 1] == " " or plain[i + 1] != " ")]
    for match in _STACKED.finditer(plain) if "\n" in plain else ():
        cuts += [i for i in range(match.start(), match.end()) if plain[i] == "\n"]
    if _MAY_BE_DOTTED.search(plain):
        cuts += [i for match in _DOTTED.finditer(plain) for i in range(match.start(), match.end()) if plain[i] == "."]
    if _MAY_SPLIT_UNIT.search(plain):
        cuts += [match.start(1) if match[1] else match.start(2) for match in _SPLIT_UNIT.finditer(plain)]
    if "_" in plain:
        cuts += [i for match in _UNDERSCORE.finditer(plain) for i in range(match.start(), match.end())]
    if cuts:
        dropped = set(cuts)
        pieces = "".join(char for i, char in enumerate(plain) if i not in dropped)
        origin = tuple(place for i, place in enumerate(origin) if i not in dropped)
        pieces = re.sub(r"(\d)(mg|mcg|ml|iu)\b", r"\1\2", pieces)
    if _MAY_BE_MIXED.search(pieces):
        pieces = _MIXED.sub(_unleet, _LETTER_DIGITS.sub(lambda match: match[0].translate(_AS_DIGIT), pieces))
    return Normal(pieces, origin, length)


def _gaps(plain: str, match: re.Match[str]) -> list[int]:
    """Places to leave out of letters set apart, so that words remain: "m u c h i m a t i n i b" keeps one gap."""
    gaps = [i for i in range(match.start(), match.end()) if plain[i] in " .-_"]
    marks = {plain[i] for i in gaps}
    if " " in marks and len(marks) > 1:
        return [i for i in gaps if plain[i] != " "]
    letters = "".join(char for char in match[0] if char not in " .-_")
    kept, place = set(), 0
    for word in _words_in(letters)[:-1]:
        place += len(word)
        kept.add(place - 1)
    return [gap for order, gap in enumerate(gaps) if order not in kept]


def _words_in(letters: str) -> list[str]:
    """A run of letters as known words, the longest first; the run itself where it has no such reading."""
    known = _rule_words()
    if letters in known or len(letters) < 4 or letters.isdigit():
        return [letters]
    best: list[list[str] | None] = [[]] + [None] * len(letters)
    for end in range(1, len(letters) + 1):
        for start in range(max(0, end - 16), end):
            before = best[start]
            if before is not None and (letters[start:end] in known or letters[start:end].isdigit()):
                best[end] = [*before, letters[start:end]]
                break
    return best[-1] or [letters]


def _unleet(match: re.Match[str]) -> str:
    """A word typed with digits for letters ("1m4t1n1b", "1gn0re"), where that gives a word the rules know; else as it is."""
    if not 3 <= len(match[0]) <= _LONGEST_MIXED:
        return match[0]
    plain = match[0].translate(_LEET)
    return plain if plain != match[0] and plain in _rule_words() else match[0]


@lru_cache(maxsize=1)
def _rule_words() -> frozenset[str]:
    from leukchat.safety.drugs import drug_table

    names = {name.lower() for drug in drug_table() for name in drug.names if name.isalpha() and len(name) >= 5}
    return frozenset(names | set(_COMMON.split()))
