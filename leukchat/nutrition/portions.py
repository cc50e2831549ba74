"""How much of a dish, in the words of a kitchen: "half a large bowl", "1½ plates", "3 slices"."""

from __future__ import annotations

import re

_TIMES = {0.5: "half of ", 1.0: "", 1.5: "1½ times ", 2.0: "twice "}
_QUARTERS = {0.5: "a quarter", 1.5: "three quarters"}
_NOUNS = frozenset(
    """plate bowl cup glass handful slice piece sandwich fillet pot portion mug cake arepa pita chapati tortilla taco scoop bar dosa roll burger can naan spear
    fruit date fig bottle cracker cookie muffin bag square cob egg ball pack potato half idli oyster""".split()
)
_SIMPLE = re.compile(r"^(\d+) ((?:large |small )?)([a-z]+)((?: (?:and|with) [a-z]+)?)$")
_BARE = re.compile(r"^(\d+) (large|medium|small)$")


def amount(portion: str, times: float) -> str:
    """A portion such as "1 bowl" or "2 eggs, 1 slice" taken `times` (0.5, 1, 1.5 or 2); words that are no plain count stay as they are."""
    parts = re.split(r"(, | and (?=\d))", portion)
    said = [part if number % 2 else _counted(part, times) for number, part in enumerate(parts)]
    if None in said:
        return f"{_TIMES[times]}{portion}"
    return "".join(str(part) for part in said)


def _counted(part: str, times: float) -> str | None:
    """One count and noun, multiplied; None for other words."""
    if bare := _BARE.match(part):
        return f"{_number(int(bare[1]) * times)} {bare[2]}"
    match = _SIMPLE.match(part)
    noun = _one(match[3]) if match else ""
    if match is None or noun not in _NOUNS:
        return None
    count, size, rest = int(match[1]) * times, match[2], match[4]
    if noun == "half" and count in _QUARTERS:
        return f"{_QUARTERS[count]}{rest}"
    if count == 0.5:
        return f"half {'an' if noun[0] in 'aeiou' and not size else 'a'} {size}{noun}{rest}"
    return f"{_number(count)} {size}{noun if count == 1 else _many(noun)}{rest}"


def _number(count: float) -> str:
    return "half a" if count == 0.5 else f"{int(count)}{'½' if count % 1 else ''}"


def _one(noun: str) -> str:
    for plural, single in (("sandwiches", "sandwich"), ("glasses", "glass"), ("potatoes", "potato"), ("halves", "half")):
        if noun == plural:
            return single
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun


def _many(noun: str) -> str:
    if noun in ("chapati", "idli"):
        return noun
    return "halves" if noun == "half" else noun + ("es" if noun.endswith(("s", "ch")) or noun == "potato" else "s")
