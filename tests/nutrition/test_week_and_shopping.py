"""Several days, what they need from the shop, and the chart of one of them."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from leukchat.errors import ProfileError
from leukchat.nutrition import NutritionPlan, chart, parse_profile, plan_nutrition, shopping, swap, week
from leukchat.nutrition.chart import CAP_PERCENT
from leukchat.nutrition.foods import allowed, by_id, foods
from leukchat.nutrition.shopping import aisle_of, rounded
from leukchat.nutrition.situation import situation

GOOD: dict[str, Any] = {"age": 40, "sex": "female", "weight_kg": 65, "height_cm": 165}


def plan_for(**change: Any) -> NutritionPlan:
    return plan_nutrition(parse_profile({**GOOD, **change}))


@pytest.mark.parametrize("change", [{}, {"diet": "vegan"}, {"diet": "jain"}, {"allergies": ["milk", "egg"]}], ids=str)
def test_a_week_varies_and_every_day_fits_the_person(change: dict[str, Any]) -> None:
    plan = plan_for(**change)
    menus = week(plan)
    fits = {food.id for food in allowed(situation(parse_profile({**GOOD, **change})))} | {"d_water"}
    assert [menu.day for menu in menus] == [1, 2, 3, 4, 5, 6, 7]
    assert len({row.food_id for menu in menus for row in menu.meals if row.role in ("main", "protein")}) >= 7
    low, high = plan.targets.energy_kcal
    for menu in menus:
        assert {row.food_id for row in menu.meals} <= fits
        assert menu.limits or 0.98 * low <= menu.totals["energy_kcal"] <= 1.02 * high
    for before, after in pairwise(menus):
        mains = [{row.food_id for row in menu.meals if row.role in ("breakfast", "main", "protein")} for menu in (before, after)]
        assert not mains[0] & mains[1]


def test_the_first_day_of_a_week_is_the_plan_as_it_was_swapped() -> None:
    plan = swap(plan_for(), "Dinner")
    assert week(plan, 2)[0].meals == plan.meal_plan


def test_a_plan_without_meals_has_no_week_and_no_shopping_list() -> None:
    menus = week(plan_for(symptoms=["fever"]))
    assert menus == ()
    assert shopping(menus) == ()


@pytest.mark.parametrize("days", [0, -1, 15])
def test_a_number_of_days_out_of_range_is_named(days: int) -> None:
    with pytest.raises(ProfileError, match=f"days {days} is not accepted; choose 1 to 14"):
        week(plan_for(), days)


def test_every_ingredient_has_an_aisle() -> None:
    names = {name for food in foods() for name in food.ingredients.split(", ")} - {"water", "salt"}
    assert [name for name in sorted(names) if aisle_of(name) == "Other"] == []


@pytest.mark.parametrize(
    ("name", "aisle"),
    [
        ("green beans", "Vegetables"),
        ("kidney beans", "Beans, lentils and soy"),
        ("coconut water", "Long-life and cans"),
        ("cod", "Fish"),
        ("soy drink fortified with calcium and B12", "Drinks"),
    ],
)
def test_aisles_are_where_a_shop_has_them(name: str, aisle: str) -> None:
    assert aisle_of(name) == aisle


@pytest.mark.parametrize(("grams", "bought"), [(3, 5), (50, 50), (51, 60), (201, 250), (1001, 1100), (0.4, 5)])
def test_grams_are_rounded_up(grams: float, bought: float) -> None:
    assert rounded(grams) == bought


def test_a_list_sums_each_ingredient_over_days_and_never_buys_too_little() -> None:
    plan = plan_for()
    once, thrice = (shopping(week(plan, days)) for days in (1, 3))
    assert sum(item.grams for item in once) >= sum(row.grams for row in plan.meal_plan if row.food_id != "d_water") * 0.6
    assert len({item.item for item in thrice}) == len(thrice)
    bought = {item.item: item.grams for item in thrice}
    assert all(bought[item.item] >= item.grams for item in once)
    assert [item.aisle for item in once] == sorted((item.aisle for item in once), key=[item.aisle for item in thrice].index)


def test_amounts_of_a_list_are_those_of_the_recipes() -> None:
    food = by_id()["porridge_milk"]
    plan = plan_for()
    row = plan.meal_plan[0].model_copy(update={"food_id": food.id, "grams": 2 * food.grams, "source": food.source})
    menu = week(plan, 1)[0].model_copy(update={"meals": (row,)})
    assert {item.item: item.grams for item in shopping([menu])} == {"rolled oats": 90, "milk": 450, "banana": 120}


def test_the_chart_caps_long_bars_and_marks_low_near_met_and_over() -> None:
    plan = plan_for(diet="vegan")
    bars = {bar.label: bar for bar in chart(plan)}
    assert set(bars) == {"Energy", "Protein", "Fluid", *(row.nutrient for row in plan.nutrients)}
    for bar in bars.values():
        assert bar.shown == min(bar.percent, CAP_PERCENT)
        assert bar.capped is (bar.percent > CAP_PERCENT)
        assert (bar.mark == "low") is (bar.kind == "goal" and bar.percent < 80)
    assert bars["Sodium"].kind == "limit"
    assert bars["Energy"].mark == "met"


def test_the_chart_sets_no_goal_where_the_team_does() -> None:
    bars = {bar.label: bar for bar in chart(plan_for(labs={"potassium": "5.9"}))}
    assert bars["Potassium"].mark == "team"
    assert {bar.label: bar for bar in chart(plan_for(labs={"ferritin": "2400"}))}["Iron"].kind == "team"


def test_a_plan_without_meals_has_no_chart() -> None:
    assert chart(plan_for(pregnant=True)) == ()
