"""A shopping list for one or more days: every ingredient once, with grams rounded up, grouped by aisle."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from functools import cache

from leukchat.nutrition.foods import by_id
from leukchat.nutrition.model import Menu, ShoppingItem
from leukchat.nutrition.tables import table

_GRAMS = re.compile(r"\d+:([\d.]+)g")
_NOT_BOUGHT = frozenset(("water", "salt"))
# up to this many grams -> rounded up to a multiple of
_STEPS = ((50, 5), (200, 10), (1000, 50), (math.inf, 100))


@cache
def _aisles() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((str(name), re.compile(rf"\b(?:{'|'.join(words)})\b")) for name, words in table("aisles")["aisles"].items())


def aisle_of(ingredient: str) -> str:
    """The aisle of an ingredient; "Other" when the table has none."""
    return next((name for name, words in _aisles() if words.search(ingredient.lower())), "Other")


def rounded(grams: float) -> float:
    """Grams rounded up to what a person would weigh or buy: 5 g, 10 g, 50 g or 100 g steps."""
    step = next(step for most, step in _STEPS if grams <= most)
    return float(step * math.ceil(round(grams / step, 6)))


def shopping(menus: Sequence[Menu]) -> tuple[ShoppingItem, ...]:
    """What these days need, in aisle order, then by name. Grams are those of the food as eaten."""
    total: dict[str, float] = {}
    for menu in menus:
        for row in menu.meals:
            if row.source:
                food = by_id()[row.food_id]
                for name, grams in zip(food.ingredients.split(", "), _GRAMS.findall(food.source), strict=True):
                    total[name] = total.get(name, 0.0) + float(grams) * row.grams / food.grams
    order = [*table("aisles")["aisles"], "Other"]
    items = [_item(name, rounded(grams)) for name, grams in total.items() if name not in _NOT_BOUGHT]
    return tuple(sorted(items, key=lambda item: (order.index(item.aisle), item.item.lower())))


def _item(name: str, grams: float) -> ShoppingItem:
    unit, large = ("mL", "L") if re.search(r"\b(?:drink|milk|juice|broth|water|infusion|tea|coffee|shake|oil)\b", name) else ("g", "kg")
    amount = f"{grams:.0f} {unit}" if grams < 1000 else f"{grams / 1000:.1f} {large}"
    return ShoppingItem(aisle=aisle_of(name), item=name, grams=grams, amount=f"about {amount}")
