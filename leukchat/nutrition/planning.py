"""One day's plan: picks candidate dishes for each meal, sets up the integer programme and words the result."""

from __future__ import annotations

import random
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field

from leukchat.nutrition.foods import FIGURES, Food, allowed
from leukchat.nutrition.model import MealRow
from leukchat.nutrition.portions import amount
from leukchat.nutrition.programme import MEALS, Place, candidates, goal_bands, problem, shortlist
from leukchat.nutrition.situation import Situation
from leukchat.nutrition.solver import solve
from leukchat.nutrition.targets import Needs

_GLASS_ML = 250.0
_TRIES = 2
_LITTLE = 0.02  # a band counts as met within 2 %


@dataclass(frozen=True)
class DayPlan:
    """Dishes in meal order, totals of the day, and the limits that could not be met."""

    rows: tuple[MealRow, ...] = ()
    totals: dict[str, float] = field(default_factory=dict)
    limits: tuple[str, ...] = ()
    shopping: tuple[str, ...] = ()


def seed_of(state: Situation) -> int:
    """The same profile gives the same plan."""
    return zlib.crc32(state.profile.model_dump_json(exclude={"question"}).encode())


def day_plan(state: Situation, need: Needs, day: int = 1, without: frozenset[str] = frozenset()) -> DayPlan:
    """The day's plan within energy and protein bands, or the limits that make it impossible; empty without targets.

    Another `day` draws other dishes; food ids in `without` are left out where enough dishes remain.
    """
    if not need.targets.energy_kcal:
        return DayPlan(limits=("No day plan is made, because no energy and protein numbers may be given here; a dietitian makes one with you.",))
    foods = allowed(state)
    missing = _missing(foods)
    if missing:
        return DayPlan(limits=missing)
    rest = tuple(food for food in foods if food.id not in without)
    foods = foods if _missing(rest) else rest
    goals = goal_bands(state, need)
    best: tuple[float, tuple[tuple[Place, float], ...]] | None = None
    for attempt in range(_TRIES):
        rng = random.Random(seed_of(state) + attempt + 1009 * (day - 1))  # noqa: S311 - variety, not secrecy
        places = shortlist(candidates(foods, rng, 1 + attempt), state, goals)
        solution = solve(problem(places, state, goals))
        if solution is None:  # so few dishes fit this person that some must come twice
            solution = solve(problem(places, state, goals, varied=False))
        if solution is None:
            continue
        chosen = tuple((place, halves / 2) for place, halves in zip(places, solution.halves, strict=True) if halves > 0.5)
        if best is None or solution.objective < best[0]:
            best = (solution.objective, chosen)
        if not unmet(totals_of(chosen), need):
            break
    if best is None:
        return DayPlan(limits=("No day plan could be put together from the dishes that fit you; a dietitian can.",))
    return worded(best[1], state, need)


def _missing(foods: Sequence[Food]) -> tuple[str, ...]:
    roles = {slot: {food.role for food in foods if slot in food.slots} for slot in ("breakfast", "lunch", "dinner")}
    found = []
    mains = sum(1 for food in foods if food.role == "main")
    for slot, wanted, enough in (("breakfast", {"breakfast"}, True), ("lunch", {"main"}, True), ("dinner", {"main"}, mains > 1)):
        if not roles[slot] & wanted or not enough:
            found.append(
                f"No {slot} dish of our table is left after your diet, allergies, dislikes, medicines, food safety and symptoms, so no day plan is made. Ask a dietitian for one."
            )
    return tuple(found)


def totals_of(chosen: Sequence[tuple[Place, float]]) -> dict[str, float]:
    """The day's sum of every figure; what was not measured counts as nothing."""
    return {name: float(sum(place.food.amount(name) * portions for place, portions in chosen)) for name in FIGURES}


def unmet(totals: dict[str, float], need: Needs) -> tuple[str, ...]:
    """One sentence for each band that the totals miss by more than 2 %."""
    found = []
    for label, figure, unit, band in (("energy", "energy_kcal", "kcal", need.targets.energy_kcal), ("protein", "protein_g", "g", need.targets.protein_g)):
        if band and not band[0] * (1 - _LITTLE) <= totals[figure] <= band[1] * (1 + _LITTLE):
            side = "less" if totals[figure] < band[0] else "more"
            found.append(
                f"The dishes that fit you give {totals[figure]:.0f} {unit} {label} in this plan, {side} than the range of {band[0]} to {band[1]} {unit}: "
                f"the {label} range is the limit that cannot be met. A dietitian can help, also with nutrition drinks."
            )
    return tuple(found)


def worded(chosen: Sequence[tuple[Place, float]], state: Situation, need: Needs) -> DayPlan:
    """Rows in meal order with portions in words, the totals, the limits and a shopping list."""
    order = {meal: number for number, meal in enumerate(MEALS)}
    roles = ("breakfast", "main", "protein", "starch", "vegetable", "fruit", "snack", "drink")
    ranked = sorted(chosen, key=lambda item: (order[item[0].meal], roles.index(item[0].food.role)))
    totals = totals_of(ranked)
    rows = tuple(meal_row(place, portions) for place, portions in ranked)
    fluid = need.targets.fluid_ml
    glasses = int(-(-(fluid[0] - totals["water_g"]) // _GLASS_ML)) if fluid else 0
    if glasses > 0 and state.wording.allows("water"):
        amount = glasses * _GLASS_ML
        totals["water_g"] += amount
        rows += (
            MealRow(
                meal="Through the day",
                dish="Water",
                portions=f"{glasses} glass{'es' if glasses > 1 else ''} ({amount:.0f} mL)",
                nutrients={"water_g": amount},
                food_id="d_water",
                role="drink",
                grams=amount,
            ),
        )
    items = dict.fromkeys(name for place, _ in ranked for name in place.food.ingredients.split(", ") if name not in ("water", "salt"))
    rounded = {name: round(value, 2) for name, value in totals.items()}
    return DayPlan(rows=rows, totals=rounded, limits=unmet(totals, need), shopping=tuple(sorted(items, key=str.lower)))


def meal_row(place: Place, portions: float) -> MealRow:
    """One dish in words: "1½ bowls (390 g)", with the figures of that amount."""
    food = place.food
    grams = food.grams * portions
    figures = {name: round(value * portions, 2) for name in FIGURES if (value := food.figures[name]) is not None}
    return MealRow(
        meal=place.meal,
        dish=food.name,
        portions=f"{amount(food.portion, portions)} ({grams:.0f} g)",
        nutrients=figures,
        food_id=food.id,
        role=food.role,
        grams=grams,
        source=food.source,
    )
