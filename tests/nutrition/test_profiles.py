"""Each profile in tests/data/nutrition with what its plan must and must not say."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from leukchat.nutrition import NutritionPlan, parse_profile, plan_nutrition

CASES = sorted((Path(__file__).parent.parent / "data" / "nutrition").glob("*.json"))


def spoken(plan: NutritionPlan) -> str:
    return json.dumps(plan.model_dump(mode="json"), ensure_ascii=False)


def says(text: str, word: str) -> bool:
    return re.search(rf"(?<![a-z]){re.escape(word.lower())}(?![a-z])", text.lower()) is not None


def check_lists(plan: NutritionPlan, expect: dict[str, Any]) -> None:
    for medicine, item, severity in expect.get("interactions", ()):
        rows = [row for row in plan.interactions if row.medicine == medicine and item.lower() in row.with_.lower()]
        assert severity in {row.severity for row in rows}, (medicine, item)
    for item, severity in expect.get("avoid", ()):
        assert any(item.lower() in row.item.lower() and row.severity == severity for row in plan.avoid), item
    for item in expect.get("avoid_lacks", ()):
        assert not any(item in row.item for row in plan.avoid), item
    for words, texts in (("warns", plan.warnings), ("asks", plan.ask_your_team), ("safety_has", plan.food_safety)):
        for part in expect.get(words, ()):
            assert any(part in text for text in texts), (words, part)
    for part in expect.get("warns_lacks", ()):
        assert not any(part in text for text in plan.warnings), part
    for symptom in expect.get("tips", ()):
        assert symptom in {row.symptom for row in plan.symptom_tips}
    chosen = " ".join([*(item for group in plan.foods for item in group.items), *(row.dish for row in plan.meal_plan)])
    for word in (*expect.get("never_in_foods", ()), *expect.get("foods_lack", ())):
        assert not says(chosen, word), word


def check_numbers(plan: NutritionPlan, expect: dict[str, Any]) -> None:
    for name in ("energy_kcal", "protein_g", "fluid_ml"):
        if name in expect:
            assert list(getattr(plan.targets, name)) == expect[name], name
    if "nutrients" in expect:
        assert len(plan.nutrients) == expect["nutrients"]
    rows = {row.nutrient: row for row in plan.nutrients}
    for nutrient, target in expect.get("nutrient_target", {}).items():
        assert rows[nutrient].target == target
    for nutrient, percent in expect.get("nutrient_percent_at_least", {}).items():
        assert (rows[nutrient].percent or 0) >= percent, nutrient


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_plan_meets_the_expectations_written_for_the_profile(path: Path) -> None:
    case = json.loads(path.read_text(encoding="utf-8"))
    expect = case["expect"]
    plan = plan_nutrition(parse_profile(case["profile"]))
    text = spoken(plan)
    for part in expect.get("says", ()):
        assert part.lower() in plan.summary.lower(), part
    for word in expect.get("never_says", ()):
        assert not says(text, word), word
    check_lists(plan, expect)
    check_numbers(plan, expect)
    if "meals" in expect:
        assert bool(plan.meal_plan) is expect["meals"]
        assert plan.meal_plan or plan.plan_limits
    if "referral" in expect:
        assert bool(plan.referral) is expect["referral"]
    if "red_flag" in expect:
        assert plan.warnings[0].startswith(expect["red_flag"])
        assert plan.summary.startswith("## Call now")
    else:
        assert plan.red_flags == ()


def test_contract_fields_are_all_there_under_their_names() -> None:
    plan = plan_nutrition(parse_profile({"age": 40, "sex": "male", "weight_kg": 80, "height_cm": 180, "medicines": ["imatinib"]}))
    document = json.loads(plan.model_dump_json())
    assert {"targets", "nutrients", "foods", "avoid", "interactions", "food_safety", "symptom_tips", "meal_plan", "warnings", "ask_your_team", "citations", "summary"} <= set(
        document
    )
    assert {"energy_kcal", "protein_g", "fluid_ml"} <= set(document["targets"])
    assert {"nutrient", "target", "unit", "basis", "plan_provides", "percent"} <= set(document["nutrients"][0])
    assert {"group", "items", "why", "nutrients"} <= set(document["foods"][0])
    assert {"item", "because", "rule", "severity", "source"} <= set(document["avoid"][0])
    assert {"medicine", "with", "effect", "advice", "severity", "source"} <= set(document["interactions"][0])
    assert {"meal", "dish", "portions", "nutrients"} <= set(document["meal_plan"][0])
    assert [row["n"] for row in document["citations"]] == list(range(1, len(document["citations"]) + 1))


def test_same_profile_gives_the_same_plan() -> None:
    profile = parse_profile({"age": 40, "sex": "male", "weight_kg": 80, "height_cm": 180})
    assert [row.dish for row in plan_nutrition(profile).meal_plan] == [row.dish for row in plan_nutrition(profile).meal_plan]


def test_every_plan_says_that_the_hospital_list_comes_first() -> None:
    plan = plan_nutrition(parse_profile({"age": 40, "sex": "male", "weight_kg": 80, "height_cm": 180}))
    assert plan.warnings[0].startswith("Your hospital's list comes first")
    assert "it does not treat leukemia" in plan.warnings[1]


def test_markers_in_the_summary_point_to_citations() -> None:
    plan = plan_nutrition(parse_profile({"age": 25, "sex": "female", "weight_kg": 58, "height_cm": 165, "diet": "vegan", "symptoms": ["nausea"]}))
    numbers = {int(n) for n in re.findall(r"\[(\d+)\]", plan.summary)}
    assert numbers
    assert numbers <= {row.n for row in plan.citations}
