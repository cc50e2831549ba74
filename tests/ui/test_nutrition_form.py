"""The nutrition form without a browser: what was typed as a profile, problems in its words, swaps that cannot be."""

from __future__ import annotations

from typing import Any

import pytest

from leukchat.errors import ProfileError
from leukchat.nutrition import parse_profile, plan_nutrition
from leukchat.nutrition.diets import read_diet
from leukchat.ui.nutrition_chart import chart_html
from leukchat.ui.nutrition_form import DEFAULTS, DIETS, EXAMPLE, LABELS, is_untouched, lab_text, lab_values, medicine_names, profile_of
from leukchat.ui.nutrition_meals import meals_html, swapped
from leukchat.ui.nutrition_problems import field_updates, problems_html, readable
from leukchat.ui.nutrition_results import first_html, rest_html


def values(**typed: Any) -> list[Any]:
    return list((DEFAULTS | typed).values())


def test_the_seed_example_makes_a_valid_profile() -> None:
    profile = parse_profile(profile_of(list(EXAMPLE.values())))
    assert (profile.age, profile.diet, profile.labs) == (25, "vegan", {"hemoglobin": "88 g/L"})


def test_the_fields_stand_in_one_order() -> None:
    assert list(DEFAULTS) == list(LABELS) == list(EXAMPLE)


@pytest.mark.parametrize("diet", DIETS)
def test_every_offered_diet_is_known(diet: str) -> None:
    assert read_diet(diet)


def test_an_untouched_form_is_told_from_a_filled_one() -> None:
    assert is_untouched(values())
    assert not is_untouched(values(medicines=["imatinib"]))


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        pytest.param("hemoglobin 88 g/L", {"hemoglobin": ["88 g/L"]}, id="space"),
        pytest.param("Hb: 8,8 g/dL; potassium = 4.1", {"Hb": ["8,8 g/dL"], "potassium": ["4.1"]}, id="colon, semicolon, equals"),
        pytest.param("vitamin_b12 150 pmol/L", {"vitamin_b12": ["150 pmol/L"]}, id="a digit in the name"),
        pytest.param("25-OH vitamin D 60 nmol/L", {"25-OH vitamin D": ["60 nmol/L"]}, id="a name that begins with digits"),
        pytest.param("anc <0.1", {"anc": ["<0.1"]}, id="below a limit"),
        pytest.param("anc 1\nanc 2", {"anc": ["1", "2"]}, id="twice"),
        pytest.param("", {}, id="nothing"),
    ],
)
def test_lab_lines_are_read(typed: str, read: dict[str, list[str]]) -> None:
    assert lab_values(typed) == read


def test_a_lab_line_without_a_value_is_named() -> None:
    with pytest.raises(ProfileError, match="feeling fine"):
        lab_values("hemoglobin 88 g/L\nfeeling fine")


def test_taken_over_labs_replace_typed_ones_of_the_same_lab_by_any_of_its_names() -> None:
    assert lab_text("Hb 120 g/L\nferritin 30 µg/L", {"hemoglobin": "88 g/L"}) == "hemoglobin 88 g/L\nferritin 30 µg/L"


def test_names_typed_with_commas_are_several() -> None:
    assert profile_of(values(medicines=["imatinib, aspirin", "prednisone"]))["medicines"] == ["imatinib", "aspirin", "prednisone"]


def test_medicines_and_supplements_are_offered_apart() -> None:
    assert "imatinib" in medicine_names()
    assert "turmeric" in medicine_names(supplements=True)
    assert not set(medicine_names()) & set(medicine_names(supplements=True))


def test_problems_speak_in_the_words_of_the_form() -> None:
    assert readable("weight_kg -5 is not possible; accepted is 2 to 400 kg.") == "Weight -5 is not possible; accepted is 2 to 400 kg."


def test_what_was_typed_is_escaped_in_problems() -> None:
    problems = {"height_cm": "height_cm '<img src=x onerror=alert(1)>' is not a number."}
    assert "<img" not in problems_html(problems)
    assert all("<img" not in str(update.get("info")) for update in field_updates(problems))
    assert all("value" not in update for update in field_updates(problems))


def test_a_plan_with_a_warning_sign_has_no_meals_and_no_chart() -> None:
    plan = plan_nutrition(parse_profile(profile_of(values(age="25", sex="female", weight_kg="58", height_cm="165", symptoms=["fever of 39"]))))
    assert first_html(plan).startswith('<div class="banner emergency"')
    assert "n-swap" not in meals_html(plan)
    assert chart_html(plan) == ""


def test_a_swap_that_cannot_be_leaves_the_plan_and_says_so() -> None:
    plan = plan_nutrition(parse_profile(profile_of(list(EXAMPLE.values()))))
    same, _, message = swapped(plan, "Supper at midnight", "nothing")
    assert same is plan
    assert "Supper at midnight" in message


def test_an_allergen_appears_nowhere_on_the_page() -> None:
    profile = parse_profile(profile_of(list((EXAMPLE | {"allergies": ["peanut", "soy"]}).values())))
    plan = plan_nutrition(profile)
    for _ in range(2):
        row = next(row for row in plan.meal_plan if row.food_id != "d_water")
        plan, dish, message = swapped(plan, row.meal, row.food_id)
        page = (first_html(plan) + meals_html(plan, dish, message) + rest_html(plan)).lower()
        assert "peanut" not in page
        assert "soy" not in page
