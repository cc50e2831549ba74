"""Slips that recognition makes in numbers and units, mended only where one reading is left, and then marked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from leukchat.labs.analytes import exact_name
from leukchat.labs.folding import fold
from leukchat.labs.readers.layout import Word
from leukchat.labs.units import find_unit

_DIGITS = {"O": "0", "o": "0", "l": "1", "I": "1", "|": "1", "S": "5"}
_MIXED = re.compile(r"[<>]?(?=[^\d]*\d)[\dOolI|S]{1,6}(?:[.,][\dOolI|S]{1,3})?")
_POWER = re.compile(r"^([x×X*]?)10[°'\"*^ˆ·.]?(12|[3469])[/I|l1]")
_STROKE = re.compile(r"^([munpµμ]?(?:g|mol|IU|U|Eq)|[GTKM])[Il|'’1\\]([dmµμu]?[Ll])$")
_MOL = re.compile(r"^([munpµμ]?)mo(?:[lVi1I|]/|[Vi1I|l]i|/)([lL])$")
_DOUBLE_SIGN = re.compile(r"([<>]?\d+)[.,]([.,])(\d+)")  # `7,.4`: a speck beside the decimal sign
_IDEOGRAPH = re.compile(r"[\u4e00-\u9fff]")
_DAY_AND_TIME = re.compile(r"(\D+:)?(\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d)(\d{1,2}[:.]\d\d(?::\d\d)?)?")
_LITRES = re.compile(r"L[I|l1]?L")
_MENDED = 0.6
_LEADERS = 3


def mended(words: Iterable[Word]) -> Iterator[Word]:
    """The words with letters inside numbers made digits and units made whole; what was there stays in `printed`."""
    words = [part for word in words for part in _apart(word)]
    leaders = sum("..." in word.text for word in words) >= _LEADERS
    litres = any(_is_hematocrit(word.text) for word in words)
    for word in words:
        yield _litre(_unit(_name(_number(_led(_star(word), words, leaders)))), words if litres else ())


def _apart(word: Word) -> list[Word]:
    """A label, a day and a time between which the spaces were lost are words of their own."""
    match = _DAY_AND_TIME.fullmatch(word.text)
    if match is None or not (match[1] or match[3]):
        return [word]
    width = (word.x1 - word.x0) / len(word.text)
    return [replace(word, text=match[group], x0=word.x0 + width * match.start(group), x1=word.x0 + width * match.end(group)) for group in (1, 2, 3) if match[group]]


def _star(word: Word) -> Word:
    """A star is a star, however it is drawn; the engine also takes it for a character of Chinese that looks alike."""
    return replace(word, text="*" * len(word.text)) if word.text.strip("★☆✱＊∗") == "" or _IDEOGRAPH.fullmatch(word.text) else word


def _name(word: Word) -> Word:
    """A name in which a small `l` and a capital `I` were taken for each other (`PIt`), if only the other is a name."""
    text = word.text
    if not text.isalpha() or len(text) < 2 or exact_name(text) is not None:
        return word
    for fixed in (text.replace("I", "l"), "I" + text[1:] if text[0] == "l" else text):
        if fixed != text and exact_name(fixed):
            return replace(word, text=fixed, printed=text)
    return word


def _litre(word: Word, words: Sequence[Word]) -> Word:
    """`LL` in the row of a hematocrit is its unit, litre per litre, and no mark for very low."""
    if not _LITRES.fullmatch(word.text) or not any(_is_hematocrit(one.text) and abs(one.middle - word.middle) < 0.5 * word.height for one in words):
        return word
    return replace(word, text="L/L", printed=word.text)


def _is_hematocrit(text: str) -> bool:
    return exact_name(text) == ("hematocrit",)


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
    if _DOUBLE_SIGN.fullmatch(text):
        return replace(word, text=_DOUBLE_SIGN.sub(r"\1\2\3", text), printed=text)
    letters = [char for char in text if char in _DIGITS]
    if not letters or not _MIXED.fullmatch(text) or len(letters) >= sum(char.isdigit() for char in text):
        return word
    fixed = "".join(_DIGITS.get(char, char) for char in text)
    return replace(word, text=fixed, printed=text, confidence=min(word.confidence or 0.0, _MENDED))
