"""The food table (`data/foods.csv`, figures a portion) and which foods a person may be shown."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from leukchat.nutrition.interactions import blocked_traits
from leukchat.nutrition.reference import NUTRIENTS
from leukchat.nutrition.rich_in import FAST_STARCH, HIGH_FIBRE, POTASSIUM_RICH, SHARP, SUGARY
from leukchat.nutrition.situation import Situation
from leukchat.nutrition.tables import DATA_DIR

FIGURES: tuple[str, ...] = ("energy_kcal", "protein_g", "fat_g", "carbohydrate_g", "sugar_g", "water_g", *NUTRIENTS)


@dataclass(frozen=True)
class Food:
    """One row of the food table; `figures` are a portion's, None where not measured."""

    id: str
    name: str
    cuisine: str
    slots: tuple[str, ...]
    role: str
    grams: float
    portion: str
    figures: dict[str, float | None]
    kinds: frozenset[str]
    diets: frozenset[str]
    ingredients: str
    safety: str
    traits: frozenset[str]
    source: str

    def amount(self, figure: str) -> float:
        """A figure of one portion; what was not measured counts as nothing."""
        return self.figures[figure] or 0.0


def _split(text: str) -> tuple[str, ...]:
    return tuple(part for part in text.split("|") if part)


@cache
def foods() -> tuple[Food, ...]:
    """All foods, in file order."""
    with (DATA_DIR / "foods.csv").open(encoding="utf-8", newline="") as file:
        return tuple(
            Food(
                id=row["id"],
                name=row["name"],
                cuisine=row["cuisine"],
                slots=_split(row["slots"]),
                role=row["role"],
                grams=float(row["portion_g"]),
                portion=row["portion"],
                figures={name: float(row[name]) if row[name] else None for name in FIGURES},
                kinds=frozenset(_split(row["kinds"])),
                diets=frozenset(_split(row["diets"])),
                ingredients=row["ingredients"],
                safety=row["safety"],
                traits=frozenset(_split(row["traits"])),
                source=row["source"],
            )
            for row in csv.DictReader(file)
        )


@cache
def by_id() -> dict[str, Food]:
    """Foods by their id."""
    return {food.id: food for food in foods()}


_LEAN = re.compile(r"\b(?:low-fat|thin)\b")
# A condition and what it keeps out of a day plan. Each follows a rule of nutrition.md §3, §6, §7, §8 or §12.
_KEEP_OUT: tuple[tuple[tuple[str, ...], Callable[[Food], bool]], ...] = (
    ((), lambda food: food.safety == "risky" or bool(food.traits & {"alcohol", "cyp3a_fruit"})),
    (("produce_care",), lambda food: food.safety == "raw_produce"),
    (("infection_risk", "central_line"), lambda food: "probiotic" in food.traits),
    (("sugar_careful",), lambda food: "sugary" in food.traits or any(words.search(food.name.lower()) for words in (FAST_STARCH, SUGARY))),
    (("triglycerides_high", "pancreatitis"), lambda food: food.amount("fat_g") > 15 or bool(food.traits & {"sugary", "fried"})),
    (("iron_careful",), lambda food: bool(food.traits & {"iron_fortified", "liver"})),
    (("soft_only",), lambda food: "soft" not in food.traits or bool(food.traits & {"acidic", "spicy", "crunchy"})),
    (("mouth_sores",), lambda food: SHARP.search(food.name.lower()) is not None),
    (("energy_dense",), lambda food: _LEAN.search(food.name.lower()) is not None),
    (("low_platelets",), lambda food: "crunchy" in food.traits),
    (
        ("diarrhea",),
        lambda food: (
            "lactose" in food.kinds
            or food.amount("fibre_g") > 6
            or HIGH_FIBRE.search(f"{food.name} {food.ingredients}".lower()) is not None
            or bool(food.traits & {"caffeine", "fried"})
            or food.safety == "raw_produce"
        ),
    ),
    (("nausea",), lambda food: bool(food.traits & {"fried", "spicy"})),
    (("steroid", "heart_failure", "high_blood_pressure"), lambda food: "salty" in food.traits or food.amount("sodium_mg") > 900),
    (
        ("minerals_careful",),
        lambda food: food.amount("potassium_mg") > 650 or "phosphate" in food.traits or POTASSIUM_RICH.search(f"{food.name} {food.ingredients}".lower()) is not None,
    ),
)


def allowed(state: Situation) -> tuple[Food, ...]:
    """Foods that fit diet, allergies, dislikes, medicines, food safety and symptoms of this person."""
    blocked = blocked_traits(state)
    tests = [test for flags, test in _KEEP_OUT if not flags or state.has(*flags)]
    diets = frozenset(state.diets)
    return tuple(
        food
        for food in foods()
        if diets <= food.diets
        and food.kinds.isdisjoint(state.left_out.kinds)
        and food.traits.isdisjoint(blocked)
        and not any(test(food) for test in tests)
        and state.wording.allows(f"{food.id.replace('_', ' ')}, {food.name}, {food.ingredients}, {food.portion}")
    )
