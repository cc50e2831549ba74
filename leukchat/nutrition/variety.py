"""What makes a day read like one that somebody would eat: rows for the integer programme that keep it from repeating itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from leukchat.nutrition.programme import Place

Row = tuple[list[float], float, float]
_MOST = 2  # milky drinks a day, milk and plant drinks together; and dishes of soy beside the main dishes
_MILKY = re.compile(r"\b(?:milk|soy drink|almond drink|oat drink|cocoa|lassi|smoothie|shake)\b")
# main dishes of one of these kinds come once a day; breakfast counts for eggs
_KINDS = tuple(
    re.compile(words)
    for words in (
        r"\begg|\bomelette|\bfrittata|\bshakshuka",
        r"\bsalmon|\bsardine|\bcod\b|\btrout|\btuna|\bmackerel|\bfish\b",
        r"\bshrimp|\bprawn",
        r"\bchicken|\bturkey",
        r"\bbeef|\bmeatball|\bburger",
        r"\blamb\b|\bpork\b|\bham\b",
        r"\blentil|\bdal\b|\bkhichdi",
        r"\bchickpea|\bfalafel|\bhummus",
        r"\btofu\b",
        r"\bmacaroni|\bpasta\b|\bspaghetti|\blasagne?",
    )
)
_EGGS = _KINDS[0]
_LARGE = ("main", "protein", "breakfast")
_HOW = frozenset("cooked peeled fresh stewed firm fortified canned pasteurised warm baked boiled soft thin plain".split())
_NOT_TELLING = frozenset({"water", "salt", "olive oil", "oil", "rice"})


def rows(places: Sequence[Place]) -> list[Row]:
    """Few milky drinks a day, nothing under the same name twice, no main dish of one kind twice, no side of what is already in the dish beside it."""
    found: list[Row] = []
    names = [place.food.name.lower() for place in places]
    milky = [number for number, place in enumerate(places) if place.food.role == "drink" and _MILKY.search(names[number])]
    soy = [number for number, place in enumerate(places) if place.food.role in ("drink", "snack", "breakfast") and "soy" in names[number]]
    found += [_at_most(len(places), group, _MOST) for group in (milky, soy) if len(group) > _MOST]
    for one, other in combinations(range(len(places)), 2):
        if _clash(places[one], places[other]):
            found.append(_at_most(len(places), [one, other], 1))
    return found


def _at_most(width: int, chosen: Sequence[int], most: int) -> Row:
    weights = [0.0] * width
    for number in chosen:
        weights[number] = 1.0
    return weights, 0, most


def _clash(one: Place, other: Place) -> bool:
    if _label(one) == _label(other):
        return True
    if one.meal == other.meal:
        return _first(one) in _ingredients(other) or _first(other) in _ingredients(one)
    if one.food.role not in _LARGE or other.food.role not in _LARGE:
        return False
    names = (one.food.name.lower(), other.food.name.lower())
    kinds = (_EGGS,) if "breakfast" in (one.food.role, other.food.role) else _KINDS
    return any(kind.search(names[0]) and kind.search(names[1]) for kind in kinds)


def _ingredients(place: Place) -> frozenset[str]:
    return frozenset(place.food.ingredients.lower().split(", ")) - _NOT_TELLING


def _label(place: Place) -> tuple[str, ...]:
    """The two words that name a dish, without how it is made: "soy dessert", "corn grits"."""
    return tuple(word for word in place.food.name.lower().split() if word not in _HOW)[:2]


def _first(place: Place) -> str:
    """What a dish is made of above all."""
    return place.food.ingredients.lower().split(", ")[0]
