"""One plain form for comparing text: lower case, no accents, one kind of dash; every character keeps its place."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

THOUSANDS_SPACE = "\x1f"
_SPECIAL = {
    "µ": "u",
    "μ": "u",
    "β": "b",
    "γ": "g",
    "ß": "s",
    "×": "x",
    "✕": "x",
    "∙": "*",
    "·": "*",
    "•": "*",
    "–": "-",
    "—": "-",
    "−": "-",
    "‐": "-",
    "‑": "-",
    "‒": "-",
    "―": "-",
    "’": "'",
    "‘": "'",
    "´": "'",
    "`": "'",
    "\u00a0": THOUSANDS_SPACE,
    "\u202f": THOUSANDS_SPACE,
    "\u2009": THOUSANDS_SPACE,
    "\u2007": THOUSANDS_SPACE,
    "˂": "<",
    "＜": "<",
    "〈": "<",
    "˃": ">",
    "＞": ">",
    "〉": ">",
    "٫": ".",
    "٬": ",",
    "│": "|",
    "┃": "|",
    "║": "|",
    "¦": "|",
    "─": "-",
    "━": "-",
    "：": ":",
    "％": "%",
    "（": "(",
    "）": ")",
    "ı": "i",
    "º": "o",
    "ª": "a",
}
SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
# `V.G.M.` is one word, the same as `VGM`.
_WORDS = re.compile(r"(?:[a-z]\.){2,}[a-z]?(?![a-z])|[a-z]+|\d+|[%#]")


class _Fold(dict[int, str]):
    """Maps a code point to one folded character, worked out when first met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        folded = _SPECIAL.get(char)
        if folded is None:
            base = unicodedata.normalize("NFKD", char)[:1] or char
            lower = base.lower()
            folded = lower if len(lower) == 1 else base
        if folded.isdecimal() and not folded.isascii():
            folded = str(unicodedata.decimal(folded))  # digits of Arabic, Hindi and other scripts
        self[code] = folded
        return folded


_TABLE = _Fold()


def fold(text: str) -> str:
    """`text` in plain lower case, character by character, so that positions still fit."""
    return text.lower() if text.isascii() else _translated(text)


@lru_cache(maxsize=1024)
def _translated(text: str) -> str:
    return text.translate(_TABLE)


def words(folded: str) -> tuple[str, ...]:
    """The words, digit groups and the signs % and # of a folded text, in order."""
    return tuple(word.replace(".", "") for word in _WORDS.findall(folded))


def word_spans(folded: str) -> list[tuple[str, int, int]]:
    """As `words`, each with start and end."""
    return [(match[0].replace(".", ""), *match.span()) for match in _WORDS.finditer(folded)]
