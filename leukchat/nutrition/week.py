"""Several days: the plan at hand as the first, then days of other main dishes, each solved for the same person."""

from __future__ import annotations

from leukchat.errors import ProfileError
from leukchat.nutrition.model import Menu, NutritionPlan, NutritionProfile
from leukchat.nutrition.planning import day_plan
from leukchat.nutrition.situation import situation
from leukchat.nutrition.targets import needs

MOST_DAYS = 14
_REPEATS_AFTER = 3  # days before a breakfast or main dish may come back
_LARGE = ("breakfast", "main", "protein")


def week(plan: NutritionPlan, days: int = 7, profile: NutritionProfile | None = None) -> tuple[Menu, ...]:
    """`days` menus, the plan's own day first, also after swaps; empty when the plan holds no meals.

    Breakfasts and main dishes come back after three days at the earliest, where enough dishes fit. Raises ProfileError for a
    number of days out of range, or when a plan read from a file comes without its profile.
    """
    if not 1 <= days <= MOST_DAYS:
        raise ProfileError({"days": f"days {days} is not accepted; choose 1 to {MOST_DAYS}."})
    known = profile or plan._profile
    if known is None:
        raise ProfileError({"profile": "The plan was read from a file and does not hold its profile; give the profile it was made for."})
    if not plan.meal_plan:
        return ()
    menus = [Menu(day=1, meals=plan.meal_plan, totals=plan.plan_totals, limits=plan.plan_limits)]
    state = situation(known)
    need = needs(state)
    for day in range(2, days + 1):
        recent = frozenset(row.food_id for menu in menus[-_REPEATS_AFTER:] for row in menu.meals if row.role in _LARGE)
        solved = day_plan(state, need, day, recent)
        menus.append(Menu(day=day, meals=solved.rows, totals=solved.totals, limits=solved.limits))
    return tuple(menus)
