"""Properties that hold for every valid profile."""

from __future__ import annotations

import json
import re
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leukchat.errors import ProfileError
from leukchat.evaluation.nutrition_never import doses_seen, pairs_seen
from leukchat.nutrition import NutritionPlan, chart, parse_profile, plan_nutrition, shopping, swap, week
from leukchat.nutrition.asking import asking
from leukchat.nutrition.diets import DIETS

ALLERGIES = {
    "milk": ["milk", "cheese", "yogurt", "cream", "paneer", "ghee"],
    "eggs": ["egg", "eggs", "omelette", "mayonnaise"],
    "peanuts": ["peanut", "peanuts"],
    "tree nuts": ["almond", "almonds", "walnuts", "cashews", "hazelnuts", "pistachios"],
    "fish": ["fish", "salmon", "cod", "tuna", "sardines"],
    "shellfish": ["shrimp", "crab", "mussels", "oysters"],
    "wheat": ["wheat", "bread", "pasta", "couscous", "bulgur", "toast", "crackers"],
    "soy": ["soy", "tofu", "tempeh", "miso", "edamame"],
    "sesame": ["sesame", "tahini", "hummus"],
}
DISLIKES = {
    "mushrooms": ["mushroom", "mushrooms"],
    "bananas": ["banana", "bananas"],
    "grapefruit": ["grapefruit"],
    "lentils": ["lentils", "lentil"],
    "berries": ["strawberries", "berries"],
}
EXCLUDED = {
    "vegan": ["milk", "cheese", "yogurt", "egg", "eggs", "chicken", "beef", "pork", "fish", "honey"],
    "vegetarian": ["chicken", "beef", "pork", "fish", "shrimp"],
    "halal": ["pork", "ham", "bacon", "wine", "beer"],
    "kosher": ["pork", "ham", "shrimp", "crab", "oysters"],
    "jain": ["onion", "garlic", "potato", "potatoes", "carrots", "egg", "chicken", "mushrooms"],
    "gluten_free": ["wheat", "bread", "pasta", "couscous", "barley", "toast"],
}
MEDICINES = ["imatinib", "venetoclax", "ibrutinib 420 mg", "warfarin", "dexamethasone", "methotrexate", "tacrolimus", "6-MP", "ciprofloxacin", "Oncaspar", "unknownmab 5 mg"]
SYMPTOMS = ["nausea", "mouth sores", "diarrhea", "constipation", "taste change", "poor appetite", "tired", "high blood sugar"]
LABS = {"anc": ["0.2", "2.5"], "potassium": ["4.2", "5.9"], "ferritin": ["40", "2400"], "hemoglobin": ["88 g/L", "130 g/L"], "platelets": ["15", "200"], "egfr": ["25", "45", "90"]}
DOSE = re.compile(r"\b\d[\d.,]*\s*(?:mg|mcg|µg|ug|iu|units?|tablets?|pills?|capsules?|drops)\b", re.IGNORECASE)

profiles = st.fixed_dictionaries(
    {
        "age": st.integers(18, 95),
        "sex": st.sampled_from(["female", "male"]),
        "weight_kg": st.integers(45, 130),
        "height_cm": st.integers(150, 195),
        "diet": st.sampled_from(sorted(DIETS)),
        "allergies": st.lists(st.sampled_from(sorted(ALLERGIES)), max_size=2, unique=True),
        "dislikes": st.lists(st.sampled_from(sorted(DISLIKES)), max_size=2, unique=True),
        "medicines": st.lists(st.sampled_from(MEDICINES), max_size=3, unique=True),
        "supplements": st.lists(st.sampled_from(["fish oil", "turmeric", "iron", "vitamin C", "soy isoflavones", "zzz 7 mg"]), max_size=2, unique=True),
        "symptoms": st.lists(st.sampled_from(SYMPTOMS), max_size=2, unique=True),
        "labs": st.fixed_dictionaries({}, optional={name: st.sampled_from(values) for name, values in LABS.items()}),
        "treatment_phase": st.sampled_from(["", "induction", "maintenance", "watch and wait", "transplant"]),
        "question": st.sampled_from(["", "What should I eat?", "How many iron tablets?", "Can juice cure me?"]),
    }
)


def says(text: str, word: str) -> bool:
    return re.search(rf"(?<![a-z]){word}(?![a-z])", text) is not None


def texts_without_numbers(plan: NutritionPlan) -> list[str]:
    rows = [*plan.warnings, *plan.ask_your_team, *plan.food_safety, *plan.red_flags]
    rows += [f"{row.item} {row.because}" for row in plan.avoid] + [f"{row.with_} {row.effect} {row.advice}" for row in plan.interactions]
    rows += [tip for row in plan.symptom_tips for tip in (*row.tips, row.call)] + [f"{' '.join(row.items)} {row.why}" for row in plan.foods]
    return rows


def further_texts(profile: dict[str, Any], plan: NutritionPlan) -> list[str]:
    """What a person sees beyond the plan: a swap, a second day, the shopping list, the chart, points beside a question."""
    texts = [*asking(parse_profile(profile), "Can I have milk, eggs, fish, nuts or tofu with my medicines?").terms]
    if plan.meal_plan:
        menus = week(plan, 2)
        texts += [row.dish for menu in menus for row in menu.meals] + [item.item for item in shopping(menus)] + [bar.label for bar in chart(plan)]
        try:
            texts += [row.dish for row in swap(plan, "Dinner").meal_plan]
        except ProfileError as error:
            texts.append(str(error))
    return texts


def check_plan(profile: dict[str, Any], plan: NutritionPlan) -> None:
    further = further_texts(profile, plan)
    everything = (json.dumps(plan.model_dump(mode="json"), ensure_ascii=False) + " ".join(further)).lower()
    assert pairs_seen(parse_profile(profile), further) == []
    assert doses_seen(plan) == []
    left_out = [word for name in profile["allergies"] for word in ALLERGIES[name]] + [word for name in profile["dislikes"] for word in DISLIKES[name]]
    for word in [*left_out, *EXCLUDED.get(profile["diet"], [])]:
        assert not says(everything, word), word
    for text in texts_without_numbers(plan):
        assert not DOSE.search(text), text
    chosen = " ".join([*(item for row in plan.foods for item in row.items), *(row.dish for row in plan.meal_plan), *(tip for row in plan.symptom_tips for tip in row.tips)]).lower()
    for fruit in ("grapefruit", "pomelo", "star fruit", "seville"):
        assert fruit not in chosen
    bands = ((plan.targets.energy_kcal, 25, 30, 10), (plan.targets.protein_g, 1.0, 1.5, 1), (plan.targets.fluid_ml, 30, 35, 50))
    weight, healthy = profile["weight_kg"], 25 * (profile["height_cm"] / 100) ** 2
    if weight > 1.2 * healthy:  # body mass index above 30: the healthy weight and a quarter of what is above it
        weight = healthy + 0.25 * (weight - healthy)
    for band, low, high, step in bands:
        if band:
            assert abs(band[0] - low * weight) <= step
            assert abs(band[1] - high * weight) <= step
    assert plan.meal_plan or plan.plan_limits
    if plan.meal_plan and not plan.plan_limits:
        assert 0.97 * plan.targets.energy_kcal[0] <= plan.plan_totals["energy_kcal"] <= 1.03 * plan.targets.energy_kcal[1]
    assert plan.summary.count("does not treat leukemia") == 1


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(profiles, st.sampled_from(["Can I drink grapefruit juice or eat cheese?", "Are eggs, tofu, nuts or fish ok?", "Is milk ok with my tablets?"]))
def test_no_point_beside_a_question_names_what_is_left_out(profile: dict[str, Any], question: str) -> None:
    told = " ".join(asking(parse_profile(profile), question).points).lower()
    for word in [*(word for name in profile["allergies"] for word in ALLERGIES[name]), *EXCLUDED.get(profile["diet"], [])]:
        assert not says(told, word), word
    assert not DOSE.search(told)


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(profiles)
def test_what_is_left_out_a_dose_or_a_forbidden_pair_never_appears(profile: dict[str, Any]) -> None:
    check_plan(profile, plan_nutrition(parse_profile(profile)))


@settings(max_examples=60, deadline=None)
@given(
    st.dictionaries(
        st.sampled_from(["age", "sex", "weight_kg", "diet", "labs", "medicines", "x"]),
        st.one_of(st.none(), st.integers(), st.text(max_size=12), st.lists(st.text(max_size=4), max_size=2)),
    )
)
def test_any_mapping_gives_a_profile_or_a_profile_error(mapping: dict[str, Any]) -> None:
    problems: dict[str, str] = {}
    try:
        parse_profile(mapping)
    except ProfileError as error:
        problems = error.problems
    assert all(text.strip() for text in problems.values())
