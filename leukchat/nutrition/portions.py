"""How much of a dish, in the words of a kitchen: "half a large bowl", "1½ plates", "3 slices"."""

from __future__ import annotations

import re

_TIMES = {0.5: "half of ", 1.0: "", 1.5: "1½ times ", 2.0: "twice "}
_NOUNS = frozenset(
    """plate bowl cup glass handful slice piece sandwich fillet pot portion mug cake arepa pita chapati tortilla taco scoop bar dosa roll burger can naan spear
    fruit date fig bottle cracker cookie muffin bag square cob egg ball pack potato""".split()
)
_SIMPLE = re.compile(r"^(\d+) ((?:large |small )?)([a-z]+)$")


def amount(portion: str, times: float) -> str:
    """A portion such as "1 bowl" or "2 slices" taken `times` (0.5, 1, 1.5 or 2); what is not one plain noun stays as it is."""
    match = _SIMPLE.match(portion)
    noun = _one(match[3]) if match else ""
    if match is None or noun not in _NOUNS:
        return f"{_TIMES[times]}{portion}"
    count, size = int(match[1]) * times, match[2]
    if count == 0.5:
        return f"half {'an' if noun[0] in 'aeiou' and not size else 'a'} {size}{noun}"
    whole = f"{int(count) or ''}{'½' if count % 1 else ''}"
    return f"{whole} {size}{noun if count == 1 else _many(noun)}"


def _one(noun: str) -> str:
    for plural, single in (("sandwiches", "sandwich"), ("glasses", "glass"), ("potatoes", "potato")):
        if noun == plural:
            return single
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun


def _many(noun: str) -> str:
    return noun if noun == "chapati" else noun + ("es" if noun.endswith(("s", "ch", "o")) else "s")
