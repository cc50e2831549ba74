"""The tables keep their own rules: known drugs and sources, no doses, no claim; interactions reach the person."""

from __future__ import annotations

import csv
import re
from typing import Any

import pytest

from leukchat.nutrition import parse_profile, plan_nutrition
from leukchat.nutrition.foods import FIGURES, by_id, foods
from leukchat.nutrition.interactions import interactions, rules
from leukchat.nutrition.model import SEVERITIES
from leukchat.nutrition.reference import NUTRIENTS
from leukchat.nutrition.situation import situation
from leukchat.nutrition.tables import DATA_DIR, source, table
from leukchat.safety.drugs import drug_table

GOOD: dict[str, Any] = {"age": 40, "sex": "female", "weight_kg": 65, "height_cm": 165}
DRUG_IDS = {drug.id for drug in drug_table()}
DOSE = re.compile(r"\b\d[\d.,]*\s*(?:mg|mcg|µg|ug|iu|units?|tablets?|pills?|capsules?|drops)\b|\b(?:one|two|three|half a) (?:tablet|pill|capsule)s?\b", re.IGNORECASE)
CLOCK = re.compile(r"\b\d+(?:\s*(?:to|-|–)\s*\d+)?\s*hours? (?:before|after|apart)\b", re.IGNORECASE)
CLAIM = re.compile(r"\b(?:cures?|treats?|kills?|fights?|shrinks?) (?:the |your )?(?:leukemia|cancer)\b", re.IGNORECASE)


def all_texts() -> list[str]:
    found: list[str] = []

    def walk(value: Any) -> None:
        if isinstance(value, str):
            found.append(value)
        elif isinstance(value, dict):
            for one in value.values():
                walk(one)
        elif isinstance(value, list):
            for one in value:
                walk(one)

    for name in ("interactions", "nutrition_rules", "food_rules"):
        walk(table(name))
    return found


def test_every_rule_names_known_drugs_a_severity_and_a_source() -> None:
    ids = [rule.id for rule in rules()]
    assert len(ids) == len(set(ids))
    for rule in rules():
        assert (rule.drugs | rule.supplement | rule.needs) <= DRUG_IDS, rule.id
        assert rule.severity in SEVERITIES
        assert rule.check in ("V", "P", "A")
        assert {drug for drug, _ in rule.sources} <= rule.drugs, rule.id
        assert all(source(one).url.startswith("http") for one in (rule.source, *dict(rule.sources).values())), rule.id


def test_a_rule_that_no_label_confirms_claims_nothing_and_asks_first() -> None:
    unconfirmed = [rule for rule in rules() if rule.check == "A"]
    assert len(unconfirmed) <= 8
    for rule in unconfirmed:
        assert rule.severity == "ask_first"
        assert "could not confirm" in rule.effect
        assert "Ask your pharmacist first" in rule.advice


def test_regimens_hold_known_drugs() -> None:
    for regimen, parts in table("interactions")["regimens"].items():
        assert {regimen, *parts} <= DRUG_IDS


def test_every_row_of_the_other_tables_has_a_known_source() -> None:
    for section in table("nutrition_rules").values():
        for row in section:
            assert source(row["source"])
    for row in table("food_rules")["symptoms"]:
        assert source(row["source"])
    for row in table("nutrition_rules")["supplements"]:
        assert set(row["drugs"]) <= DRUG_IDS


def test_flags_used_by_rules_exist() -> None:
    from leukchat.nutrition import flags

    code = "".join((DATA_DIR.parent / "nutrition" / name).read_text(encoding="utf-8") for name in ("flags.py", "situation.py")) + str(flags.__doc__)
    for section in table("nutrition_rules").values():
        for row in section:
            for flag in (*row.get("when", ()), *row.get("all", ()), *row.get("unless", ())):
                assert flag.startswith(("takes_", "diet_", "leukemia_")) or f'"{flag}"' in code, flag


def test_no_table_holds_a_dose_a_clock_rule_or_a_claim() -> None:
    for text in all_texts():
        assert not DOSE.search(text), text
        assert not CLOCK.search(text), text
        assert not CLAIM.search(text) or re.search(r"(?:do|does) not treat leukemia|^No diet", text), text


def test_foods_are_many_distinct_and_complete() -> None:
    rows = foods()
    assert len(rows) >= 400
    assert len({food.id for food in rows}) == len({food.name for food in rows}) == len(rows)
    assert {"indian", "mediterranean", "east_asian", "latin_american", "african", "western", "middle_eastern"} <= {food.cuisine for food in rows}
    for food in rows:
        assert food.source.startswith("USDA SR ")
        assert food.figures["energy_kcal"] is not None
        assert food.figures["protein_g"] is not None
        assert food.safety in ("cooked", "pasteurised", "shelf", "raw_peeled", "raw_produce", "risky")
    assert len(NUTRIENTS) == 22
    assert set(NUTRIENTS) < set(FIGURES)


def test_blank_figures_stay_unknown() -> None:
    assert any(food.figures["choline_mg"] is None for food in foods())
    assert by_id()["f_banana"].figures["vitamin_b12_ug"] == 0


@pytest.mark.parametrize(
    ("food", "figure", "amount"),
    # a portion of the USDA SR row: banana 09040 118 g, cooked lentils 16070 in a recipe, milk 01077 240 g, salmon 15237 120 g
    [("f_banana", "potassium_mg", 358 * 1.18), ("d_milk", "calcium_mg", 113 * 2.4), ("p_salmon", "protein_g", 22.1 * 1.2), ("s_rice", "energy_kcal", 130 * 1.8)],
    ids=str,
)
def test_portions_carry_the_usda_figures(food: str, figure: str, amount: float) -> None:
    assert by_id()[food].figures[figure] == pytest.approx(amount, rel=0.01)


def test_diet_tags_follow_the_ingredients() -> None:
    for food in foods():
        if "vegan" in food.diets:
            assert food.kinds.isdisjoint({"meat", "poultry", "fish", "shellfish", "milk", "egg", "honey", "gelatin", "pork"}), food.id
        if food.kinds & {"meat", "poultry"} and "milk" in food.kinds:
            assert "kosher" not in food.diets, food.id


def test_dri_table_has_a_row_for_each_age_band() -> None:
    with (DATA_DIR / "dri.csv").open(encoding="utf-8", newline="") as file:
        assert len(list(csv.DictReader(file))) == 22 * 7


CYP3A = ["imatinib", "dasatinib", "nilotinib", "bosutinib", "ponatinib", "ibrutinib", "acalabrutinib", "zanubrutinib", "pirtobrutinib", "venetoclax", "idelalisib"]
CYP3A += ["duvelisib", "midostaurin", "gilteritinib", "quizartinib", "ivosidenib", "glasdegib", "revumenib", "ziftomenib", "cyclosporine", "tacrolimus", "sirolimus", "ruxolitinib"]


@pytest.mark.parametrize("medicine", CYP3A)
def test_grapefruit_and_st_johns_wort_are_always_shown_for_cyp3a_medicines(medicine: str) -> None:
    rows = interactions(situation(parse_profile({**GOOD, "medicines": [medicine]})))
    fruit = [row for row in rows if "grapefruit" in row.with_]
    wort = [row for row in rows if "St John's wort" in row.with_]
    assert fruit
    assert all("Seville" in row.with_ and "pomelo" in row.with_ and "star fruit" in row.with_ for row in fruit)
    assert [row.severity for row in wort] == ["never"]


@pytest.mark.parametrize(
    ("typed", "known"),
    [("Glivec", "imatinib"), ("imatanib", "imatinib"), ("imatinibb", "imatinib"), ("venclyxto 100mg", "venetoclax"), ("6-MP", "mercaptopurine"), ("Ven/Aza", "venetoclax")],
)
def test_medicines_are_known_by_brand_abbreviation_and_misspelling(typed: str, known: str) -> None:
    state = situation(parse_profile({**GOOD, "medicines": [typed]}))
    assert known in {drug.id for drug in state.medicines.drugs}


def test_an_unknown_medicine_is_said_to_be_unknown() -> None:
    plan = plan_nutrition(parse_profile({**GOOD, "medicines": ["<b>zorblatinol</b> 20 mg"]}))
    assert any("no information about 'zorblatinol'" in text for text in plan.warnings)
    assert plan.interactions == ()


def test_every_dish_with_an_aged_or_long_fermented_ingredient_is_marked() -> None:
    aged = re.compile(r"\b(?:soy sauce|miso|parmesan|sauerkraut|kimchi|salami|blue cheese|cheddar|tempeh)\b")
    unmarked = [food.name for food in foods() if aged.search(f"{food.name} {food.ingredients}".lower()) and "tyramine" not in food.traits]
    assert unmarked == []
