"""A free question beside a profile: points that matter, terms that steer, nothing of a person's own words."""

from __future__ import annotations

import re
from typing import Any

import pytest

from leukchat.nutrition import parse_profile
from leukchat.nutrition.asking import MOST_POINTS, asking
from leukchat.nutrition.labs_in import labs_from

GOOD: dict[str, Any] = {"age": 40, "sex": "female", "weight_kg": 65, "height_cm": 165}


@pytest.mark.parametrize(
    ("change", "question", "part"),
    [
        ({"medicines": ["imatinib"]}, "Can I drink grapefruit juice?", "imatinib with grapefruit"),
        ({"medicines": ["6-MP"]}, "Is milk fine?", "Mercaptopurine with milk".lower()),
        ({}, "Is turmeric ok with ibrutinib?", "ibrutinib with fish oil"),
        ({"medicines": ["venetoclax"]}, "What should I know about venetoclax and eating?", "venetoclax with a meal"),
        ({"labs": {"potassium": "5.9"}}, "Are bananas ok?", "Your potassium is high"),
        ({"conditions": ["tumor lysis"]}, "How much protein and potassium may I have?", "Tumor lysis"),
        ({"labs": {"egfr": "45"}}, "Should I eat more protein?", "With reduced kidney function"),
        ({"diet": "vegan"}, "Do whole grains give me B12?", "whole grains, seaweed and unfortified yeast do not count"),
        ({"conditions": ["many transfusions"]}, "Should I take iron?", "no iron pills"),
        ({}, "Can alkaline water cure leukemia?", "No diet, juice, fast or supplement has been shown to cure leukemia"),
        ({"treatment_phase": "induction"}, "Can I eat sushi?", "sushi"),
    ],
    ids=str,
)
def test_the_points_that_matter_come_with_their_source(change: dict[str, Any], question: str, part: str) -> None:
    points = asking(parse_profile({**GOOD, **change}), question).points
    found = [point for point in points if part.lower() in point.lower()]
    assert found
    assert "](https://" in found[0]
    assert len(points) <= MOST_POINTS


@pytest.mark.parametrize("question", ["What should I eat?", "Can I drink orange squash at breakfast?", "Who won the match?"])
def test_a_question_that_touches_no_rule_brings_no_point(question: str) -> None:
    assert asking(parse_profile({**GOOD, "treatment_phase": "watch and wait"}), question).points == ()


def test_only_known_names_steer_the_search() -> None:
    known = asking(
        parse_profile(
            {
                **GOOD,
                "leukemia": "Ph+ ALL of Jane Roe",
                "diet": "vegan",
                "medicines": ["imatinib", "janeroemab"],
                "symptoms": ["nausea since Jane Roe's visit"],
                "conditions": ["lives in Springfield"],
            }
        ),
        "What can I eat?",
    )
    assert known.subject == "ALL"
    assert known.terms == ("vegan", "imatinib", "nausea", "neutropenia")


def test_a_leukemia_that_is_no_abbreviation_is_called_leukemia() -> None:
    assert asking(parse_profile({**GOOD, "leukemia": "of my neighbour Roe"}), "What can I eat?").subject == "leukemia"


def test_lab_values_of_a_report_become_profile_labs() -> None:
    found = labs_from(
        {
            "hemoglobin": (88, "g/L"),
            "potassium": (5.8, "mmol/L"),
            "anc": (0.35, "10^9/L"),
            "egfr": (45, "mL/min/1.73m2"),
            "mcv": (90, "fL"),
            "creatinine": (1e9, "µmol/L"),
            "inr": (2.5, ""),
        }
    )
    assert found == {"hemoglobin": "88 g/L", "potassium": "5.8 mmol/L", "anc": "0.35 10^9/L", "egfr": "45 mL/min/1.73m2", "inr": "2.5"}
    assert parse_profile({**GOOD, "labs": found}).labs == found


@pytest.mark.parametrize("question", ["How much vitamin C should I take?", "Is vitamin C in food enough?"])
def test_a_question_on_a_vitamin_is_steered_by_the_vitamin_and_names_foods(question: str) -> None:
    profile = parse_profile({"age": 50, "sex": "male", "weight_kg": 76, "height_cm": 176, "leukemia": "CML", "treatment_phase": "on treatment", "medicines": ["nilotinib"]})
    known = asking(profile, question)
    assert known.subject == "leukemia"
    assert any(point.startswith("**Foods with vitamin C:**") and "kiwi" in point for point in known.points)
    assert not any(re.search(r"\d\s*m?g\b", point) for point in known.points)


def test_a_question_without_a_name_is_steered_by_the_kind_of_leukemia() -> None:
    profile = parse_profile({"age": 50, "sex": "male", "weight_kg": 76, "height_cm": 176, "leukemia": "CML"})
    assert asking(profile, "What should I eat for breakfast?").subject == "CML"


def told(question: str, **fields: Any) -> tuple[str, ...]:
    base = {"age": 50, "sex": "male", "weight_kg": 76, "height_cm": 176, "leukemia": "AML", "treatment_phase": "maintenance", "labs": {"anc": 3}}
    return asking(parse_profile({**base, **fields}), question).points


def test_spinach_is_no_green_tea() -> None:
    points = told("May I eat a spinach salad every day?", medicines=["warfarin"])
    assert "Vitamin K" in points[0]
    assert not any("green tea" in point for point in points)
    assert any("green tea" in point for point in told("Is green tea extract fine?", medicines=["warfarin"]))


def test_a_supplement_beside_a_medicine_is_what_the_answer_is_about() -> None:
    points = told("Is turmerik ok with glivek?", medicines=["imatinib"])
    assert "turmeric" in points[0]
    assert not any("grapefruit" in point for point in points)
    assert any("grapefruit" in point for point in told("What about food with glivek?", medicines=["imatinib"]))


def test_a_question_on_weight_meets_the_eating_disorder_first() -> None:
    assert any("eating disorder" in point for point in told("How do I lose the weight from the steroids?", conditions=["bulimia"], medicines=["prednisone"]))
