"""Swaps one dish of a plan for another that fits the same person, and solves the portions of the day again."""

from __future__ import annotations

from leukchat.errors import ProfileError
from leukchat.nutrition.engine import assemble
from leukchat.nutrition.foods import Food, allowed, by_id
from leukchat.nutrition.model import MealRow, NutritionPlan, NutritionProfile
from leukchat.nutrition.planning import totals_of, unmet, worded
from leukchat.nutrition.programme import SLOT_OF, Band, Place, goal_bands, problem
from leukchat.nutrition.situation import Situation, situation
from leukchat.nutrition.solver import solve
from leukchat.nutrition.targets import Needs, needs

_PORTIONS = (0.5, 1.0, 1.5, 2.0)
_UNUSUAL = {0.5: 0.3, 1.0: 0.0, 1.5: 0.05, 2.0: 0.3}
_CANDIDATES = 10  # dishes that the programme chooses from: the best by a quick score
_GAP = 0.02

Chosen = list[tuple[Place, float]]


def swap(plan: NutritionPlan, meal: str, profile: NutritionProfile | None = None, dish: str = "") -> NutritionPlan:
    """The plan with one dish of `meal` replaced by the best other of the same kind, and the portions solved again.

    `dish` (name or food id) chooses which one; by default the first of the meal. The other dishes stay; energy, protein,
    diet, allergies, medicines and food safety hold as before. A plan made in this process knows its profile; one read
    from JSON needs it. Raises ProfileError for an unknown meal or dish, or when no other dish fits.
    """
    known = profile or plan._profile
    if known is None:
        raise ProfileError({"profile": "The plan was read from a file and does not hold its profile; give the profile it was made for."})
    row = _row(plan, meal, dish)
    state = situation(known)
    need = needs(state)
    rest = chosen_of(tuple(one for one in plan.meal_plan if one is not row))
    tried = {*plan._tried, *(one.food_id for one in plan.meal_plan)}
    options = _options(state, row, tried) or _options(state, row, {one.food_id for one in plan.meal_plan})
    if not options:
        raise ProfileError({"meal": f"No other dish for '{row.meal}' fits this profile; loosen a dislike or ask a dietitian."})
    changed = assemble(state, need, worded(_best(rest, row.meal, options, state, need), state, need))
    changed._tried = frozenset(tried)
    return changed


def chosen_of(rows: tuple[MealRow, ...]) -> Chosen:
    """The dishes of a day as places with their portions; water through the day is not one of them."""
    return [(Place(one.meal, by_id()[one.food_id]), round(2 * one.grams / by_id()[one.food_id].grams) / 2) for one in rows if one.meal in SLOT_OF]


def _best(rest: Chosen, meal: str, options: list[Food], state: Situation, need: Needs) -> Chosen:
    """The day with the option whose re-solved portions cost least; the quick choice where the programme finds none."""
    goals = goal_bands(state, need)
    ranked = sorted((_score([*rest, (Place(meal, food), portions)], goals, portions), food.id, portions) for food in options for portions in _PORTIONS)
    ids = list(dict.fromkeys(food_id for _, food_id, _ in ranked))[:_CANDIDATES]
    places = [place for place, _ in rest] + [Place(meal, by_id()[food_id]) for food_id in ids]
    solution = solve(problem(places, state, goals, kept=len(rest)), gap=_GAP)
    quick: Chosen = [*rest, (Place(meal, by_id()[ranked[0][1]]), ranked[0][2])]
    if solution is None:
        return quick
    solved = [(place, float(halves) / 2) for place, halves in zip(places, solution.halves, strict=True) if halves > 0.5]
    return quick if unmet(totals_of(solved), need) and not unmet(totals_of(quick), need) else solved


def _row(plan: NutritionPlan, meal: str, dish: str) -> MealRow:
    here = [row for row in plan.meal_plan if row.meal.lower() == meal.strip().lower() and row.food_id != "d_water"]
    if not here:
        meals = ", ".join(dict.fromkeys(row.meal for row in plan.meal_plan if row.food_id != "d_water")) or "none (this plan holds no meals)"
        raise ProfileError({"meal": f"meal '{meal[:40]}' is not in this plan; accepted are {meals}."})
    for row in here:
        if not dish or dish.lower() in (row.dish.lower(), row.food_id):
            return row
    raise ProfileError({"dish": f"dish '{dish[:60]}' is not part of {here[0].meal}; accepted are {', '.join(row.dish for row in here)}."})


def _options(state: Situation, row: MealRow, without: set[str]) -> list[Food]:
    slot = SLOT_OF[row.meal]
    return [food for food in allowed(state) if food.role == row.role and slot in food.slots and food.id not in without and food.id != "d_water"]


def _score(chosen: Chosen, goals: tuple[Band, ...], portions: float) -> float:
    """The same prices as the integer programme: relative steps outside each band, and unusual portions."""
    totals = totals_of(chosen)
    total = _UNUSUAL[portions]
    for name, low, high, price in goals:
        amount = totals[name]
        if low and amount < low:
            total += price * (low - amount) / low
        elif high is not None and amount > high:
            total += price * (amount - high) / (low or high)
    return total
