"""Left-out foods are recognised in every usual spelling; red flags and situations are read from words."""

from __future__ import annotations

from typing import Any

import pytest

from leukchat.nutrition import parse_profile, plan_nutrition
from leukchat.nutrition.red_flags import red_flags
from leukchat.nutrition.situation import situation
from leukchat.nutrition.wording import Wording, left_out

GOOD: dict[str, Any] = {"age": 40, "sex": "female", "weight_kg": 65, "height_cm": 165}


@pytest.mark.parametrize(
    ("allergy", "text", "allowed"),
    [
        ("milk", "Try some cheese.", False),
        ("lactose", "Ice cream is soft.", False),
        ("nuts", "a handful of almonds", False),
        ("Tree nuts", "peanuts are legumes", True),
        ("peanut allergy (severe)", "Peanuts", False),
        ("eggs", "eggplant bake", True),
        ("shellfish", "Shrimp with rice", False),
        ("tomatoes", "tomato soup", False),
        ("strawberry", "Fresh strawberries", False),
        ("berries", "Stewed blueberries", False),
        ("wheat", "buckwheat", True),
        ("gluten", "toast", False),
        ("milk", "milk thistle", True),
        ("fish", "FISH oil", False),
        ("crème", "creme", False),
    ],
)
def test_an_allergy_is_recognised_in_a_text(allergy: str, text: str, allowed: bool) -> None:
    assert Wording(left_out([allergy], [], frozenset()).regex()).allows(text) is allowed


def test_only_the_sentence_that_names_it_is_dropped() -> None:
    wording = Wording(left_out(["milk"], [], frozenset()).regex())
    assert wording.clean("Drink water. Cheese is rich. Rest well.") == "Drink water. Rest well."


def test_an_allergy_outside_the_table_is_said_without_its_name() -> None:
    plan = plan_nutrition(parse_profile({**GOOD, "allergies": ["zanthum bark"]}))
    assert any("not in our table" in text for text in plan.warnings)
    assert "zanthum" not in plan.model_dump_json().lower()


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("I have a fever of 38.5", "Fever"),
        ("temp 101 F and chills", "Fever"),
        ("my nose is bleeding", "Bleeding"),
        ("black tarry stools", "Bleeding"),
        ("I can't keep fluids down", "Not keeping fluids down"),
        ("vomiting for two days", "Not keeping fluids down"),
        ("severe belly pain", "Severe belly pain"),
        ("belly pain that goes to my back", "Severe belly pain"),
        ("I feel confused", "Confusion"),
        ("trouble breathing", "Trouble breathing"),
    ],
)
def test_a_red_flag_is_found(text: str, sign: str) -> None:
    assert any(flag.startswith(sign) for flag in red_flags([text]))


@pytest.mark.parametrize("text", ["no fever", "What should I eat to prevent bleeding?", "what should I eat if I have a fever", "nausea", "I weigh 101 kg", "cold food at 4 °C"])
def test_what_is_denied_or_harmless_is_no_red_flag(text: str) -> None:
    assert red_flags([text]) == ()


@pytest.mark.parametrize(
    ("change", "flag", "holds"),
    [
        ({}, "anc_unknown", True),
        ({"treatment_phase": "watch and wait"}, "infection_risk", False),
        ({"labs": {"anc": "2.0"}}, "infection_risk", False),
        ({"labs": {"anc": "0.9"}}, "infection_risk", True),
        ({"labs": {"anc": "2.0"}, "treatment_phase": "transplant"}, "infection_risk", True),
        ({"treatment_phase": "induction"}, "intensive", True),
        ({"labs": {"ferritin": "1001"}}, "iron_careful", True),
        ({"labs": {"ferritin": "999"}}, "iron_careful", False),
        ({"labs": {"potassium": "5.5"}}, "minerals_careful", True),
        ({"labs": {"potassium": "5.4"}}, "minerals_careful", False),
        ({"conditions": ["no diabetes"]}, "diabetes", False),
        ({"medicines": ["rasburicase"]}, "tls", True),
        ({"medicines": ["prednisolone"]}, "sugar_careful", True),
        ({"weight_kg": 100}, "obese", True),
        ({"age": 65}, "older", False),
        ({"age": 66}, "older", True),
    ],
    ids=str,
)
def test_a_situation_is_read_at_its_limits(change: dict[str, Any], flag: str, holds: bool) -> None:
    assert situation(parse_profile({**GOOD, **change})).has(flag) is holds


def test_red_flags_come_first_and_stop_the_meal_plan() -> None:
    plan = plan_nutrition(parse_profile({**GOOD, "symptoms": ["fever"]}))
    assert plan.red_flags
    assert plan.warnings[0] == plan.red_flags[0]
    assert plan.meal_plan == ()
    assert plan.summary.index("Call now") < plan.summary.index("What matters first")
