"""Targets lie in their sourced bands, or are withheld with a reason."""

from __future__ import annotations

from typing import Any

import pytest

from leukchat.nutrition import parse_profile
from leukchat.nutrition.reference import NUTRIENTS, intakes
from leukchat.nutrition.screening import weight_loss_percent
from leukchat.nutrition.situation import egfr_2021, situation
from leukchat.nutrition.targets import arithmetic_weight, needs

GOOD: dict[str, Any] = {"age": 40, "sex": "female", "weight_kg": 65, "height_cm": 165}


def state_of(**change: Any) -> Any:
    return situation(parse_profile({**GOOD, **change}))


def test_adult_targets_follow_espen_and_nice() -> None:
    targets = needs(state_of(weight_kg=60)).targets
    assert targets.energy_kcal == (1500, 1800)
    assert targets.protein_g == (60, 90)
    assert targets.fluid_ml == (1800, 2100)
    assert set(targets.basis) == {"energy_kcal", "protein_g", "fluid_ml"}


def test_obesity_uses_the_adjusted_weight() -> None:
    state = state_of(weight_kg=120, height_cm=170)
    ideal = 25 * 1.7**2
    assert arithmetic_weight(state) == pytest.approx(ideal + 0.25 * (120 - ideal))
    assert needs(state).targets.energy_kcal[1] < 30 * 120


def test_people_over_65_get_at_least_one_gram_of_protein_a_kg() -> None:
    targets = needs(state_of(age=80, weight_kg=70)).targets
    assert targets.protein_g[0] >= 70
    assert "Above 65" in targets.basis["protein_g"]


@pytest.mark.parametrize(
    "change",
    [
        {"age": 17.9, "weight_kg": 50},
        {"age": 4, "weight_kg": 16, "height_cm": 100},
        {"pregnant": True, "age": 30},
        {"conditions": ["dialysis"]},
        {"conditions": ["chronic kidney disease"]},
        {"labs": {"egfr": "22"}},
        {"labs": {"creatinine": "400 µmol/L"}},
        {"conditions": ["acute GVHD"]},
        {"conditions": ["parenteral nutrition"]},
        {"symptoms": ["weight loss"]},
        {"symptoms": ["lost 10 % of my weight"]},
        {"conditions": ["breastfeeding"]},
        {"weight_kg": 40, "height_cm": 170},
    ],
    ids=str,
)
def test_no_numbers_where_a_dietitian_must_set_them(change: dict[str, Any]) -> None:
    need = needs(state_of(**change))
    assert need.targets.energy_kcal == need.targets.protein_g == need.targets.fluid_ml == ()
    assert need.withheld
    assert need.referral


def test_a_small_weight_loss_keeps_the_targets_and_warns() -> None:
    need = needs(state_of(symptoms=["lost 1 kg last month"]))
    assert need.targets.energy_kcal
    assert "Weigh yourself weekly" in " ".join(need.warnings)


def test_no_weight_loss_is_not_weight_loss() -> None:
    assert needs(state_of(symptoms=["no weight loss"])).targets.energy_kcal


@pytest.mark.parametrize(("words", "percent"), [("lost 6.5 kg", 9.1), ("losing 10 pounds", 6.5), ("I lost 7 % of my weight", 7.0), ("tired", None)], ids=str)
def test_weight_loss_is_read_from_words(words: str, percent: float | None) -> None:
    found = weight_loss_percent(state_of(symptoms=[words]).profile)
    assert found == (None if percent is None else pytest.approx(percent, abs=0.1))


@pytest.mark.parametrize("change", [{"conditions": ["heart failure"]}, {"labs": {"sodium": "126"}}, {"conditions": ["tumor lysis"]}, {"labs": {"egfr": "45"}}], ids=str)
def test_fluid_is_left_to_the_team(change: dict[str, Any]) -> None:
    targets = needs(state_of(**change)).targets
    assert targets.fluid_ml == ()
    assert targets.energy_kcal


def test_egfr_matches_the_published_equation() -> None:
    # 1.0 mg/dL: 40-year-old woman 73, man 98 (CKD-EPI 2021, National Kidney Foundation calculator)
    assert egfr_2021(88.42, 40, "female") == pytest.approx(73, abs=1)
    assert egfr_2021(88.42, 40, "male") == pytest.approx(98, abs=1)


@pytest.mark.parametrize(
    ("age", "sex", "nutrient", "amount"),
    [
        (25, "female", "iron_mg", 18),
        (51, "female", "iron_mg", 8),
        (25, "male", "iron_mg", 8),
        (60, "female", "calcium_mg", 1200),
        (60, "male", "calcium_mg", 1000),
        (75, "male", "vitamin_d_ug", 20),
        (30, "male", "magnesium_mg", 400),
        (31, "male", "magnesium_mg", 420),
        (7, "male", "calcium_mg", 1000),
        (15, "female", "iron_mg", 15),
        (40, "female", "potassium_mg", 2600),
        (40, "male", "vitamin_c_mg", 90),
        (2, "female", "vitamin_b12_ug", 0.9),
    ],
    ids=str,
)
def test_reference_intakes_are_those_of_the_national_academies(age: float, sex: str, nutrient: str, amount: float) -> None:
    assert {row.id: row.amount for row in intakes(age, sex)}[nutrient] == amount


def test_there_are_22_reference_intakes_at_every_age() -> None:
    for age in (1, 5, 10, 16, 30, 60, 90):
        for sex in ("female", "male"):
            rows = intakes(age, sex)
            assert tuple(row.id for row in rows) == NUTRIENTS
            assert len(rows) == 22
            assert all(row.upper is None or row.upper > row.amount for row in rows)


def test_iron_is_not_pushed_in_vegans_who_were_transfused() -> None:
    from leukchat.nutrition.nutrients import target_of

    iron = next(row for row in intakes(25, "female") if row.id == "iron_mg")
    assert target_of(iron, state_of(age=25, diet="vegan"))[0] == pytest.approx(32.4)
    assert target_of(iron, state_of(age=25, diet="vegan", conditions=["many transfusions"]))[0] == 18
