"""Swaps one dish of a plan for another that fits the same person, keeping the rest of the day."""

from __future__ import annotations

from leukchat.errors import ProfileError
from leukchat.nutrition.foods import Food, allowed, by_id
from leukchat.nutrition.model import MealRow, NutritionPlan, NutritionProfile
from leukchat.nutrition.nutrients import nutrient_table
from leukchat.nutrition.planning import totals_of, worded
from leukchat.nutrition.programme import SLOT_OF, Place, goal_bands
from leukchat.nutrition.situation import Situation, situation
from leukchat.nutrition.summary import with_meals
from leukchat.nutrition.targets import Needs, needs

_PORTIONS = (0.5, 1.0, 1.5, 2.0)
_UNUSUAL = {0.5: 0.3, 1.0: 0.0, 1.5: 0.05, 2.0: 0.3}


def swap(plan: NutritionPlan, meal: str, profile: NutritionProfile | None = None, dish: str = "") -> NutritionPlan:
    """The plan with one dish of `meal` replaced by the best other of the same kind.

    `dish` (name or food id) chooses which one; by default the first of the meal. A plan made in this process knows its
    profile; one read from JSON needs it. Raises ProfileError for an unknown meal or dish, or when no other dish fits.
    """
    known = profile or plan._profile
    if known is None:
        raise ProfileError({"profile": "The plan was read from a file and does not hold its profile; give the profile it was made for."})
    row = _row(plan, meal, dish)
    state = situation(known)
    need = needs(state)
    rest = [(Place(one.meal, by_id()[one.food_id]), round(2 * one.grams / by_id()[one.food_id].grams) / 2) for one in plan.meal_plan if one is not row and one.meal in SLOT_OF]
    tried = {*plan._tried, *(one.food_id for one in plan.meal_plan)}
    options = _options(state, row, tried, rest) or _options(state, row, {one.food_id for one in plan.meal_plan}, rest)
    if not options:
        raise ProfileError({"meal": f"No other dish for '{row.meal}' fits this profile; loosen a dislike or ask a dietitian."})
    best = min(((food, portions) for food in options for portions in _PORTIONS), key=lambda pair: _score([*rest, (Place(row.meal, pair[0]), pair[1])], state, need, pair[1]))
    day = worded([*rest, (Place(row.meal, best[0]), best[1])], state, need)
    changed = plan.model_copy(
        update={
            "meal_plan": day.rows,
            "plan_totals": day.totals,
            "plan_limits": day.limits,
            "shopping_list": day.shopping,
            "nutrients": nutrient_table(state, day.totals),
            "summary": with_meals(plan.summary, day.rows, day.totals),
        }
    )
    changed._profile, changed._tried = known, frozenset(tried)
    return changed


def _row(plan: NutritionPlan, meal: str, dish: str) -> MealRow:
    here = [row for row in plan.meal_plan if row.meal.lower() == meal.strip().lower() and row.food_id != "d_water"]
    if not here:
        meals = ", ".join(dict.fromkeys(row.meal for row in plan.meal_plan if row.food_id != "d_water")) or "none (this plan holds no meals)"
        raise ProfileError({"meal": f"meal '{meal[:40]}' is not in this plan; accepted are {meals}."})
    for row in here:
        if not dish or dish.lower() in (row.dish.lower(), row.food_id):
            return row
    raise ProfileError({"dish": f"dish '{dish[:60]}' is not part of {here[0].meal}; accepted are {', '.join(row.dish for row in here)}."})


def _options(state: Situation, row: MealRow, without: set[str], rest: list[tuple[Place, float]]) -> list[Food]:
    slot = SLOT_OF[row.meal]
    fits = [food for food in allowed(state) if food.role == row.role and slot in food.slots and food.id not in without and food.id != "d_water"]
    if "kosher" not in state.diets:
        return fits
    meat = any(place.meal == row.meal and place.food.kinds & {"meat", "poultry"} for place, _ in rest)
    milk = any(place.meal == row.meal and "milk" in place.food.kinds for place, _ in rest)
    return [food for food in fits if not (meat and "milk" in food.kinds) and not (milk and food.kinds & {"meat", "poultry"})]


def _score(chosen: list[tuple[Place, float]], state: Situation, need: Needs, portions: float) -> float:
    """The same prices as the integer programme: relative steps outside each band, and unusual portions."""
    totals = totals_of(chosen)
    total = _UNUSUAL[portions]
    for name, low, high, price in goal_bands(state, need):
        amount = totals[name]
        if low and amount < low:
            total += price * (low - amount) / low
        elif high is not None and amount > high:
            total += price * (amount - high) / (low or high)
    return total
