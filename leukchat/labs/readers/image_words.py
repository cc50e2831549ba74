"""Slips that recognition makes in numbers and units, mended only where one reading is left, and then marked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from leukchat.labs.folding import fold
from leukchat.labs.readers.layout import Word
from leukchat.labs.units import find_unit

_DIGITS = {"O": "0", "o": "0", "l": "1", "I": "1", "|": "1", "S": "5"}
_MIXED = re.compile(r"[<>]?(?=[^\d]*\d)[\dOolI|S]{1,6}(?:[.,][\dOolI|S]{1,3})?")
_POWER = re.compile(r"^([x×X*]?)10[°'\"*^ˆ·.]?(12|[3469])[/I|l1]")
_STROKE = re.compile(r"^([munpµμ]?(?:g|mol|IU|U|Eq)|[GTKM])[Il|'’1\\]([dmµμu]?[Ll])$")
_MOL = re.compile(r"^([munpµμ]?)mo(?:[lVi1I|]/|[Vi1I|l]i|/)([lL])$")
_MENDED = 0.6
_LEADERS = 3


def mended(words: Iterable[Word]) -> Iterator[Word]:
    """The words with letters inside numbers made digits and units made whole; what was there stays in `printed`."""
    words = list(words)
    leaders = sum("..." in word.text for word in words) >= _LEADERS
    for word in words:
        yield _unit(_number(_led(_star(word), words, leaders)))


def _star(word: Word) -> Word:
    """A star is a star, however it is drawn."""
    return replace(word, text="*" * len(word.text)) if word.text.strip("★☆✱＊∗") == "" else word


def _led(word: Word, words: list[Word], leaders: bool) -> Word:
    """A number without the dots that lead to it (`Ferritin ......141`); one that may have lost its zero is doubted."""
    bare = word.text.lstrip(".·")
    if bare == word.text or not bare[:1].isdigit():
        return word
    left = [one for one in words if one.x1 <= word.x0 + 1 and abs(one.middle - word.middle) < 0.5 * word.height]
    before = max(left, key=lambda one: one.x1, default=None)
    if len(word.text) - len(bare) > 1 or re.match(r"\d+[.,]\d", bare) or (before is not None and before.text.endswith(".")):
        return replace(word, text=bare)
    if leaders:
        return replace(word, text=bare, printed=word.text, confidence=min(word.confidence or 0.0, _MENDED))
    return replace(word, confidence=0.0)


def _unit(word: Word) -> Word:
    """A unit whose stroke or power was misread (`mg'dl`, `TIL`, `10°9/L`), if the mended form is a unit."""
    text = word.text
    if _is_unit(text):
        return word
    fixed = _POWER.sub(r"\g<1>10^\2/", text)
    if fixed == text:
        fixed = _MOL.sub(r"\1mol/\2", text)
    if fixed == text:
        fixed = _STROKE.sub(r"\1/\2", text)
    return replace(word, text=fixed, printed=text) if fixed != text and _is_unit(fixed) else word


def _is_unit(text: str) -> bool:
    return find_unit(fold(text), 0) == len(text)


def _number(word: Word) -> Word:
    text = word.text
    letters = [char for char in text if char in _DIGITS]
    if not letters or not _MIXED.fullmatch(text) or len(letters) >= sum(char.isdigit() for char in text):
        return word
    fixed = "".join(_DIGITS.get(char, char) for char in text)
    return replace(word, text=fixed, printed=text, confidence=min(word.confidence or 0.0, _MENDED))
