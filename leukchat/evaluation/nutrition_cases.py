"""Compares a nutrition plan with the expectations written for its profile, one check at a time."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from leukchat.errors import ProfileError
from leukchat.evaluation.nutrition_patterns import PATTERNS
from leukchat.nutrition import NutritionPlan, parse_profile

FAMILIES = ("must say", "must not say", "interactions", "avoid list", "targets", "reference intakes", "referral", "red flag", "day plan", "question", "bad input")


@dataclass(frozen=True)
class Check:
    """One expectation: its family, whether it was met, and what was wanted."""

    family: str
    met: bool
    wanted: str


def read_cases(folder: Path) -> dict[str, dict[str, Any]]:
    """Profiles with expectations by name, in order; the `set` of a case says when it was written, where that is known."""
    cases = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))}
    for path in sorted(folder.glob("written_*.yaml")):
        day = path.stem.removeprefix("written_").replace("_", "-")
        cases |= {f"{row['id']} ({day})": {**row, "set": day} for row in yaml.safe_load(path.read_text(encoding="utf-8"))}
    return cases


def spoken(plan: NutritionPlan) -> str:
    """Everything a person could see, as one text."""
    return json.dumps(plan.model_dump(mode="json"), ensure_ascii=False)


def says(text: str, word: str) -> bool:
    """Whether a text holds a word as such, in any case."""
    return re.search(rf"(?<![a-z]){re.escape(word.lower())}(?![a-z])", text.lower()) is not None


def bad_input_checks(case: dict[str, Any]) -> Iterator[Check]:
    """A refused profile: each field is named with the value and what is accepted."""
    try:
        parse_profile(case["profile"])
    except ProfileError as error:
        problems = error.problems
    else:
        problems = {}
    for field, parts in case["error"].items():
        for part in parts:
            yield Check("bad input", part in problems.get(field, ""), f"{field}: {part}")


def plan_checks(expect: dict[str, Any], plan: NutritionPlan) -> Iterator[Check]:
    """Every expectation of a case against its plan; an unknown expectation raises KeyError."""
    for name, wanted in expect.items():
        if name in PATTERNS:
            yield from (Check(*found) for found in PATTERNS[name](plan, name, wanted))
        else:
            yield from _CHECKS[name](plan, name, wanted)


def _texts(plan: NutritionPlan, name: str, wanted: list[str]) -> Iterator[Check]:
    texts = {"warns": plan.warnings, "asks": plan.ask_your_team, "safety_has": plan.food_safety, "says": (plan.summary,)}[name]
    for part in wanted:
        yield Check("must say", any(part.lower() in text.lower() for text in texts), f"{name} {part!r}")


def _tips(plan: NutritionPlan, _name: str, wanted: list[str]) -> Iterator[Check]:
    for symptom in wanted:
        yield Check("must say", symptom in {row.symptom for row in plan.symptom_tips}, f"tips for {symptom}")


def _never(plan: NutritionPlan, name: str, wanted: list[str]) -> Iterator[Check]:
    text = " ".join(plan.warnings) if name == "warns_lacks" else spoken(plan)
    for word in wanted:
        yield Check("must not say", not says(text, word), f"never {word!r}")


def _chosen(plan: NutritionPlan, _name: str, wanted: list[str]) -> Iterator[Check]:
    text = " ".join([*(item for group in plan.foods for item in group.items), *(row.dish for row in plan.meal_plan)])
    for word in wanted:
        yield Check("must not say", not says(text, word), f"no {word!r} among the foods")


def _interactions(plan: NutritionPlan, _name: str, wanted: list[list[str]]) -> Iterator[Check]:
    for medicine, item, severity in wanted:
        found = {row.severity for row in plan.interactions if row.medicine == medicine and item.lower() in row.with_.lower()}
        yield Check("interactions", severity in found, f"{medicine} with {item}: {severity}, found {sorted(found)}")


def _avoid(plan: NutritionPlan, _name: str, wanted: list[list[str]]) -> Iterator[Check]:
    for item, severity in wanted:
        yield Check("avoid list", any(item.lower() in row.item.lower() and row.severity == severity for row in plan.avoid), f"{item}: {severity}")


def _avoid_lacks(plan: NutritionPlan, _name: str, wanted: list[str]) -> Iterator[Check]:
    for item in wanted:
        yield Check("avoid list", not any(item in row.item for row in plan.avoid), f"no {item}")


def _target(plan: NutritionPlan, name: str, wanted: list[int]) -> Iterator[Check]:
    found = list(getattr(plan.targets, name))
    yield Check("targets", found == wanted, f"{name} {wanted}, found {found}")


def _nutrients(plan: NutritionPlan, _name: str, wanted: int) -> Iterator[Check]:
    yield Check("reference intakes", len(plan.nutrients) == wanted, f"{wanted} nutrients, found {len(plan.nutrients)}")


def _nutrient_rows(plan: NutritionPlan, name: str, wanted: dict[str, float]) -> Iterator[Check]:
    rows = {row.nutrient: row for row in plan.nutrients}
    for nutrient, figure in wanted.items():
        row = rows.get(nutrient)
        met = row is not None and (row.target == figure if name == "nutrient_target" else (row.percent or 0) >= figure)
        yield Check("reference intakes", met, f"{name} {nutrient} {figure}")


def _referral(plan: NutritionPlan, _name: str, wanted: bool) -> Iterator[Check]:
    yield Check("referral", bool(plan.referral) is wanted, f"referral {wanted}")


def _red_flag(plan: NutritionPlan, _name: str, wanted: str) -> Iterator[Check]:
    yield Check("red flag", bool(plan.warnings) and plan.warnings[0].startswith(wanted), f"first {wanted}")
    yield Check("red flag", plan.summary.startswith("## Call now"), "summary begins with what to do now")


def _meals(plan: NutritionPlan, _name: str, wanted: bool) -> Iterator[Check]:
    yield Check("day plan", bool(plan.meal_plan) is wanted and bool(plan.meal_plan or plan.plan_limits), f"meals {wanted}")


def _limit(plan: NutritionPlan, _name: str, wanted: bool) -> Iterator[Check]:
    yield Check("day plan", bool(plan.plan_limits) is wanted, f"a limit is named: {wanted}")


def _at_most(plan: NutritionPlan, _name: str, wanted: dict[str, float]) -> Iterator[Check]:
    for figure, most in wanted.items():
        yield Check("day plan", bool(plan.plan_totals) and plan.plan_totals[figure] <= most, f"{figure} at most {most}, found {plan.plan_totals.get(figure)}")


def _answer(plan: NutritionPlan, name: str, wanted: Any) -> Iterator[Check]:
    if name == "answer_status":
        yield Check("question", plan.answer_status == wanted, f"answer is {wanted}, found {plan.answer_status}")
    else:
        for part in wanted:
            held = part.lower() in plan.answer.lower() if name == "answer_says" else not says(plan.answer, part)
            yield Check("question", held, f"{name} {part!r}")


_CHECKS: dict[str, Any] = {
    **dict.fromkeys(("warns", "asks", "safety_has", "says"), _texts),
    "tips": _tips,
    **dict.fromkeys(("never_says", "warns_lacks"), _never),
    **dict.fromkeys(("never_in_foods", "foods_lack"), _chosen),
    "interactions": _interactions,
    "avoid": _avoid,
    "avoid_lacks": _avoid_lacks,
    **dict.fromkeys(("energy_kcal", "protein_g", "fluid_ml"), _target),
    "nutrients": _nutrients,
    **dict.fromkeys(("nutrient_target", "nutrient_percent_at_least"), _nutrient_rows),
    "referral": _referral,
    "red_flag": _red_flag,
    "meals": _meals,
    "limit": _limit,
    "plan_at_most": _at_most,
    **dict.fromkeys(("answer_status", "answer_says", "answer_never"), _answer),
}
