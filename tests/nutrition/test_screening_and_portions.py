"""Refeeding risk by NICE CG32, labs that cannot both be right, and portions in kitchen words."""

from __future__ import annotations

from typing import Any

import pytest

from leukchat.errors import ProfileError
from leukchat.nutrition import parse_profile, plan_nutrition
from leukchat.nutrition.labs_in import labs_from
from leukchat.nutrition.portions import amount
from leukchat.nutrition.screening import days_of_little_intake
from leukchat.nutrition.situation import situation

PERSON: dict[str, Any] = {"age": 55, "sex": "female", "weight_kg": 60, "height_cm": 165}


def flags(**more: Any) -> frozenset[str]:
    return situation(parse_profile(PERSON | more)).flags


@pytest.mark.parametrize(
    "more",
    [
        pytest.param({"weight_kg": 42}, id="BMI under 16"),
        pytest.param({"symptoms": ["lost 12 kg in 3 months"]}, id="loss above 15 percent"),
        pytest.param({"symptoms": ["hardly eaten for 12 days"]}, id="almost nothing for more than 10 days"),
        pytest.param({"symptoms": ["hardly eaten for two weeks"]}, id="almost nothing for two weeks, in words"),
        pytest.param({"symptoms": ["hardly eating"], "labs": {"phosphate": "0.6 mmol/L"}}, id="low phosphate before feeding"),
        pytest.param({"symptoms": ["lost 8 kg", "eaten almost nothing for 6 days"]}, id="two lesser signs"),
        pytest.param({"symptoms": ["barely eating for a week"], "treatment_phase": "induction"}, id="a week of little food and chemotherapy"),
    ],
)
def test_refeeding_risk_is_seen_and_nothing_pushes_energy(more: dict[str, Any]) -> None:
    assert "refeeding" in flags(**more)
    plan = plan_nutrition(parse_profile(PERSON | more))
    assert plan.warnings[0].startswith("Refeeding risk")
    assert not plan.targets.energy_kcal
    assert not plan.meal_plan
    assert plan.referral
    assert "Easy energy" not in plan.summary
    assert not any("Add energy" in tip for row in plan.symptom_tips for tip in row.tips)


@pytest.mark.parametrize(
    "more",
    [
        pytest.param({}, id="nothing"),
        pytest.param({"symptoms": ["lost 3 kg"]}, id="a small loss"),
        pytest.param({"labs": {"potassium": "3.2 mmol/L"}}, id="low potassium of somebody who eats"),
        pytest.param({"symptoms": ["eating little for 3 days"]}, id="three days"),
        pytest.param({"age": 8, "weight_kg": 20, "height_cm": 125, "symptoms": ["not eating for 12 days"]}, id="a child has its own team"),
    ],
)
def test_no_refeeding_risk_without_its_criteria(more: dict[str, Any]) -> None:
    assert "refeeding" not in flags(**more)


def test_days_without_little_intake_do_not_count() -> None:
    assert days_of_little_intake(["nausea for 12 days"]) == 0


@pytest.mark.parametrize(
    ("labs", "named"),
    [
        pytest.param({"wbc": "1.0", "anc": "5.0"}, ("5.0", "1.0", "part of the white cells"), id="neutrophils above white cells"),
        pytest.param({"urea": "20 mmol/L", "bun": "5 mmol/L"}, ("20 mmol/L", "5 mmol/L", "same substance"), id="one substance, two values"),
    ],
)
def test_labs_that_cannot_both_be_right_are_named(labs: dict[str, str], named: tuple[str, ...]) -> None:
    with pytest.raises(ProfileError) as error:
        parse_profile(PERSON | {"labs": labs})
    assert all(part in error.value.problems["labs"] for part in named)


def test_labs_taken_over_from_different_days_never_contradict() -> None:
    taken = labs_from({"anc": (5.0, "10^9/L"), "wbc": (1.0, "10^9/L"), "urea": (5.0, "mmol/L"), "bun": (5.1, "mmol/L")})
    assert set(taken) == {"anc", "urea", "bun"}
    parse_profile(PERSON | {"labs": taken})


@pytest.mark.parametrize(
    ("portion", "times", "said"),
    [
        pytest.param("1 bowl", 1.0, "1 bowl", id="as it is"),
        pytest.param("1 bowl", 1.5, "1½ bowls", id="one and a half"),
        pytest.param("1 large bowl", 0.5, "half a large bowl", id="half"),
        pytest.param("1 arepa", 0.5, "half an arepa", id="half before a vowel"),
        pytest.param("2 slices", 0.5, "1 slice", id="half of two"),
        pytest.param("3 slices", 0.5, "1½ slices", id="half of three"),
        pytest.param("1 glass", 2.0, "2 glasses", id="double"),
        pytest.param("1 bowl and rice", 1.5, "1½ bowls and rice", id="with something beside it"),
        pytest.param("2 eggs, 1 slice", 1.5, "3 eggs, 1½ slices", id="two counts"),
        pytest.param("2 chapati and 1 small bowl", 0.5, "1 chapati and half a small bowl", id="two counts joined by and"),
        pytest.param("3 tacos", 1.5, "4½ tacos", id="plural in o"),
        pytest.param("1 half", 1.5, "three quarters", id="halves become quarters"),
        pytest.param("1 hot dog", 1.5, "1½ times 1 hot dog", id="not one plain noun"),
    ],
)
def test_portions_speak_kitchen_words(portion: str, times: float, said: str) -> None:
    assert amount(portion, times) == said


def test_comfort_care_puts_enjoyment_first_and_hospice_gets_no_numbers() -> None:
    plan = plan_nutrition(parse_profile(PERSON | {"treatment_phase": "palliative care"}))
    assert any("food is there to be enjoyed" in warning for warning in plan.warnings)
    assert plan.targets.energy_kcal
    assert not plan_nutrition(parse_profile(PERSON | {"treatment_phase": "hospice"})).targets.energy_kcal


def test_a_person_finds_their_own_words_again() -> None:
    plan = plan_nutrition(parse_profile(PERSON | {"medicines": ["Glivec"], "supplements": ["apricot kernels"]}))
    assert '"glivec" is imatinib' in plan.summary
    assert any("apricot kernels" in row.item for row in plan.avoid)


def test_warfarin_keeps_greens_out_of_the_good_choices() -> None:
    plan = plan_nutrition(parse_profile(PERSON | {"age": 70, "diet": "vegan", "medicines": ["warfarin"]}))
    items = " ".join(item for group in plan.foods for item in group.items)
    assert not any(green in items for green in ("kale", "spinach", "broccoli", "pak choi"))
