"""Classes of advice that a haematology ward asks for: each test stands for every profile of its kind."""

from __future__ import annotations

import re
from itertools import combinations, product
from typing import Any

import pytest

from leukchat.nutrition import NutritionPlan, parse_profile, plan_nutrition
from leukchat.nutrition.foods import by_id
from leukchat.nutrition.rich_in import FAST_STARCH, HIGH_FIBRE, SHARP

_BASE: dict[str, Any] = {"age": 44, "sex": "female", "weight_kg": 64, "height_cm": 167, "leukemia": "AML", "treatment_phase": "consolidation"}
_DIETS = ("omnivore", "vegetarian", "vegan", "jain", "halal", "kosher", "gluten_free", "lactose_free")
_MILKY = re.compile(r"\b(?:milk|soy drink|almond drink|cocoa|lassi|smoothie|shake)\b")


def plan_of(**fields: Any) -> NutritionPlan:
    return plan_nutrition(parse_profile({**_BASE, **fields}))


def offered(plan: NutritionPlan) -> list[str]:
    return [*(row.dish for row in plan.meal_plan), *(item for group in plan.foods for item in group.items)]


def said(plan: NutritionPlan) -> str:
    return plan.model_dump_json().lower()


@pytest.mark.parametrize("diet", _DIETS)
@pytest.mark.parametrize("weight", [53, 64, 95])
def test_a_day_does_not_repeat_itself(diet: str, weight: int) -> None:
    meals = [row for row in plan_of(diet=diet, weight_kg=weight, labs={"anc": 2.0}).meal_plan if row.food_id != "d_water"]
    assert meals
    assert sum(bool(row.role == "drink" and _MILKY.search(row.dish.lower())) for row in meals) <= 2
    for one, other in combinations(meals, 2):
        if one.meal == other.meal:
            first, second = (by_id()[row.food_id].ingredients.lower().split(", ") for row in (one, other))
            shared = {first[0], second[0]} - {"rice", "olive oil"}
            assert not shared & set(first) & set(second), (one.dish, other.dish)
    mains = [row.dish.lower() for row in meals if row.role in ("main", "protein")]
    for kind in ("egg|omelette", "salmon|trout|cod|fish|sardine", "chicken|turkey", "tofu"):
        assert sum(bool(re.search(rf"\\b(?:{kind})", dish)) for dish in mains) <= 1, mains


@pytest.mark.parametrize("diet", _DIETS)
def test_steroids_and_diabetes_are_offered_no_fast_starch(diet: str) -> None:
    plan = plan_of(diet=diet, medicines=["dexamethasone"], conditions=["type 2 diabetes"])
    assert plan.meal_plan or plan.plan_limits
    assert [name for name in offered(plan) if FAST_STARCH.search(name.lower())] == []


@pytest.mark.parametrize("diet", _DIETS)
def test_loose_stools_are_offered_little_fibre(diet: str) -> None:
    plan = plan_of(diet=diet, symptoms=["watery stools"])
    assert [name for name in offered(plan) if HIGH_FIBRE.search(name.lower())] == []
    if plan.plan_totals:
        assert plan.plan_totals["fibre_g"] <= 22
        assert next(row for row in plan.nutrients if row.nutrient == "Fibre").note.startswith("Less fibre")


@pytest.mark.parametrize("diet", _DIETS)
def test_a_sore_mouth_is_offered_nothing_sharp_or_rough(diet: str) -> None:
    plan = plan_of(diet=diet, symptoms=["ulcers in my mouth", "nausea", "diarrhoea", "metallic taste"])
    assert [name for name in offered(plan) if SHARP.search(name.lower())] == []
    assert [tip for row in plan.symptom_tips for tip in row.tips if re.search("crackers|toast|tart", tip)] == []


def test_a_small_appetite_gets_small_sides_and_nothing_lean() -> None:
    plan = plan_of(age=84, weight_kg=41, height_cm=158, symptoms=["poor appetite", "full after a few bites"])
    assert [row.dish for row in plan.meal_plan if re.search("low-fat|thin", row.dish.lower())] == []
    assert all(row.grams <= by_id()[row.food_id].grams for row in plan.meal_plan if row.role == "vegetable")


def test_a_small_appetite_after_asparaginase_is_not_pushed_towards_fat() -> None:
    plan = plan_of(leukemia="ALL", medicines=["pegaspargase"], symptoms=["poor appetite"], labs={"triglycerides": "9 mmol/L"})
    assert all(by_id()[row.food_id].amount("fat_g") <= 15 for row in plan.meal_plan if row.food_id != "d_water")


@pytest.mark.parametrize("phase", ["observation during pregnancy", "chronic phase on treatment"])
def test_pregnancy_leaves_out_germs_vitamin_a_and_mercury(phase: str) -> None:
    plan = plan_of(age=31, pregnant=True, leukemia="CML", treatment_phase=phase, labs={"anc": 3.0})
    never = " ".join(row.item for row in plan.avoid if row.severity == "never")
    for food in ("liver", "cod-liver oil", "swordfish", "unpasteurised", "blue cheese", "raw fish", "alcohol"):
        assert food in never
    assert not any("not switched on" in line for line in plan.food_safety)
    assert not plan.targets.energy_kcal


@pytest.mark.parametrize("words", ["anorexia nervosa in the past", "bulimia", "eating disorder", "binge eating"])
def test_an_eating_disorder_gets_people_instead_of_numbers(words: str) -> None:
    plan = plan_of(age=24, weight_kg=50, conditions=[words], medicines=["prednisone"], symptoms=["weight gain"])
    assert not plan.targets.energy_kcal
    assert plan.nutrients == ()
    assert plan.referral
    assert any("eating disorder" in warning for warning in plan.warnings)
    assert "half the plate" not in said(plan)


@pytest.mark.parametrize("words", ["anorexia", "no eating disorder"])
def test_plain_loss_of_appetite_is_no_eating_disorder(words: str) -> None:
    assert plan_of(conditions=[words]).targets.energy_kcal


@pytest.mark.parametrize("allergy", ["milk", "egg", "peanut"])
def test_a_baby_keeps_its_first_sentence_whatever_is_left_out(allergy: str) -> None:
    plan = plan_of(age=0.75, weight_kg=8.4, height_cm=70, allergies=[allergy], leukemia="ALL")
    assert any("first foods" in warning for warning in plan.warnings)
    assert plan.foods == ()


@pytest.mark.parametrize("diet", ["omnivore", "lactose_free", "vegan"])
def test_mercaptopurine_is_taken_the_same_way_every_day(diet: str) -> None:
    rows = [row for row in plan_of(diet=diet, leukemia="ALL", medicines=["6-MP"]).interactions if row.medicine == "mercaptopurine"]
    assert any("the same way every day" in row.effect for row in rows)


@pytest.mark.parametrize(
    ("medicine", "herb_source"),
    [("nilotinib", "tasigna"), ("bosutinib", "bosulif"), ("ponatinib", "iclusig"), ("acalabrutinib", "calquence"), ("zanubrutinib", "brukinsa"), ("dasatinib", "sprycel")],
)
def test_a_medicine_is_cited_with_its_own_leaflet(medicine: str, herb_source: str) -> None:
    rows = [row for row in plan_of(medicines=[medicine]).interactions if "wort" in row.with_]
    assert [row.source.url.rsplit("/", 1)[1] for row in rows] == [herb_source]


def test_no_medicine_is_named_under_the_reason_of_another() -> None:
    plan = plan_of(medicines=["venetoclax", "gilteritinib", "voriconazole"])
    fruit = [row for row in plan.avoid if "grapefruit" in row.item]
    assert [row.because.split(":")[0] for row in fruit] == ["With venetoclax"]
    own = {row.medicine: row.effect for row in plan.interactions if "grapefruit" in row.with_}
    assert "does not name" in own["gilteritinib"]
    assert "does not name" in own["voriconazole"]


@pytest.mark.parametrize(
    ("medicine", "thing", "severity", "words"),
    [
        ("phenelzine", "aged cheese", "never", "blood pressure"),
        ("doxycycline", "iron", "limit", "Minerals bind"),
        ("tetracycline", "dairy", "limit", "dairy foods bind"),
        ("deferoxamine", "vitamin C", "never", "sets more iron free"),
        ("deferasirox", "iron pills", "never", "takes iron out"),
        ("dexamethasone", "liquorice", "limit", "lower potassium"),
        ("hydrocortisone", "liquorice", "limit", "names it"),
        ("arsenic trioxide", "traditional powders", "ask_first", "no limits on ordinary food"),
        ("pegaspargase", "alcohol", "ask_first", "do not name alcohol"),
        ("mercaptopurine", "alcohol", "ask_first", "does not name alcohol"),
        ("belumosudil", "a meal", "ask_first", "taken with a meal"),
        ("sorafenib", "a fatty meal", "ask_first", "low or moderate in fat"),
        ("letermovir", "meals", "ask_first", "with or without food"),
        ("ibrutinib", "meals", "ask_first", "no rule for meals"),
    ],
)
def test_a_confirmed_row_says_what_its_source_says(medicine: str, thing: str, severity: str, words: str) -> None:
    rows = [row for row in plan_of(medicines=[medicine]).interactions if thing in row.with_]
    assert [(row.severity, words in row.effect) for row in rows] == [(severity, True)]


def test_red_yeast_rice_is_named_beside_a_statin_only() -> None:
    with_statin, without = (plan_of(medicines=[medicine], supplements=["red yeast rice"]) for medicine in ("simvastatin", "imatinib"))
    assert any(row.severity == "never" for row in with_statin.interactions if "red yeast" in row.with_)
    assert not any("red yeast" in row.with_ for row in without.interactions)
    assert any("red yeast" in row.item.lower() for row in without.avoid)


def test_opposite_meal_rules_and_many_limits_still_end_in_a_plan_or_a_reason() -> None:
    for diet, allergies in product(("vegan, gluten_free", "jain, lactose_free", "kosher, coeliac"), (["soy"], ["nuts", "fish"])):
        plan = plan_of(diet=diet, allergies=allergies, symptoms=["diarrhoea", "mouth sores", "poor appetite"], medicines=["prednisone"])
        assert plan.meal_plan or plan.plan_limits
