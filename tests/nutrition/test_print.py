"""The PDF: two pages at most, readable text, nothing that says who it is for."""

from __future__ import annotations

from typing import Any

import pypdfium2
import pytest

from leukchat.nutrition import NutritionPlan, parse_profile, plan_nutrition
from leukchat.nutrition.print import print_pdf

GOOD: dict[str, Any] = {"age": 47, "sex": "female", "weight_kg": 65.3, "height_cm": 165}
MANY = [
    "imatinib",
    "venetoclax",
    "warfarin",
    "tacrolimus",
    "prednisolone",
    "6-MP",
    "methotrexate",
    "ciprofloxacin",
    "eltrombopag",
    "voriconazole",
    "ibrutinib",
    "levothyroxine",
    "Bactrim",
]


def plan_for(**change: Any) -> NutritionPlan:
    return plan_nutrition(parse_profile({**GOOD, **change}))


def pages_of(plan: NutritionPlan) -> list[str]:
    document = pypdfium2.PdfDocument(print_pdf(plan))
    return [" ".join(page.get_textpage().get_text_range().split()) for page in document]


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"diet": "vegan", "labs": {"hemoglobin": "88 g/L"}},
        {"symptoms": ["fever"]},
        {"age": 5, "weight_kg": 18, "height_cm": 108},
        {"medicines": MANY, "symptoms": ["nausea", "diarrhea", "mouth sores"], "conditions": ["diabetes"]},
    ],
    ids=str,
)
def test_a_plan_fits_on_two_pages(change: dict[str, Any]) -> None:
    assert 1 <= len(pages_of(plan_for(**change))) <= 2


def test_it_holds_day_targets_avoid_list_reasons_sources_tips_and_questions() -> None:
    plan = plan_for(medicines=["imatinib"], symptoms=["nausea"])
    text = " ".join(pages_of(plan))
    for part in (
        "One day as an example",
        plan.meal_plan[0].dish,
        "1630 to 1960 kcal",
        "Leave out",
        "Limit",
        "Ask first",
        "slow the breakdown of the medicine",
        "[1]",
        "ema.europa.eu",
        "Nausea:",
        "Ask your team and the dietitian",
    ):
        assert part in text, part
    assert text.index("Leave out") < text.index("Ask first")


def test_strict_rows_stay_when_there_is_too_much_for_two_pages() -> None:
    plan = plan_for(medicines=MANY, symptoms=["nausea", "diarrhea", "mouth sores", "fatigue", "constipation"], conditions=["diabetes", "heart failure"])
    text = " ".join(pages_of(plan)).lower()
    for row in plan.avoid:
        if row.severity == "never":
            assert " ".join(row.item.split()).split(";")[0].lower() in text


def test_a_red_flag_comes_first() -> None:
    text = pages_of(plan_for(symptoms=["fever"]))[0]
    assert text.index("Call now") < text.index("What matters first")


def test_nothing_in_it_says_who_it_is_for() -> None:
    text = " ".join(pages_of(plan_for(question="I am Jane Roe, born 1979-02-03. What should I eat?", dislikes=["quinoa"])))
    for part in ("Jane", "Roe", "1979", "65.3", "47 years"):
        assert part not in text


def test_special_characters_are_printed() -> None:
    plan = plan_for(labs={"anc": "0.2"})
    changed = plan.model_copy(update={"warnings": ("≥ 38 µg – crème ½ °C ₂ →",)})
    assert "≥ 38 µg – crème ½ °C 2 ?" in " ".join(pages_of(changed))
