"""The day as an integer programme: which dishes stand for choice at each meal, the rules of a plausible day, and the goals."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from leukchat.nutrition import variety
from leukchat.nutrition.foods import Food, allowed
from leukchat.nutrition.nutrients import reference_rows, target_of
from leukchat.nutrition.situation import Situation
from leukchat.nutrition.solver import BAND_PRICE, Floats, Goal, Problem, relax
from leukchat.nutrition.targets import Needs

Band = tuple[str, float | None, float | None, float]
MEALS = ("Breakfast", "Morning snack", "Lunch", "Afternoon snack", "Dinner", "Evening snack")
SLOT_OF = dict(zip(MEALS, ("breakfast", "snack", "lunch", "snack", "dinner", "snack"), strict=True))
# role -> (drawn for the relaxation, kept for the integer programme) in a meal; at most one dish of a role a meal
_BREAKFAST = {"breakfast": (24, 2), "fruit": (8, 1), "drink": (6, 1)}
_MAIN_MEAL = {"main": (30, 2), "protein": (5, 1), "starch": (8, 1), "vegetable": (12, 2), "fruit": (5, 1)}
_SNACK = {"snack": (12, 1), "fruit": (4, 1), "drink": (3, 1)}
_ROLES = {"breakfast": _BREAKFAST, "lunch": _MAIN_MEAL, "dinner": _MAIN_MEAL, "snack": _SNACK}
# half portions: least and most
_HALVES = {"main": (2, 3), "breakfast": (2, 3), "protein": (2, 3), "starch": (2, 3), "vegetable": (2, 3), "fruit": (2, 2), "drink": (2, 2), "snack": (2, 3)}
_SMALL_KCAL, _LARGE_KCAL = 1500, 2400  # below: half portions too; above: double portions too
# share of the day's energy a meal should hold, so that no meal is empty or huge
_SHARES = {"Breakfast": (0.18, 0.35), "Lunch": (0.22, 0.40), "Dinner": (0.22, 0.40)}
_FIBRE_TOP = 1.6  # of the adequate intake: a gut under treatment takes badly to much more
_LOW_FIBRE = 0.7  # of the adequate intake while stools are loose (NCI: low-fibre food), a soft limit
_PRODUCE = 4.0  # fruit and vegetable dishes a day, a soft goal
# Each day holds exactly one breakfast and two mains, so their 0.5 is a constant: it gives the solver's relative gap a floor.
_COST = {"main": 0.5, "breakfast": 0.5, "protein": 0.52, "starch": 0.01, "vegetable": 0.01, "fruit": 0.01, "drink": 0.02, "snack": 0.03}


@dataclass(frozen=True)
class Place:
    """A candidate: this food at this meal."""

    meal: str
    food: Food


def candidates(foods: Sequence[Food], rng: random.Random, factor: int) -> list[Place]:
    """A varied draw of dishes; each food stands at one meal only, so nothing is eaten twice."""
    places: list[Place] = []
    used: set[str] = set()
    order = ("Lunch", "Dinner", "Breakfast", "Afternoon snack", "Morning snack", "Evening snack")
    for number, meal in enumerate(order):
        slot = SLOT_OF[meal]
        for role, (count, _) in _ROLES[slot].items():
            fits = [food for food in foods if food.role == role and slot in food.slots and food.id not in used and food.id != "d_water"]
            rest = sum(1 for other in order[number:] if role in _ROLES[SLOT_OF[other]])
            picked = rng.sample(fits, min(count * factor, -(-len(fits) // rest)))
            used.update(food.id for food in picked)
            places += [Place(meal, food) for food in picked]
    return places


def shortlist(places: Sequence[Place], state: Situation, goals: Sequence[Band]) -> list[Place]:
    """A few dishes for each meal and role: what the linear relaxation takes, then what would cost it least. The programme stays small."""
    relaxed = relax(problem(places, state, goals, varied=False))
    if relaxed is None or relaxed.regret is None:
        liking = [(0.0, 0.0)] * len(places)  # `places` is a random draw, so its first are as good as any
    else:
        liking = [(-halves, regret) for halves, regret in zip(relaxed.halves, relaxed.regret, strict=True)]
    groups: dict[tuple[str, str], list[int]] = {}
    for number, place in enumerate(places):
        groups.setdefault((place.meal, place.food.role), []).append(number)
    kept: list[int] = []
    for (meal, role), members in groups.items():
        kept += sorted(members, key=liking.__getitem__)[: _ROLES[SLOT_OF[meal]][role][1]]
    return [places[number] for number in sorted(kept)]


def first_problem(state: Situation, need: Needs) -> Problem:
    """The integer programme that a day plan solves first, for measuring it beside its linear relaxation."""
    goals = goal_bands(state, need)
    return problem(shortlist(candidates(allowed(state), random.Random(0), 1), state, goals), state, goals)  # noqa: S311 - variety, not secrecy


def goal_bands(state: Situation, need: Needs) -> tuple[Band, ...]:
    """(figure, low, high, price) of every goal: bands first, then nutrients as soft goals."""
    low, high = need.targets.energy_kcal
    weight = need.weight_kg
    # Without a protein target (reduced kidneys) the plan stays near the allowance of 0.8 g/kg, not above 1.0.
    protein = need.targets.protein_g or (round(0.8 * weight), round(1.0 * weight))
    goals: list[Band] = [("energy_kcal", low, high, BAND_PRICE), ("protein_g", protein[0], protein[1], BAND_PRICE)]
    careful = state.has("minerals_careful", "kidney_reduced")
    for intake in reference_rows(state):
        target, _ = target_of(intake, state)
        if intake.id == "sodium_mg":
            goals.append((intake.id, None, intake.upper, 3.0))
        elif intake.id in ("potassium_mg", "phosphorus_mg") and careful:
            goals.append((intake.id, None, 0.6 * target if intake.id == "potassium_mg" else target, 6.0))
        elif intake.id == "vitamin_k_ug" and state.has("takes_warfarin"):
            goals.append((intake.id, None, 1.5 * target, 2.0))
        elif intake.id == "fibre_g" and state.has("diarrhea"):
            goals.append((intake.id, None, _LOW_FIBRE * target, 4.0))
        elif intake.id == "fibre_g":
            goals.append((intake.id, target, _FIBRE_TOP * target, 2.0))
        elif intake.id == "iron_mg" and state.has("iron_careful"):
            goals.append((intake.id, None, 1.5 * target, 1.0))
        else:
            upper = None if intake.id in ("magnesium_mg", "potassium_mg") else intake.upper
            goals.append((intake.id, target, upper, 2.0 if intake.id in ("iron_mg", "calcium_mg", "vitamin_b12_ug", "vitamin_c_mg") else 1.0))
    return tuple(goals)


def structure(places: Sequence[Place], kosher: bool, varied: bool = True) -> list[tuple[list[float], float, float]]:
    """Rows (weights on the choice, least, most) of a plausible day: one breakfast, one main dish a meal, a starch with a plain protein …

    `varied`: also nothing twice in a meal, no second main dish of the same kind, and few milky drinks.
    """
    rows: list[tuple[list[float], float, float]] = []

    def add(weights: list[float], least: float, most: float) -> None:
        rows.append((weights, least, most))

    def pick(meal: str, *roles: str) -> list[float]:
        return [1.0 if place.meal == meal and place.food.role in roles else 0.0 for place in places]

    for meal, slot in SLOT_OF.items():
        for role in _ROLES[slot]:
            if any(weights := pick(meal, role)):
                add(weights, 0, 1)
        if slot == "breakfast":
            add(pick(meal, "breakfast"), 1, 1)
        elif slot in ("lunch", "dinner"):
            add(pick(meal, "main", "protein"), 1, 1)
            add([s - p for s, p in zip(pick(meal, "starch"), pick(meal, "protein"), strict=True)], 0, 0)
            add([v - p for v, p in zip(pick(meal, "vegetable"), pick(meal, "protein"), strict=True)], 0, 1)
        elif meal == "Afternoon snack" and any(place.meal == meal for place in places):
            add(pick(meal, "snack", "fruit", "drink"), 1, 2)
        else:
            add(pick(meal, "snack", "fruit", "drink"), 0, 2)
        if kosher:
            _keep_apart(places, meal, add)
    if varied:
        rows += variety.rows(places)
    return rows


def problem(places: Sequence[Place], state: Situation, goals: Sequence[Band], kept: int = 0, varied: bool = True) -> Problem:
    """The integer programme over these candidates; the first `kept` are on the plate, and exactly one of the others joins them."""
    rows = structure(places, "kosher" in state.diets, varied and not kept)
    if kept:
        width = len(places)
        rows += [([1.0 if column == number else 0.0 for column in range(width)], 1, 1) for number in range(kept)]
        rows.append(([0.0 if column < kept else 1.0 for column in range(width)], 1, 1))
    energy = goals[0][1] or 0.0
    least, most = _portion_limits(places, energy, small_sides=state.has("energy_dense"))
    return Problem(
        least=least,
        most=most,
        cost=np.array([_COST[place.food.role] for place in places]),
        rows=np.array([row for row, _, _ in rows]),
        row_low=np.array([low for _, low, _ in rows]),
        row_high=np.array([high for _, _, high in rows]),
        goals=(*(Goal(np.array([place.food.amount(name) / 2 for place in places]), lo, hi, price) for name, lo, hi, price in goals), *_shape(places, energy)),
    )


def _portion_limits(places: Sequence[Place], energy: float, small_sides: bool) -> tuple[Floats, Floats]:
    """Least and most half portions: small eaters may halve the large dishes, large eaters double them; `small_sides` leaves room for what feeds."""
    least = np.array([_HALVES[place.food.role][0] for place in places], dtype=float)
    most = np.array([_HALVES[place.food.role][1] for place in places], dtype=float)
    large = np.array([place.food.role in ("main", "breakfast", "protein", "starch") for place in places])
    if energy < _SMALL_KCAL:
        least[large] = 1.0
    if energy > _LARGE_KCAL:
        most[large] = 4.0
    if small_sides:
        sides = np.array([place.food.role == "vegetable" for place in places])
        least[sides], most[sides] = 1.0, 2.0
    return least, most


def _shape(places: Sequence[Place], energy: float) -> list[Goal]:
    """Soft goals on the shape of the day: energy spread over the meals, enough fruit and vegetables."""
    halves = np.array([place.food.amount("energy_kcal") / 2 for place in places])
    found = []
    for meal, (low, high) in _SHARES.items():
        here = np.array([1.0 if place.meal == meal else 0.0 for place in places])
        found.append(Goal(halves * here, low * energy, high * energy, 3.0))
    produce = np.array([0.5 if place.food.role in ("fruit", "vegetable") else 0.0 for place in places])
    return [*found, Goal(produce, _PRODUCE, None, 0.3)]


def _keep_apart(places: Sequence[Place], meal: str, add: Callable[[list[float], float, float], None]) -> None:
    """Kosher: a dish with meat excludes every dish with milk at the same meal (at most one dish of a meal has meat)."""
    meat = [i for i, place in enumerate(places) if place.meal == meal and place.food.kinds & {"meat", "poultry"}]
    milk = [i for i, place in enumerate(places) if place.meal == meal and "milk" in place.food.kinds]
    for other in milk:
        weights = [0.0] * len(places)
        weights[other] = 1.0
        for one in meat:
            weights[one] = 1.0
        add(weights, 0, 1)
