"""Numbers of a text as quantities that can be compared: digits, words, fractions, shares, ranges, with their units.

"1 in 5", "one in five", "20 of 100" and "20 %" are one quantity; so are "24 hours" and "one day", "38.0 °C" and "100.4 °F".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_ONES = ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen").split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_VALUE = {word: n for n, word in enumerate(_ONES)} | {word: 10 * n for n, word in enumerate(_TENS, 2)}
_SCALE = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_ONE = "|".join(sorted(_VALUE, key=len, reverse=True))
_WORDS = re.compile(rf"\b(?:(?:a|{_ONE})(?=[ -](?:hundred|thousand)\b)|(?:{_ONE})(?![a-z]))(?:(?:[ -]|(?<=hundred) and )(?:{_ONE}|hundred|thousand)\b)*")
_PARTS = {"half": 50.0, "halves": 50.0, "third": 100 / 3, "thirds": 100 / 3, "quarter": 25.0, "quarters": 25.0, "fifth": 20.0, "fifths": 20.0, "tenth": 10.0}
_FRACTION = re.compile(
    r"(?<![\w.])(?:(?P<n>a|an|one|two|three|four|1|2|3|4)[ -])?(?:of a )?(?P<part>half|halves|thirds?|quarters?|fifths?|tenth)\b(?! (?:day|week|month|time|line|cycle|person|party|dose|relapse|generation|edition)s?\b)"
)
_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SHARE = re.compile(rf"(?<![\w.])(?P<n>{_NUMBER})\s(?:in|of|out of|in every|of every|for every)\s(?:every\s)?(?P<m>{_NUMBER})(?![\w%]|[.,]\d)")
_UNITS = (
    r"%|percent|per cent|°\s?c|°\s?f|degrees? celsius|degrees? fahrenheit|mg/dl|g/dl|g/l|k/µl|k/ul|x\s?10\^9/l|×10\^9/l|/µl|/ul|/mm3|mmol/l|µmol/l|umol/l|ng/ml|mg|mcg|µg|kg|g|ml|l|iu|kilocalories|kcal|"
    r"seconds?|minutes?|hours?|days?|weeks?|months?|years?|times|million|billion|thousand"
)
_QUANTITY = re.compile(rf"(?<![\w.(])(?<!\d[,;])\(?(?P<n>{_NUMBER})(?:-?\s?(?:to|–|-|or|and)\s?(?P<m>{_NUMBER}))?(?:\s?-?(?P<unit>{_UNITS})(?![a-z]))?(?!\w|[.,]\d)", re.IGNORECASE)
_HOURS = {"hour": 1.0, "day": 24.0, "week": 168.0}
_THIRDS = {33.33, 66.67}
_DECADE = re.compile(r"\b(\d{1,3}0)s\b")
_MARK = re.compile(r"\s*\[\d+(?:,\s*\d+)*\]")
_ITEM = re.compile(r"^\s*\d{1,2}[.)]\s", re.MULTILINE)
_CODE = re.compile(r"\b(?:t|inv|del|dup)\([^)]{1,20}\)(?:\([^)]{1,20}\))?|\b(?!x10)[a-z]{1,6}\d\w*(?:::\w+)?")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A value, and its unit in one canonical word; an empty unit is a bare number."""

    value: float
    unit: str = ""

    def same(self, other: Quantity) -> bool:
        """Whether both say the same amount; a bare number fits any unit but a share."""
        slack = 0.06 if self.unit == "celsius" else 0.5 if self.unit == "%" and {self.value, other.value} & _THIRDS else 1e-9
        if abs(self.value - other.value) > slack:
            return False
        return self.unit == other.unit or ("" in (self.unit, other.unit) and "%" not in (self.unit, other.unit))


def quantities(text: str) -> frozenset[Quantity]:
    """Every quantity of a text; citation marks, list numbers, gene and chromosome names are none, nor is "one" alone."""
    plain = _CODE.sub(" ", _ITEM.sub("", _MARK.sub("", text.replace("\u00a0", " ").replace("\u202f", " "))).lower())
    found: set[Quantity] = set()
    rest = _DECADE.sub(r"\1", _digits(plain))
    for match in _FRACTION.finditer(rest):
        count = {"two": 2, "three": 3, "four": 4}.get(match["n"] or "", int(match["n"]) if (match["n"] or "").isdigit() else 1)
        found.add(Quantity(round(_PARTS[match["part"]] * count, 2), "%"))
    rest = _FRACTION.sub(" ", rest)
    for match in _SHARE.finditer(rest):
        whole = _float(match["m"])
        if whole and _float(match["n"]) <= whole:
            found.add(Quantity(round(100 * _float(match["n"]) / whole, 6), "%"))
    rest = _SHARE.sub(lambda match: " " if _float(match["n"]) <= _float(match["m"]) else match[0], rest)
    for match in _QUANTITY.finditer(rest):
        unit = (match["unit"] or "").strip()
        for number in (match["n"], match["m"]):
            if number is not None:
                found.add(_canonical(_float(number), unit))
    return frozenset(found - {Quantity(1.0)})


def missing(claim: str, evidence: frozenset[Quantity]) -> tuple[Quantity, ...]:
    """The quantities of a claim that no quantity of the evidence equals."""
    return tuple(one for one in quantities(claim) if not any(one.same(other) for other in evidence))


def _float(number: str) -> float:
    return float(number.replace(",", ""))


def _canonical(value: float, unit: str) -> Quantity:
    plain = unit.lower().replace("°", "").replace(" ", "").replace("µ", "u").replace("×", "x").removeprefix("degree").removeprefix("s")
    if plain in ("%", "percent"):
        return Quantity(value, "%")
    if plain in ("c", "celsius"):
        return Quantity(value, "celsius")
    if plain in ("f", "fahrenheit"):
        return Quantity(round((value - 32) * 5 / 9, 2), "celsius")
    if plain in _SCALE:
        return Quantity(value * _SCALE[plain])
    single = plain.removesuffix("s")
    if single in _HOURS:
        return Quantity(value * _HOURS[single], "hour")
    return Quantity(value, {"iu": "iu", "k/ul": "k/ul"}.get(plain, single if len(single) > 2 else plain))


def _digits(text: str) -> str:
    """Number words as digits: "twenty-one" becomes "21"."""
    return _WORDS.sub(lambda match: str(_value(match[0])), text)


def _value(words: str) -> int:
    total, part = 0, 0
    for word in _pieces(words):
        if word in _VALUE:
            part += _VALUE[word]
        elif word == "a":
            part = 1
        elif word == "hundred":
            part = max(1, part) * 100
        elif word in _SCALE:
            total += max(1, part) * _SCALE[word]
            part = 0
    return total + part


def _pieces(words: str) -> Iterator[str]:
    yield from re.split(r"[ -]+", words)
