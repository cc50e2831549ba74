"""Bad profiles are refused field by field; good ones are read in any usual spelling."""

from __future__ import annotations

from typing import Any

import pytest

from leukchat.errors import ProfileError
from leukchat.nutrition import parse_profile
from leukchat.nutrition.diets import DIETS, read_diet
from leukchat.nutrition.labs_in import read_lab

GOOD = {"age": 40, "sex": "female", "weight_kg": 65, "height_cm": 165}


@pytest.mark.parametrize(
    ("change", "field", "parts"),
    [
        ({"weight_kg": -5}, "weight_kg", ["-5", "2 to 400 kg"]),
        ({"weight_kg": 700}, "weight_kg", ["700", "2 to 400 kg"]),
        ({"age": 300}, "age", ["300", "0.5 to 120 years"]),
        ({"age": "old"}, "age", ["'old'", "0.5 to 120"]),
        ({"age": float("nan")}, "age", ["nan"]),
        ({"age": True}, "age", ["True"]),
        ({"age": None}, "age", ["missing"]),
        ({"height_cm": 16.5}, "height_cm", ["16.5", "45 to 250 cm"]),
        ({"height_cm": 250, "weight_kg": 30}, "height_cm", ["250", "30 kg"]),
        ({"weight_kg": 12}, "weight_kg", ["12", "40 years"]),
        ({"sex": "x"}, "sex", ["'x'", "female or male"]),
        ({"diet": "breatharian"}, "diet", ["breatharian", "vegan", "kosher"]),
        ({"pregnant": "maybe"}, "pregnant", ["maybe", "true or false"]),
        ({"pregnant": True, "sex": "male"}, "pregnant", ["male"]),
        ({"labs": {"hemoglobin": ["88 g/L", "8.8 mg/L"]}}, "labs", ["8.8 mg/L", "g/dl"]),
        ({"labs": {"hemoglobin": "88 g/L", "Hb": "10.4 g/dL"}}, "labs", ["88 g/L", "10.4 g/dL", "contradict"]),
        ({"labs": {"hemoglobin": "8.8 mg/L"}}, "labs", ["8.8 mg/L", "accepted are"]),
        ({"labs": {"potassium": "500"}}, "labs", ["500", "1 to 12"]),
        ({"labs": {"aura": "3"}}, "labs", ["'aura'", "not a lab"]),
        ({"labs": ["hb 88"]}, "labs", ["object"]),
        ({"allergies": [1]}, "allergies", ["list of words"]),
        ({"medicines": {"a": 1}}, "medicines", ["list of words"]),
        ({"shoe_size": 42}, "shoe_size", ["'shoe_size'", "accepted are"]),
        ({"question": 5}, "question", ["not text"]),
    ],
    ids=lambda value: str(value)[:40],
)
def test_a_bad_value_is_named_with_what_is_accepted(change: dict[str, Any], field: str, parts: list[str]) -> None:
    with pytest.raises(ProfileError) as caught:
        parse_profile({**GOOD, **change})
    assert field in caught.value.problems
    for part in parts:
        assert part in caught.value.problems[field]


def test_an_empty_profile_says_what_is_needed() -> None:
    with pytest.raises(ProfileError, match=r"age .years., sex"):
        parse_profile({})


def test_every_bad_field_is_reported_at_once() -> None:
    with pytest.raises(ProfileError) as caught:
        parse_profile({"age": 300, "sex": "?", "weight_kg": -5, "height_cm": 0, "diet": "moon"})
    assert set(caught.value.problems) == {"age", "sex", "weight_kg", "height_cm", "diet"}


@pytest.mark.parametrize(
    ("text", "diets"),
    [
        ("vegan", ("vegan",)),
        ("Vegan, gluten-free", ("vegan", "gluten_free")),
        ("vegan gluten free", ("vegan", "gluten_free")),
        ("plant-based", ("vegan",)),
        ("no restrictions", ("omnivore",)),
        ("Halal diet", ("halal",)),
        ("hindu vegetarian", ("lacto_vegetarian",)),
        ("coeliac and lactose intolerant", ("gluten_free", "lactose_free")),
        ("", ("omnivore",)),
        ("moon", None),
        ("vegan, moon", None),
    ],
    ids=str,
)
def test_diets_are_read_in_usual_spellings(text: str, diets: tuple[str, ...] | None) -> None:
    assert read_diet(text) == diets


@pytest.mark.parametrize("diet", DIETS)
def test_every_listed_diet_is_accepted(diet: str) -> None:
    assert parse_profile({**GOOD, "diet": diet}).diet == diet


@pytest.mark.parametrize(
    ("analyte", "given", "value"),
    [
        ("hemoglobin", "8.8 g/dL", 88),
        ("hemoglobin", "88 g/L", 88),
        ("hemoglobin", 88, 88),
        ("anc", "350 /µL", 0.35),
        ("anc", "0.35 x10^9/L", 0.35),
        ("anc", "0.35 ×10⁹/L", 0.35),
        ("anc", "0.35 K/uL", 0.35),
        ("potassium", "5.8 mmol/L", 5.8),
        ("creatinine", "1.0 mg/dL", 88.42),
        ("triglycerides", "1200 mg/dL", 13.548),
        ("ferritin", "2,400 ng/mL", 2400),
        ("anc", "<0.1", 0.1),
    ],
    ids=str,
)
def test_labs_are_turned_into_si_units(analyte: str, given: Any, value: float) -> None:
    lab = read_lab(analyte, given)
    assert not isinstance(lab, str)
    assert lab.value == pytest.approx(value, rel=1e-3)


def test_the_same_lab_in_two_units_is_no_contradiction() -> None:
    assert parse_profile({**GOOD, "labs": {"hemoglobin": ["88 g/L", "8.8 g/dL"]}}).labs == {"hemoglobin": "88 g/L"}


def test_labs_of_the_lab_tab_without_use_here_are_let_through() -> None:
    assert parse_profile({**GOOD, "labs": {"mcv": "90 fL", "potassium": "4.2"}}).labs == {"potassium": "4.2 mmol/L"}
