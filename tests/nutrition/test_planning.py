"""The day's plan: within its bands, plausible, inside hard limits, quick; swaps keep all of that."""

from __future__ import annotations

from typing import Any

import pytest

from leukchat.errors import ProfileError
from leukchat.nutrition import NutritionPlan, parse_profile, plan_nutrition, swap
from leukchat.nutrition.foods import allowed, by_id
from leukchat.nutrition.situation import situation

GOOD: dict[str, Any] = {"age": 40, "sex": "female", "weight_kg": 65, "height_cm": 165}
PEOPLE: list[dict[str, Any]] = [
    {},
    {"diet": "vegan"},
    {"diet": "vegan, gluten-free", "allergies": ["nuts"]},
    {"diet": "kosher", "sex": "male", "weight_kg": 85, "height_cm": 182},
    {"diet": "halal", "medicines": ["dexamethasone"]},
    {"diet": "jain", "weight_kg": 50, "height_cm": 158},
    {"diet": "pescatarian", "symptoms": ["diarrhea"]},
    {"diet": "vegetarian", "symptoms": ["mouth sores"]},
    {"sex": "male", "weight_kg": 110, "height_cm": 190},
    {"age": 82, "weight_kg": 48, "height_cm": 152},
    {"allergies": ["milk", "egg", "soy", "fish"]},
    {"labs": {"potassium": "5.9"}},
]


def plan_for(**change: Any) -> NutritionPlan:
    return plan_nutrition(parse_profile({**GOOD, **change}))


def check_day(plan: NutritionPlan) -> None:
    energy, protein = plan.targets.energy_kcal, plan.targets.protein_g
    if not plan.plan_limits:
        assert 0.98 * energy[0] <= plan.plan_totals["energy_kcal"] <= 1.02 * energy[1]
        assert not protein or 0.98 * protein[0] <= plan.plan_totals["protein_g"] <= 1.02 * protein[1]
    dishes = [row.food_id for row in plan.meal_plan]
    assert len(dishes) == len(set(dishes))
    for meal in ("Lunch", "Dinner"):
        roles = [row.role for row in plan.meal_plan if row.meal == meal]
        assert roles.count("main") + roles.count("protein") == 1
        assert roles.count("starch") == roles.count("protein")
    assert [row.role for row in plan.meal_plan if row.meal == "Breakfast"].count("breakfast") == 1


@pytest.mark.parametrize("change", PEOPLE, ids=str)
def test_a_day_is_in_its_bands_and_plausible(change: dict[str, Any]) -> None:
    plan = plan_for(**change)
    assert plan.meal_plan
    check_day(plan)
    ids = {food.id for food in allowed(situation(parse_profile({**GOOD, **change})))}
    assert {row.food_id for row in plan.meal_plan} <= ids


def test_the_vegan_day_covers_most_reference_intakes() -> None:
    plan = plan_for(diet="vegan", age=25, weight_kg=58)
    met = [row for row in plan.nutrients if row.percent is not None and row.percent >= 80]
    assert len(met) >= 18


def test_percent_is_what_the_plan_provides_of_the_target() -> None:
    for row in plan_for().nutrients:
        assert row.plan_provides is not None
        assert row.percent == pytest.approx(100 * row.plan_provides / row.target, abs=0.1)


def test_totals_are_the_sum_of_the_dishes() -> None:
    plan = plan_for()
    assert plan.plan_totals["energy_kcal"] == pytest.approx(sum(row.nutrients.get("energy_kcal", 0) for row in plan.meal_plan), abs=0.5)


def test_kosher_days_keep_meat_and_milk_apart() -> None:
    for weight in (55, 65, 75, 85):
        plan = plan_for(diet="kosher", weight_kg=weight, height_cm=175)
        for meal in {row.meal for row in plan.meal_plan}:
            kinds = [by_id()[row.food_id].kinds for row in plan.meal_plan if row.meal == meal]
            assert not (any(one & {"meat", "poultry"} for one in kinds) and any("milk" in one for one in kinds))


def test_risky_food_and_grapefruit_are_never_planned() -> None:
    for change in PEOPLE:
        for food in allowed(situation(parse_profile({**GOOD, **change}))):
            assert food.safety != "risky"
            assert food.traits.isdisjoint({"cyp3a_fruit", "alcohol"})


def test_raw_produce_is_left_out_while_neutrophils_are_low_and_allowed_otherwise() -> None:
    low = {food.id for food in allowed(situation(parse_profile({**GOOD, "labs": {"anc": "0.2"}})))}
    high = {food.id for food in allowed(situation(parse_profile({**GOOD, "labs": {"anc": "3.0"}})))}
    assert "v_salad_green" not in low
    assert "v_salad_green" in high
    assert "f_banana" in low


def test_an_impossible_day_names_the_limit() -> None:
    plan = plan_for(
        diet="vegan, gluten-free", allergies=["legumes", "soy", "nuts"], dislikes=["rice", "potato", "corn", "banana", "plantain", "yam", "millet", "quinoa", "buckwheat"]
    )
    assert plan.plan_limits
    assert not plan.meal_plan or "range is the limit" in plan.plan_limits[0]


@pytest.mark.parametrize("change", PEOPLE[:8], ids=str)
def test_a_swap_changes_one_dish_and_keeps_the_limits(change: dict[str, Any]) -> None:
    plan = plan_for(**change)
    other = swap(plan, "lunch")
    before = {row.food_id for row in plan.meal_plan if row.meal != "Through the day"}
    after = {row.food_id for row in other.meal_plan if row.meal != "Through the day"}
    assert len(before - after) == len(after - before) == 1
    assert after <= {food.id for food in allowed(situation(parse_profile({**GOOD, **change})))}
    check_day(other)
    new = by_id()[next(iter(after - before))]
    assert new.name in other.summary


def test_repeated_swaps_bring_new_dishes() -> None:
    plan = plan_for()
    seen = []
    for _ in range(4):
        plan = swap(plan, "Dinner")
        seen.append(next(row.food_id for row in plan.meal_plan if row.meal == "Dinner"))
    assert len(set(seen)) == 4


def test_a_swap_solves_the_other_portions_again_and_keeps_their_dishes() -> None:
    plan = plan_for(diet="vegan")
    other = swap(plan, "Lunch")
    kept = {row.food_id for row in plan.meal_plan if row.meal != "Lunch" and row.food_id != "d_water"}
    assert kept <= {row.food_id for row in other.meal_plan}
    low, high = other.targets.energy_kcal
    assert 0.98 * low <= other.plan_totals["energy_kcal"] <= 1.02 * high


def test_a_swap_renews_what_the_plan_says_about_its_limits() -> None:
    plan = plan_for(diet="jain", allergies=["milk", "soy"], dislikes=["lentils", "chickpeas"])
    other = swap(plan, "Lunch")
    assert set(other.plan_limits) <= set(other.warnings)
    assert not (set(plan.plan_limits) - set(other.plan_limits)) & set(other.warnings)


def test_a_plan_from_json_needs_its_profile_to_be_swapped() -> None:
    plan = plan_for()
    read = NutritionPlan.model_validate_json(plan.model_dump_json())
    with pytest.raises(ProfileError, match="profile"):
        swap(read, "Lunch")
    assert swap(read, "Lunch", parse_profile(GOOD)).meal_plan


@pytest.mark.parametrize(("meal", "dish", "part"), [("supper", "", "accepted are Breakfast"), ("Lunch", "caviar", "not part of Lunch")], ids=str)
def test_an_unknown_meal_or_dish_is_named(meal: str, dish: str, part: str) -> None:
    with pytest.raises(ProfileError, match=part):
        swap(plan_for(), meal, dish=dish)
